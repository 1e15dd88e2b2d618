"""Choices of the welcome page in the words of the writer."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence

from editor.gui.keyboard.key_text import key_text
from editor.gui.welcome.choice_button import Choice
from editor.gui.welcome.recent_reviews import RecentReview
from editor.review.form import Form, load_form, shipped_form_ids

translate = QCoreApplication.translate


def new_choices(own: Sequence[Form]) -> list[Choice]:
    """Return the ways to begin a review; ``own`` are the writer's own forms."""
    choices = [
        Choice(
            "new_film",
            "clapperboard",
            translate("Welcome", "Film"),
            translate("Welcome", "Im Kino, im Stream oder auf Disc"),
        ),
        Choice(
            "new_series",
            "tv",
            translate("Welcome", "Serie"),
            translate("Welcome", "Eine Staffel oder eine ganze Serie"),
        ),
        Choice(
            "new_disc",
            "disc-3",
            translate("Welcome", "Disc"),
            translate("Welcome", "DVD oder Blu-ray, mit Bild, Ton und Extras"),
        ),
        Choice(
            "import",
            "file-input",
            translate("Welcome", "Text importieren …"),
            translate("Welcome", "Aus Word, LibreOffice, HTML oder Markdown"),
        ),
    ]
    choices += [_own_form(form) for form in own]
    numbered = [choice._replace(keys=str(n)) for n, choice in enumerate(choices[:9], 1)]
    pasted = Choice(
        "import_clipboard",
        "clipboard-paste",
        translate("Welcome", "Kopierten Text importieren"),
        translate("Welcome", "In Word, im Browser oder in einer Mail kopiert"),
        key_text(QKeySequence.StandardKey.Paste),
    )
    return [*numbered[:4], pasted, *numbered[4:], *choices[9:]]


def earlier_choices(
    recent: Sequence[RecentReview], drafts: int, keys: Callable[[str], str]
) -> list[Choice]:
    """Return the ways to continue: recent reviews, a file, the sample, and ``drafts``.

    ``keys`` returns the shortcut of an action as it is shown.
    """
    choices = [_recent(place, review) for place, review in enumerate(recent)]
    choices.append(
        Choice(
            "open",
            "folder-open",
            translate("Welcome", "Öffnen …"),
            translate("Welcome", "Eine Rezension von diesem Rechner"),
            keys("open"),
        )
    )
    choices.append(
        Choice(
            "sample",
            "book-open",
            translate("Welcome", "Beispielrezension"),
            translate("Welcome", "Zum Ansehen und Ausprobieren"),
        )
    )
    if drafts:
        choices.append(_drafts(drafts))
    return choices


def _own_form(form: Form) -> Choice:
    return Choice(
        f"form.{form.id}",
        "file-pen-line",
        form.label.text(),
        translate("Welcome", "Mit Ihrem eigenen Formular"),
    )


def _drafts(count: int) -> Choice:
    return Choice(
        "recover",
        "archive-restore",
        translate("Welcome", "Ungesicherte Texte …"),
        translate("Welcome", "Ein Text, der beim letzten Beenden nicht gesichert war")
        if count == 1
        else translate(
            "Welcome", "{n} Texte, die beim letzten Beenden nicht gesichert waren"
        ).format(n=count),
    )


def _recent(place: int, review: RecentReview) -> Choice:
    parts = [review.path.name if review.title != review.path.name else str(review.path.parent)]
    if review.form_id in shipped_form_ids():
        parts.insert(0, load_form(review.form_id).label.text())
    if review.changed is not None:
        parts.insert(-1, _day(review.changed))
    gone = translate("Welcome", "Die Datei ist nicht mehr vorhanden")
    return Choice(
        f"recent.{place}",
        "file-text",
        review.title,
        gone if review.missing else " · ".join(parts),
        tip=str(review.path),
    )


def _day(time: datetime) -> str:
    """Return the day of ``time``, and for today and yesterday the time as well."""
    days = (date.today() - time.date()).days  # noqa: DTZ011 - the writer's own day
    if days in (0, 1):
        near = translate("Welcome", "gestern, {t}") if days else translate("Welcome", "heute, {t}")
        return near.format(t=f"{time:%H:%M}")
    day = QDate(time.year, time.month, time.day)
    return QLocale().toString(day, translate("Welcome", "d. MMMM yyyy"))
