"""Checks of unusual places, accounts and systems, in which Rezensent must work or say why not."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from editor.system_libraries import font_packages, library_groups
from tools.acceptance.check import Check, require
from tools.acceptance.machine import USUAL, WRITER, Machine
from tools.acceptance.window_checks import SAMPLE, open_window, output
from tools.trial import MISSPELT, REVIEW

_MISSING = ("libGL.so.1", "libxcb-randr.so.0")
"""A library that Qt's modules load, and one that only its plugin for X11 does."""
_LIBRARIES = "/usr/lib/x86_64-linux-gnu"
_CHROOT = "/mnt/again"
_NOBODY = {"HOME": "/nonexistent", "USER": "nobody"}
_ENDS_S = 30
_CHECK_S = 240


def _found(machine: Machine, program: str = "", variables: Mapping[str, str] = USUAL) -> str:
    """Check a text with a mistake and return the line about it. Raises CheckError."""
    review = machine.put("Texte/Größe des Meeres.md", REVIEW)
    command = (program or machine.program, "check", review)
    answer = machine.write(*command, status=1, variables=variables)
    lines = [line.strip() for line in answer.splitlines() if MISSPELT in line]
    require(lines, answer)
    return lines[0]


def _umlauts(machine: Machine) -> str:
    """Start a program whose folder has blanks, umlauts and signs of the shell."""
    folder = machine.folder.rpartition("/")[0]
    require("ö" in folder and " " in folder, folder)
    return f"{_found(machine)} in {folder}"


def _read_only(machine: Machine) -> str:
    folder = machine.folder
    machine.administer("mount", "--bind", folder, folder)
    machine.administer("mount", "-o", "remount,bind,ro", folder)
    try:
        found = _found(machine)
        window = open_window(machine, picture="read-only")
    finally:
        # The last process of the window may still be ending.
        machine.administer("umount", "--lazy", folder)
    return f"{found}; {window}"


def _link(machine: Machine) -> str:
    link = f"/home/{WRITER}/Verknüpfung zu Rezensent"
    target = machine.write("sh", "-c", f'command -v "{machine.program}"').strip()
    machine.write("ln", "-sfn", target, link)
    return _found(machine, link)


def _no_home(machine: Machine) -> str:
    found = _found(machine, variables=_NOBODY)
    window = open_window(machine, picture="no-home", variables=_NOBODY)
    return f"{found}; {window}"


def _plain_locale(machine: Machine) -> str:
    """Start without any variable about the language, as a script or a service does."""
    return _found(machine, variables={"LANG": "C"})


def _twice(machine: Machine) -> str:
    """Check two texts at the same time, and open two windows."""
    review = machine.put("Texte/Größe des Meeres.md", REVIEW)
    with machine.running("check", review) as first:
        found = _found(machine)
        first.wait(_CHECK_S)
        require(MISSPELT in output(machine), output(machine))
    with machine.running(review):
        require(machine.display.window(_ENDS_S), f"no window: {output(machine)}")
        other = machine.put("Zweite.md", REVIEW)
        with machine.running(other):
            both = machine.wait_for(lambda: len(machine.display.windows()) > 1, _ENDS_S)
            require(both, f"windows: {machine.display.windows()}")
    return f"{found}; two windows"


def _missing_library(machine: Machine) -> str:
    known = {item.soname: item for group in library_groups().values() for item in group}
    sentences = []
    for soname in _MISSING:
        with _hidden(machine, f"{_LIBRARIES}/{soname}"), machine.running() as process:
            ended = machine.wait_for(lambda: process.poll() is not None, _ENDS_S)
            said = output(machine)
        require(ended, f"goes on without {soname}: {said}")
        require(len(said.splitlines()) == 1, f"more than a sentence: {said}")
        require(any(name in said for name in known[soname].packages), said)
        sentences.append(said)
    return " / ".join(sentences)


def _no_font(machine: Machine) -> str:
    with _hidden(machine, "/usr/share/fonts"):
        answer = machine.rezensent("doctor", status=1, variables={"DISPLAY": machine.display.name})
        problems = [line for line in answer.splitlines() if line.startswith("✗")]
        require(any(font in line for line in problems for font in font_packages()), answer)
    return problems[0]


def _no_namespaces(machine: Machine) -> str:
    """Open a window where Chromium's sandbox gets no namespace, as on systems that forbid it.

    A process in a chroot gets none.
    """
    machine.administer("mkdir", "-p", _CHROOT)
    machine.administer("mount", "--rbind", "/", _CHROOT)
    try:
        return open_window(machine, SAMPLE, picture="no-namespaces", chroot=_CHROOT)
    finally:
        machine.administer("umount", "--lazy", _CHROOT)
        machine.administer("rmdir", _CHROOT)


def _no_display(machine: Machine) -> str:
    said = machine.rezensent(status=2).strip()
    require(len(said.splitlines()) == 1 and "Anzeige" in said, said)
    return said


@contextmanager
def _hidden(machine: Machine, path: str) -> Iterator[None]:
    """Take the file or folder ``path`` away within a ``with`` block."""
    real = machine.path(path)
    aside = real.with_name(f"{real.name}.aside")
    real.rename(aside)
    try:
        yield
    finally:
        aside.rename(real)


PLACE_CHECKS = (
    Check("umlauts", _umlauts, packages=("portable",)),
    Check("read-only", _read_only),
    Check("link", _link),
    Check("no home", _no_home),
    Check("plain locale", _plain_locale),
    Check("twice", _twice),
    Check("missing library", _missing_library),
    Check("no font", _no_font),
    Check("no namespaces", _no_namespaces),
    Check("no display", _no_display),
)
