"""Moments as people say them."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate

_MINUTE, _HOUR, _DAY, _WEEK = 60, 3_600, 86_400, 604_800


def at(moment: datetime) -> str:
    """Return day and time of ``moment`` where the writer is: „22. Nov. 2026, 18:05“."""
    time = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
    return QLocale().toString(time, "d. MMM yyyy, HH:mm")


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ``moment`` is ago: „vor 2 Stunden“. Empty for what lies ahead."""
    seconds = (now - moment).total_seconds()
    if seconds < 0:
        return ""
    if seconds < _MINUTE:
        return translate("Versions", "gerade eben")
    one, many = _units()
    length = next(size for size in (_WEEK, _DAY, _HOUR, _MINUTE) if seconds >= size)
    n = int(seconds // length)
    return one[length] if n == 1 else many[length].format(n=n)


def _units() -> tuple[dict[int, str], dict[int, str]]:
    one = {
        _MINUTE: translate("Versions", "vor 1 Minute"),
        _HOUR: translate("Versions", "vor 1 Stunde"),
        _DAY: translate("Versions", "vor 1 Tag"),
        _WEEK: translate("Versions", "vor 1 Woche"),
    }
    many = {
        _MINUTE: translate("Versions", "vor {n} Minuten"),
        _HOUR: translate("Versions", "vor {n} Stunden"),
        _DAY: translate("Versions", "vor {n} Tagen"),
        _WEEK: translate("Versions", "vor {n} Wochen"),
    }
    return one, many
