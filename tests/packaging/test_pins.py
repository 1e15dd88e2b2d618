"""The pinned requirements hold for every system, not only for the one that pinned them."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).resolve().parents[2]
_SYSTEMS = {
    "linux": ("linux", "Linux", "posix", "x86_64"),
    "windows": ("win32", "Windows", "nt", "AMD64"),
    "macos": ("darwin", "Darwin", "posix", "arm64"),
}
_PYTHONS = ("3.11.2", "3.13.0", "3.14.0")


@pytest.mark.parametrize("python", _PYTHONS)
@pytest.mark.parametrize("system", _SYSTEMS)
@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_everything_that_a_system_needs_is_pinned(name: str, system: str, python: str) -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    if name == "dev":
        wanted += project["optional-dependencies"]["dev"]
    environment = _environment(system, python)
    pinned = {pin for pin, marker in _pins(name) if marker is None or marker.evaluate(environment)}
    assert set(_needed(wanted, environment)) <= pinned


def test_a_package_that_only_windows_needs_is_not_installed_elsewhere() -> None:
    pins = dict(_pins("runtime"))
    marker = pins[canonicalize_name("colorama")]
    assert marker is not None
    assert not marker.evaluate(_environment("linux", "3.11.2"))


def _environment(system: str, python: str) -> Mapping[str, str]:
    sys_platform, platform_system, os_name, machine = _SYSTEMS[system]
    return {
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "os_name": os_name,
        "platform_machine": machine,
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
    }


def _pins(name: str) -> Iterator[tuple[str, Marker | None]]:
    for line in (_ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line and not line.lstrip().startswith("#"):
            pin = Requirement(line.rstrip("\\ "))
            yield canonicalize_name(pin.name), pin.marker


def _needed(wanted: Iterable[str], environment: Mapping[str, str]) -> set[str]:
    """Return the names of all packages that ``wanted`` ends in, by the metadata of those here."""
    names: set[str] = set()
    waiting = [Requirement(text) for text in wanted]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if not _applies(requirement, environment, {""}) or name in names:
            continue
        names.add(name)
        for text in _requires(name):
            more = Requirement(text)
            if _applies(more, environment, requirement.extras or {""}):
                more.marker = None
                waiting.append(more)
    return names


def _applies(requirement: Requirement, environment: Mapping[str, str], extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate({**environment, "extra": extra}) for extra in extras
    )


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        # One that only another system needs.
        return []
