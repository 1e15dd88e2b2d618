"""Title of the window: the review, and what is to be known about it at once."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from editor.review.facts import format_for_page, season_name
from editor.review.model import Review

translate = QCoreApplication.translate


def window_title(review: Review, path: Path | None, *, held: bool) -> str:
    """Return the title for QWidget.setWindowTitle: “Missions – Staffel 2[*] – Rezensent”.

    A review without a title has the name of its file. ``held`` says that another window or program
    edits the file, so that this one only shows it.
    """
    title = " ".join(format_for_page(review.fact("title")).split())
    season = season_name(review.fact("season")) if review.form.fact("season") else ""
    named = " – ".join(filter(None, (title, season))) if title else ""
    name = named or (path.name if path else translate("MainWindow", "Rezension ohne Titel"))
    # Qt takes “[*]” as the place of the mark for unsaved changes, and a double one as the text.
    name = name.replace("[*]", "[*][*]")
    if held:
        name = translate("MainWindow", "{name} (nur lesen)").format(name=name)
    return f"{name}[*] – Rezensent"
