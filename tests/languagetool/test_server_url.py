"""Addresses of servers: what people type means one address, or is refused in one sentence."""

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.errors import AddressError
from editor.languagetool.server_url import (
    host_and_port,
    is_local,
    normalize_url,
    privacy_warning,
    url_from_setting,
)

LABELS = st.from_regex(r"[a-z]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
HOSTS = st.one_of(
    st.lists(LABELS, min_size=1, max_size=4).map(".".join),
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map("[{}]".format),
).filter(lambda host: host not in {"http", "https"})
PREFIXES = st.lists(LABELS.filter(lambda part: part != "v2"), max_size=3).map(
    lambda parts: "".join(f"/{part}" for part in parts)
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://lt.verlag.example", "https://lt.verlag.example"),
        ("  LT.Verlag.Example/ ", "https://lt.verlag.example"),
        ("lt.verlag.example:8443", "https://lt.verlag.example:8443"),
        ("https://lt.verlag.example/api", "https://lt.verlag.example/api"),
        ("https://lt.verlag.example/api/v2/", "https://lt.verlag.example/api"),
        ("https://lt.verlag.example/v2/check", "https://lt.verlag.example"),
        ("https://lt.verlag.example:443//a//b/../c/", "https://lt.verlag.example/a/c"),
        ("http://lt.verlag.example:80", "http://lt.verlag.example"),
        ("//lt.verlag.example", "https://lt.verlag.example"),
        ("localhost:8081", "http://localhost:8081"),
        ("127.0.0.1:8081/v2", "http://127.0.0.1:8081"),
        ("[::1]:8081", "http://[::1]:8081"),
        ("192.168.0.7:8010", "https://192.168.0.7:8010"),
        ("bücher.example/über", "https://xn--bcher-kva.example/%C3%BCber"),
        ("lt.verlag.example.", "https://lt.verlag.example"),
    ],
)
def test_what_people_type(typed: str, meant: str) -> None:
    assert normalize_url(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "http://", "https:///v2", "lt verlag", "http:/lt.verlag.example", ":8081"),
        *("lt.verlag.example:0", "lt.verlag.example:70000", "lt.verlag.example:x", "a..b", "-a.b"),
        *("http://[::1", "[fe80::1%25eth0]", "1.2.3", "1.2.3.999", "0x7f.1", "2130706433"),
        *("https://lt.example?language=de", "https://lt.example/#v2", "lt.example\\v2", "a\ud800"),
        *("https://lt.example/a\nb", "größe.example", "x" * 3000),
    ],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(AddressError, match="keine Adresse eines Servers") as caught:
        normalize_url(typed)
    assert "https://lt.verlag.example" in caught.value.english


@pytest.mark.parametrize("typed", ["ftp://lt.example", "file:///etc", "HTTPX://lt.example"])
def test_other_schemes_are_refused(typed: str) -> None:
    with pytest.raises(AddressError):
        normalize_url(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "https://anna:Geheim1@lt.example",
        "anna:Geheim1@lt.example/api",
        "https://:Geheim1@lt.example",
    ],
)
def test_a_password_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(AddressError, match="Kennwort") as caught:
        normalize_url(typed)
    told = (repr(caught.value), caught.value.english, repr(caught.value.__cause__))
    assert not any("Geheim1" in text for text in told)


@given(HOSTS, st.none() | st.integers(1, 65535), PREFIXES)
def test_the_ways_to_type_one_address_mean_the_same(
    host: str, port: int | None, prefix: str
) -> None:
    base = f"{host}{f':{port}' if port else ''}{prefix}"
    meant = normalize_url(base)
    scheme = urlsplit(meant).scheme
    for end in ("", "/", "//", "/v2", "/v2/", "/v2/check", "/v2/check/", "/v2/languages"):
        assert normalize_url(f"{scheme}://{base}{end}") == meant
        assert normalize_url(f" {base.upper().replace(prefix.upper(), prefix)}{end}\n") == meant
    assert scheme == ("http" if is_local(meant) else "https")
    assert urlsplit(meant).path == prefix


@given(st.text() | st.text(alphabet="abv2hptslo.:/@[]1%?#\\ check", max_size=40))
@example("v2/v2/v2")
@example("http:")
@example("a/%zz")
def test_any_text_is_a_normal_address_or_refused(text: str) -> None:
    try:
        address = normalize_url(text)
    except AddressError:
        return
    parts = urlsplit(address)
    assert normalize_url(address) == address
    assert address.isascii()
    assert parts.scheme in {"http", "https"}
    assert parts.hostname
    assert not parts.path.endswith(("/", "/v2", "/v2/check"))
    assert (parts.username, parts.query, parts.fragment) == (None, "", "")


@pytest.mark.parametrize(
    "url", ["http://localhost:8081", "http://127.0.0.1", "https://127.9.9.9/x", "http://[::1]:1"]
)
def test_this_machine(url: str) -> None:
    assert is_local(url)
    assert privacy_warning(url) is None


@pytest.mark.parametrize(
    "url",
    [
        *("https://localhost.example", "https://127.0.0.1.example"),
        *("https://128.0.0.1", "https://[2001:db8::1]", "https://0.0.0.0", "https://my-localhost"),
    ],
)
def test_not_this_machine(url: str) -> None:
    assert not is_local(url)
    caution = privacy_warning(url)
    assert caution is not None
    assert f"an {host_and_port(url)} gesendet" in caution.text()
    assert "verschlüsselt" not in caution.text()


def test_an_open_connection_is_said_so() -> None:
    caution = privacy_warning("http://lt.verlag.example:8081")
    assert caution is not None
    assert "an lt.verlag.example:8081 gesendet. Die Verbindung ist nicht verschl" in caution.text()
    assert "not encrypted" in caution.english


def test_a_setting_that_is_no_address_counts_as_empty_and_is_said_so() -> None:
    assert url_from_setting("") == ("", None)
    assert url_from_setting("localhost:8081/v2") == ("http://localhost:8081", None)
    address, problem = url_from_setting("nicht so")
    assert address == ""
    assert problem is not None
    assert "Prüfen ▸ Prüfdienst" in problem.german
