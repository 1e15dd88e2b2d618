"""Earlier versions: what is kept, what is thinned, and that no clock or disk can spoil it."""

import os
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.errors import BackupError
from editor.storage.backups import RULES, Backups, BackupVersion, retained_times
from editor.storage.load_save import digest

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "state" / "backups")


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    path.write_bytes(b"Salz")
    return path


def texts(backups: Backups, path: Path) -> list[bytes]:
    return [backups.read(version) for version in backups.versions(path)]


def files(backups: Backups, path: Path) -> list[Path]:
    return [version.file for version in backups.versions(path)]


# -- thinning ----------------------------------------------------------------------------------

MOMENTS = (st.integers(-40_000_000, 40_000_000) | st.integers(-200_000, 200_000)).map(
    lambda seconds: NOON + timedelta(seconds=seconds)
)
TIMES = st.frozensets(MOMENTS, max_size=300)


@given(TIMES, MOMENTS)
def test_thinning_keeps_the_newest_and_one_in_every_period_that_counts(
    times: frozenset[datetime], now: datetime
) -> None:
    stay = retained_times(times, now)
    assert stay <= times
    past = [time for time in times if time <= now]
    if past:
        assert max(past) in stay
    for most, period in RULES:
        counted = sorted({period(time) for time in past}, reverse=True)[:most]  # type: ignore[type-var]
        assert set(counted) <= {period(time) for time in stay}


@given(TIMES, MOMENTS)
def test_thinning_twice_is_thinning_once(times: frozenset[datetime], now: datetime) -> None:
    assert retained_times(retained_times(times, now), now) == retained_times(times, now)


@given(TIMES, st.lists(MOMENTS, min_size=1, max_size=30))
@example(frozenset({NOON - timedelta(seconds=1), NOON - timedelta(seconds=2)}), [NOON])
def test_thinning_at_every_save_keeps_what_thinning_at_the_last_one_would(
    times: frozenset[datetime], saves: list[datetime]
) -> None:
    start = max(times, default=NOON)
    moments = sorted({start + abs(moment - NOON) for moment in saves} - times)
    each = times
    for now in moments:
        each = retained_times(each | {now}, now)
    # Without a save nothing is thinned.
    assert each == (retained_times(times | set(moments), moments[-1]) if moments else times)


@given(TIMES, MOMENTS)
def test_time_later_than_now_is_retained_and_does_not_count_for_its_period(
    times: frozenset[datetime], now: datetime
) -> None:
    past = frozenset(time for time in times if time <= now)
    assert retained_times(times, now) == retained_times(past, now) | (times - past)


@given(TIMES, st.timedeltas(timedelta(days=1), timedelta(days=20_000)))
def test_a_clock_that_jumps_ahead_costs_one_version_a_period_at_most(
    times: frozenset[datetime], jump: timedelta
) -> None:
    now = max(times, default=NOON)
    before = retained_times(times, now)
    later = now + jump
    after = retained_times(before | {later}, later)
    assert len(before - after) <= len(RULES)


def test_a_year_of_work_is_thinned_by_minutes_hours_days_and_weeks() -> None:
    every = timedelta(minutes=10)
    times = {NOON - n * every for n in range(6 * 24 * 500)}
    stay = sorted(retained_times(times, NOON), reverse=True)
    gaps = [new - old for new, old in pairwise(stay)]
    assert gaps[0] == every
    assert max(gaps) <= timedelta(days=7)
    assert gaps[60] == timedelta(hours=1)
    assert stay[59] == NOON - 59 * every
    assert NOON - timedelta(days=360) < min(stay) + timedelta(days=14)
    assert len(stay) < 60 + 24 + 30 + 52


# -- keeping -----------------------------------------------------------------------------------


def test_what_was_saved_can_be_read_again_the_newest_first(backups: Backups, salt: Path) -> None:
    for minute, text in enumerate((b"Eins", b"Zwei", b"Drei\r\n\xff")):
        version = backups.add(salt, text, NOON + timedelta(minutes=minute))
        assert isinstance(version, BackupVersion)
    assert texts(backups, salt) == [b"Drei\r\n\xff", b"Zwei", b"Eins"]
    newest = backups.versions(salt)[0]
    assert (newest.path, newest.taken, newest.size) == (salt, NOON + timedelta(minutes=2), 7)
    assert newest.has_digest(digest(b"Drei\r\n\xff"))
    assert not newest.has_digest("")


def test_the_same_text_is_not_kept_twice_in_a_row(backups: Backups, salt: Path) -> None:
    assert backups.add(salt, b"Eins", NOON)
    assert backups.add(salt, b"Eins", NOON + timedelta(hours=1)) is None
    assert backups.add(salt, b"Zwei", NOON + timedelta(hours=2))
    assert backups.add(salt, b"Eins", NOON + timedelta(hours=3))
    assert texts(backups, salt) == [b"Eins", b"Zwei", b"Eins"]


def test_a_minute_keeps_its_last_version_and_what_somebody_else_wrote(
    backups: Backups, salt: Path
) -> None:
    backups.add(salt, b"von anderswo", NOON, foreign=True)
    for second in range(1, 30):
        backups.add(salt, b"Text %d" % second, NOON + timedelta(seconds=second))
    assert texts(backups, salt) == [b"Text 29", b"von anderswo"]
    assert [version.is_foreign for version in backups.versions(salt)] == [False, True]


