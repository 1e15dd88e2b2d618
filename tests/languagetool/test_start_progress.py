"""Progress of a start: honest, and only in one direction."""

from itertools import pairwise

from editor.languagetool.start_progress import StartProgress


def test_the_percent_follow_the_cpu_time_and_never_reach_100() -> None:
    progress = StartProgress()
    percents = [progress.advance(seconds) for seconds in range(0, 1000, 5)]

    assert percents[0] == 0
    assert 40 <= percents[2] <= 60
    assert percents[-1] < 100
    assert all(before <= after for before, after in pairwise(percents))


def test_a_new_process_does_not_turn_it_back() -> None:
    progress = StartProgress()
    reached = progress.advance(20)

    assert progress.advance(1) == reached
    assert progress.advance(24) > reached
