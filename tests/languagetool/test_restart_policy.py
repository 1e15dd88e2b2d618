"""When a server is started again, and when no more."""

import pytest

from editor.errors import LanguageToolError
from editor.languagetool.restart_policy import Backoff, RestartPolicy
from editor.languagetool.timing import EngineTiming

REASON = LanguageToolError("Java ist weg.", "Java is gone.")


def test_a_restart_waits_for_the_pause() -> None:
    policy = RestartPolicy(EngineTiming(pause=10))
    policy.count_start()

    assert policy.delay(REASON) == pytest.approx(10, abs=1)


def test_too_many_restarts_end_with_the_reason() -> None:
    policy = RestartPolicy(EngineTiming(restarts=2))
    for _ in range(2):
        policy.count_start()
        policy.delay(REASON)
    policy.count_start()

    with pytest.raises(LanguageToolError, match=r"Java ist weg\. Auch mehrere Neustarts"):
        policy.delay(REASON)


def test_old_restarts_do_not_count() -> None:
    policy = RestartPolicy(EngineTiming(restarts=1, memory=0))
    for _ in range(5):
        policy.count_start()
        policy.delay(REASON)

    assert policy.starts == 1


def test_delays_double_up_to_the_longest_and_begin_anew() -> None:
    backoff = Backoff(EngineTiming(retry=2, longest_retry=7))

    assert [backoff.next_delay() for _ in range(4)] == [2, 4, 7, 7]
    backoff.reset()
    assert backoff.next_delay() == 2