def test_reviews_of_one_name_in_two_folders_are_two(backups: Backups, tmp_path: Path) -> None:
    for name in ("a", "b"):
        backups.add(tmp_path / name / "salz.md", name.encode(), NOON)
    assert texts(backups, tmp_path / "a" / "salz.md") == [b"a"]
    assert texts(backups, tmp_path / "b" / "salz.md") == [b"b"]


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_link_stands_for_its_target_and_no_other_user_may_read(
    backups: Backups, salt: Path, tmp_path: Path
) -> None:
    link = tmp_path / "verweis.md"
    link.symlink_to(salt)
    backups.add(link, b"Eins", NOON)
    (version,) = backups.versions(salt)
    assert version.file.stat().st_mode & 0o777 == 0o600
    for folder in (version.file.parent, version.file.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in version.file.parent.iterdir()} == {0o600}


def test_versions_of_a_file_that_is_gone_are_found_by_its_name(
    backups: Backups, salt: Path, tmp_path: Path
) -> None:
    backups.add(salt, b"Eins", NOON)
    backups.add(salt, b"Zwei", NOON + timedelta(days=1))
    backups.add(tmp_path / "öl.md", b"\xc3\x96l", NOON + timedelta(hours=1))
    salt.unlink()
    again = Backups(tmp_path / "state" / "backups")
    assert [version.path for version in again.reviews()] == [salt, tmp_path / "öl.md"]
    assert again.read(again.reviews()[0]) == b"Zwei"


def test_a_clock_that_was_ahead_and_is_right_again_costs_nothing(
    backups: Backups, salt: Path
) -> None:
    moments = [
        NOON,
        NOON + timedelta(days=9_000),
        NOON + timedelta(days=1),
        NOON - timedelta(days=20_000),
        NOON + timedelta(days=2),
    ]
    for moment in moments:
        backups.add(salt, str(moment).encode(), moment)
    assert {version.taken for version in backups.versions(salt)} == set(moments)


def test_a_damaged_or_vanished_version_says_so_and_the_others_stay(
    backups: Backups, salt: Path
) -> None:
    for day in range(3):
        backups.add(salt, b"Tag %d" % day, NOON + timedelta(days=day))
    newest, middle, oldest = backups.versions(salt)
    middle.file.write_bytes(b"Ta")
    for version in (newest, middle):
        if version is newest:
            version.file.unlink()
        with pytest.raises(BackupError, match="nicht lesbar"):
            backups.read(version)
    assert backups.read(oldest) == b"Tag 0"


def test_foreign_files_in_the_folder_are_passed_by(backups: Backups, salt: Path) -> None:
    version = backups.add(salt, b"Eins", NOON)
    assert version is not None
    folder = version.file.parent
    (folder / "20269999T999999.000000Z-0123456789abcdef.md").write_bytes(b"x")
    (folder / "Notiz.txt").write_bytes(b"x")
    (folder / "review.json").write_bytes(b"{")
    (folder.parent / "leer").mkdir()
    (folder.parent / "datei").write_bytes(b"x")
    assert texts(backups, salt) == [b"Eins"]
    assert [found.file for found in backups.reviews()] == [version.file]
    backups.shrink(0, NOON)
    assert texts(backups, salt) == [b"Eins"]
    backups.add(salt, b"Zwei", NOON + timedelta(hours=1))
    assert [found.path for found in backups.reviews()] == [salt]


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path, salt: Path) -> None:
    (tmp_path / "voll").write_bytes(b"")
    backups = Backups(tmp_path / "voll" / "backups")
    with pytest.raises(BackupError, match="bitte schaffen Sie dort Platz"):
        backups.add(salt, b"Eins", NOON)
    assert backups.versions(salt) == ()
    assert backups.reviews() == ()
    backups.shrink(0)
    backups.clear()


# -- space -------------------------------------------------------------------------------------


def test_the_oldest_go_first_and_the_newest_of_a_review_never(
    backups: Backups, tmp_path: Path
) -> None:
    old, new = tmp_path / "alt.md", tmp_path / "neu.md"
    for day in range(4):
        backups.add(old, b"%d" % day * 100, NOON - timedelta(days=100 - day))
        backups.add(new, b"%d" % day * 100, NOON - timedelta(days=10 - day))
    backups.shrink(800, NOON)
    assert len(texts(backups, old)) == len(texts(backups, new)) == 4
    backups.shrink(599, NOON)
    assert texts(backups, old) == [b"3" * 100]
    assert len(texts(backups, new)) == 4
    backups.shrink(0, NOON)
    assert texts(backups, old) == texts(backups, new) == [b"3" * 100]


def test_the_newest_of_the_past_stays_also_beside_one_of_the_future(
    backups: Backups, salt: Path
) -> None:
    for day in (-2, -1, 9_000):
        backups.add(salt, b"%d" % day, NOON + timedelta(days=day))
    backups.shrink(0, NOON)
    assert texts(backups, salt) == [b"9000", b"-1"]


def test_what_a_killed_program_left_goes_and_what_is_being_written_stays(
    backups: Backups, salt: Path
) -> None:
    version = backups.add(salt, b"Eins", NOON)
    assert version is not None
    left, young = (version.file.parent / f".x.md.{name}.neu" for name in ("abcdefgh", "stuvwxyz"))
    left.write_bytes(b"halb")
    young.write_bytes(b"halb")
    os.utime(left, (0, 0))
    backups.shrink(1_000)
    assert not left.exists()
    assert young.exists()


def test_versions_of_one_review_or_of_all_can_be_removed(backups: Backups, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    for path in paths:
        backups.add(path, b"x", NOON)
    backups.forget(paths[0])
    backups.forget(tmp_path / "nie.md")
    assert [len(files(backups, path)) for path in paths] == [0, 1, 1]
    backups.clear()
    assert backups.reviews() == ()
    assert backups.add(paths[0], b"x", NOON) is not None
