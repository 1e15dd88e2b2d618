"""Commands that read a review of a newer version say that something may be missing."""

from pathlib import Path

import pytest

from editor.cli.main import run


@pytest.mark.parametrize(
    "command",
    [
        ("stats",),
        ("export", "--to", "txt"),
        ("export", "--to", "txt", "--output", "-"),
        ("export", "--to", "html,txt", "--jobs", "1"),
    ],
    ids=" ".join,
)
def test_a_review_of_a_newer_version_is_told_and_stays(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "salz.md"
    name, *options = command
    for number, is_told in ((2, True), (1, False)):
        text = f"---\nrezensent: {number}\nform: film\ntitle: Salz\n---\n\nGut.\n"
        path.write_text(text, "utf-8")
        assert run([name, str(path), *options], lambda *_: 1) == 0
        told = capsys.readouterr().err
        assert ("mit einer neueren Version von Rezensent" in told) is is_told
        assert path.read_text("utf-8") == text
