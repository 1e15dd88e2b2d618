"""What opens outside of the program: where nothing does, the window says where it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tests.gui.form_bench import FormBench


@pytest.mark.parametrize("opens", [True, False])
def test_the_place_is_said_where_no_program_opens(
    form_bench: FormBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: opens)
    window = form_bench.session.window
    before = window.message_bar.sentence
    for url, place in (
        (QUrl.fromLocalFile(str(tmp_path)), str(tmp_path)),
        (QUrl("https://example.org/ä"), "https://example.org/ä"),
    ):
        window.open_outside(url)
        said = f"Dafür hat sich kein Programm geöffnet: {place}"
        assert window.message_bar.sentence == (before if opens else said)
