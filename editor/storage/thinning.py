"""Which of many versions are worth keeping: many young ones, and the older the fewer.

The scheme is the one of BorgBackup's „prune“ (grandfather, father, son), with the numbers that
Time Machine made usual: the newest version of each of the last 60 minutes, 24 hours, 30 days and
52 weeks. As there, only periods count in which there is a version. So neither a long pause nor a
clock that was wrong for a while costs more versions than the next ordinary save does.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from itertools import islice

Period = Callable[[datetime], Hashable]


def _minute(time: datetime) -> Hashable:
    return time.replace(second=0, microsecond=0)


def _hour(time: datetime) -> Hashable:
    return time.replace(minute=0, second=0, microsecond=0)


def _day(time: datetime) -> Hashable:
    return time.date()


def _week(time: datetime) -> Hashable:
    """Return the week of ISO 8601."""
    return time.isocalendar()[:2]


RULES: tuple[tuple[int, Period], ...] = ((60, _minute), (24, _hour), (30, _day), (52, _week))
"""How many periods of each kind keep their newest version."""


def kept(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return those of ``times`` whose versions are kept; all of them are in one time zone.

    What is later than ``now`` was kept while the clock was wrong, or is: it stays, and takes
    nobody's place.
    """
    found = frozenset(times)
    past = sorted((time for time in found if time <= now), reverse=True)
    result = {time for time in found if time > now}
    for most, period in RULES:
        newest: dict[Hashable, datetime] = {}
        for time in past:
            newest.setdefault(period(time), time)
        result.update(islice(newest.values(), most))
    return frozenset(result)
