"""The version of the program as Windows writes it: four numbers."""

from packaging.version import Version


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers of ``version``, such as (0, 1, 0, 0) for "0.1" and "0.1.0rc1".

    Windows knows no versions before a release. Raises InvalidVersion (packaging.python.org).
    """
    parsed = Version(version)
    return parsed.major, parsed.minor, parsed.micro, 0
