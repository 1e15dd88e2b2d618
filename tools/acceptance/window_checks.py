"""Checks of the window: it appears, shows a review, takes keys, and ends."""

import time
from collections.abc import Mapping
from pathlib import Path

from editor.paths import sample_path
from tools.acceptance.check import Check, require
from tools.acceptance.machine import USUAL, WRITER, Machine

_PROMPT_S = 10
"""Time in which the window must be there, also on a slow machine."""
_PATIENT_S = 60
"""Time that checks of something else wait for it, also on a machine that does much else."""
_SETTLED_S = 8
"""Time for the preview and the findings to be drawn before a picture is taken."""
_CHECKER_S = 120
_END_S = 5
_COLOURS = 200
"""A picture with fewer colours shows no window, or no text in it."""
SAMPLE = f"/home/{WRITER}/Das Salzarchiv.md"
"""A long review of the writer."""
_TYPED = "Dieser Sazt handelt von Größe, Öl und dem Süden. "


def open_window(
    machine: Machine,
    *arguments: str,
    picture: str,
    variables: Mapping[str, str] = USUAL,
    chroot: str = "/",
) -> str:
    """Open a window, take a picture of it, and return when it appeared. Raises CheckError."""
    begin = time.monotonic()
    with machine.running(*arguments, variables=variables, chroot=chroot) as process:
        window = machine.display.window(_PATIENT_S)
        seconds = time.monotonic() - begin
        require(window, f"no window in {_PATIENT_S} s: {output(machine)}")
        machine.display.focus(window)
        time.sleep(_SETTLED_S)
        require(process.poll() is None, f"ended by itself: {output(machine)}")
        seen = take_picture(machine, picture)
    return f"window after {seconds:.1f} s, {seen}"


def take_picture(machine: Machine, name: str) -> str:
    """Take a picture of the display and say where it is. Raises CheckError if it stays blank."""
    path = machine.pictures / f"{name}.png"
    shown = machine.wait_for(lambda: machine.display.screenshot(path) > _COLOURS, _PATIENT_S)
    require(shown, f"{path.name} has at most {_COLOURS} colours")
    return f"{path.name} shows it"


def output(machine: Machine) -> str:
    """Return what the program in the background has printed."""
    return (machine.pictures / "output.txt").read_text("utf-8", errors="replace").strip()


def _welcome(machine: Machine) -> str:
    begin = time.monotonic()
    with machine.running():
        require(machine.display.window(_PATIENT_S), f"no window: {output(machine)}")
        seconds = time.monotonic() - begin
        time.sleep(_SETTLED_S)
        seen = f"window after {seconds:.1f} s, {take_picture(machine, 'welcome')}"
        require(seconds <= _PROMPT_S, seen)
    return seen


def _review(machine: Machine) -> str:
    machine.put(Path(SAMPLE).name, sample_path().read_text("utf-8"))
    return open_window(machine, SAMPLE, picture="review")


def _typed_text(machine: Machine) -> str:
    """Type a mistake, mend it by the keys for that, and read the saved file."""
    text = "---\nrezensent: 1\nform: film\ntitle: Süden\n---\n\n## Inhalt {#plot}\n\nEnde.\n"
    review = machine.put("Süden.md", text)
    with machine.running(review) as process:
        window = machine.display.window(_PATIENT_S)
        require(window, f"no window: {output(machine)}")
        machine.display.focus(window)
        time.sleep(_SETTLED_S)
        machine.display.type(_TYPED)
        machine.display.press("ctrl+s")
        saved = machine.path(review)
        # A busy disk may take its time with what is saved.
        if not machine.wait_for(lambda: "Sazt" in saved.read_text("utf-8"), _PATIENT_S):
            take_picture(machine, "typed-text")
        require(_TYPED.strip() in saved.read_text("utf-8"), saved.read_text("utf-8"))
        begin = time.monotonic()
        mended = machine.wait_for(lambda: _is_mended(machine, saved), _CHECKER_S)
        require(mended, f"no finding in {_CHECKER_S} s: {saved.read_text('utf-8')}")
        seconds = time.monotonic() - begin
        machine.display.press("ctrl+q")
        ended = machine.wait_for(lambda: process.poll() is not None, _END_S)
        require(ended, "ctrl+q does not end it")
    return f"„Sazt“ found and mended after {seconds:.0f} s, with umlauts, finding.png"


def _is_mended(machine: Machine, saved: Path) -> bool:
    """Go to the first finding, take a picture, apply its replacement, and save."""
    machine.display.press("F8")
    time.sleep(1)
    take_picture(machine, "finding")
    machine.display.press("alt+Return", "ctrl+s")
    time.sleep(1)
    text = saved.read_text("utf-8")
    return _TYPED.strip()[-20:] in text and "Sazt" not in text


def _icon(machine: Machine) -> str:
    with machine.running():
        window = machine.display.window(_PATIENT_S)
        require(window, f"no window: {output(machine)}")
        time.sleep(1)
        properties = machine.display.properties(window)
    require("_NET_WM_ICON(CARDINAL)" in properties, properties)
    require('"rezensent"' in properties, properties)
    [name] = [line for line in properties.splitlines() if line.startswith("WM_CLASS")]
    return f"_NET_WM_ICON, {name}"


def _end(machine: Machine) -> str:
    """Close the window and see that every process of the program ends."""
    with machine.running(SAMPLE) as process:
        require(machine.display.window(_PATIENT_S), f"no window: {output(machine)}")
        time.sleep(_SETTLED_S)
        count = len(machine.processes())
        machine.display.press("ctrl+q")
        begin = time.monotonic()
        require(machine.wait_for(lambda: process.poll() is not None, _END_S), "does not end")
        gone = machine.wait_for(lambda: not machine.processes(), _END_S)
        require(gone, f"still running: {machine.processes()}")
        require(process.returncode == 0, f"ended with {process.returncode}: {output(machine)}")
    return f"{count} processes ended in {time.monotonic() - begin:.1f} s"


WINDOW_CHECKS = (
    Check("welcome", _welcome),
    Check("review", _review),
    Check("typed text", _typed_text),
    Check("icon", _icon),
    Check("end", _end),
)
