"""Helper processes end when they are told to, and only while they are waited for."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Event

import pytest

from editor import pandoc
from editor.errors import ConversionError
from editor.helper_processes import end_helpers, helper_process, restore_environment


def test_helpers_end_while_they_are_waited_for() -> None:
    killed = list[str]()
    with helper_process(lambda: killed.append("outer")):
        with helper_process(lambda: killed.append("inner")):
            pass
        end_helpers()
    end_helpers()
    assert killed == ["outer"]


def test_pandoc_can_be_ended_from_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def announced(kill: Callable[[], None]) -> AbstractContextManager[None]:
        begun.set()
        return helper_process(kill)

    monkeypatch.setattr(pandoc, "helper_process", announced)
    endless = b"[" * 200_000
    with ThreadPoolExecutor() as pool:
        result = pool.submit(pandoc.run, endless, "markdown", "json", seconds=600)
        assert begun.wait(60)
        while not result.done():
            end_helpers()
        assert isinstance(result.exception(), ConversionError)


@pytest.mark.parametrize("before", [None, "", "/opt/lib"])
def test_programs_of_the_system_get_nothing_of_a_bundle(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = "/usr/lib/rezensent/_internal"
    theirs = {"LD_LIBRARY_PATH_ORIG": before, "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin"}
    made = {
        "LD_LIBRARY_PATH": inner,
        "QT_PLUGIN_PATH": f"{inner}/PySide6/Qt/plugins",
        "QML2_IMPORT_PATH": f"{inner}/PySide6/Qt/qml",
        "_PYI_ARCHIVE_FILE": "/usr/lib/rezensent/rezensent",
        "_PYI_PARENT_PROCESS_LEVEL": "1",
    }
    kept = {name: value for name, value in theirs.items() if value is not None}
    monkeypatch.setattr(os, "environ", {**kept, **made})

    restore_environment()

    wanted = {} if before is None else {"LD_LIBRARY_PATH": before}
    assert os.environ == {"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin", **wanted}
