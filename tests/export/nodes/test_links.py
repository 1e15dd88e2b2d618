import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.nodes.links import anchor_target, is_remote, link_to, safe_link, typed_link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://a.de", "https://a.de"),
        ("HTTP://A.de:80/b?c=d&e#f", "http://a.de:80/b?c=d&e#f"),
        (" https://a.de/ü b\\c|d ", "https://a.de/ü%20b%5Cc%7Cd"),
        ("https://straße.example/%zz%41", "https://straße.example/%25zz%41"),
        ("https://[::1]/a", "https://[::1]/a"),
        ("https://127.0.0.1/a#b#c", "https://127.0.0.1/a#b%23c"),
        ("mailto:a@b.de?subject=Zwei Wörter", "mailto:a@b.de?subject=Zwei%20Wörter"),
    ],
)
def test_links_are_written_so_that_every_browser_agrees(written: str, link: str) -> None:
    assert safe_link(written) == link


@pytest.mark.parametrize(
    "written",
    [
        *("", "#", "a.html", "/a", "//a.de", "?a", "javascript:alert(1)", "JavaScript:alert(1)"),
        *("data:text/html,x", "file:///etc/passwd", "ftp://a.de", "mailto:", "https:", "https://"),
        *("https:a.de", "https:///a", "https://a b.de", "https://a..de", "https://-a.de"),
        *("https://[::1", "https://[x]", "https://999.1.1.1", "https://a.de:99999", "https://a:b"),
        *("https://user:pass@a.de", "https://a.de@b.de", "https://<b>.de", "java\nscript:x"),
        "https://" + "a" * 64 + ".de",
    ],
)
def test_other_links_are_refused(written: str) -> None:
    assert safe_link(written) is None


@given(st.text() | st.text().map(lambda text: f"https://a.de/{text}"))
def test_a_safe_link_is_stable(written: str) -> None:
    link = safe_link(written)
    assert link is None or safe_link(link) == link


@given(st.text(min_size=1).filter(str.strip))
def test_a_link_within_the_page_finds_its_place(name: str) -> None:
    place = anchor_target(f"#{name.replace('%', '%25')}")
    assert place is not None
    assert anchor_target(link_to(place)) == place


def test_mail_is_not_remote() -> None:
    assert is_remote("https://a.de/b.png")
    assert not is_remote("mailto:a@b.de")
    assert not is_remote("b.png")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" www.a.de/b ", "https://www.a.de/b"),
        ("a.de", "https://a.de"),
        ("//a.de/b", "https://a.de/b"),
        ("a.de:8080/b c", "https://a.de:8080/b c"),
        ("<http://a.de>", "http://a.de"),
        ("a@b.de", "mailto:a@b.de"),
        ("mailto:a@b.de", "mailto:a@b.de"),
        ("#bild", "#bild"),
    ],
)
def test_typed_address_is_completed(typed: str, address: str) -> None:
    assert typed_link(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "#", "Wort", "zwei Wörter.", "javascript:alert(1)", "https://"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    assert typed_link(typed) is None
