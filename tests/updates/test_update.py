"""The description of the newest version."""

import datetime

import pytest

from editor.updates.update import PackageFile, parse_update, parse_version

MESSAGE = """\
program = "rezensent"
version = "0.10.0"
date = 2026-12-01
page = "https://example.org/"

[notes]
de = "Neu: Ä\\u0007\\u202e"
en = "New"

[pages]
deb = "https://example.org/deb"

[files.deb]
name = "rezensent_0.10.0_amd64.deb"
size = 270000000
sha256 = "{digest}"
""".format(digest="0f" * 32)


def test_everything_is_read() -> None:
    update = parse_update(MESSAGE.encode())
    assert (update.version, update.date) == ("0.10.0", datetime.date(2026, 12, 1))
    assert update.page("deb") == "https://example.org/deb"
    assert update.page("portable") == "https://example.org/"
    assert update.files["deb"] == PackageFile("rezensent_0.10.0_amd64.deb", 270_000_000, "0f" * 32)


def test_notes_have_no_control_characters() -> None:
    assert parse_update(MESSAGE.encode()).notes.german == "Neu: Ä"


@pytest.mark.parametrize(
    ("running", "newer"), [("0.9.9", True), ("0.10.0", False), ("0.11.0", False), ("1.0.0", False)]
)
def test_versions_are_compared_as_numbers(running: str, newer: bool) -> None:
    assert parse_update(MESSAGE.encode()).is_newer_than(running) is newer


@pytest.mark.parametrize("text", ["1.0", "1.0.0rc1", "01.0.0", "1.0.0\n", "", "1.0.0.0", "١.0.0"])
def test_other_notations_are_no_versions(text: str) -> None:
    with pytest.raises(ValueError, match="not a version"):
        parse_version(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"rezensent"', '"another"'),
        ('"0.10.0"', "10"),
        ("2026-12-01", '"2026-12-01"'),
        ("2026-12-01", "2026-12-01T10:00:00"),
        ("https://example.org/deb", "http://example.org/deb"),
        ('"https://example.org/"', '"javascript:alert(1)"'),
        ('"https://example.org/"', '"https://["'),
        ("rezensent_0.10.0_amd64.deb", "../rezensent.deb"),
        ("rezensent_0.10.0_amd64.deb", "r" * 200),
        ("270000000", "true"),
        ("270000000", "-1"),
        ("270000000", "9" * 20),
        ("0f0f", "0F0f"),
        ("[notes]", "[other]"),
        ('"Neu: Ä\\u0007\\u202e"', "7"),
        ("program", "=program"),
    ],
)
def test_another_form_is_an_error(before: str, after: str) -> None:
    assert before in MESSAGE
    with pytest.raises((ValueError, LookupError, TypeError, AttributeError)):
        parse_update(MESSAGE.replace(before, after, 1).encode())
