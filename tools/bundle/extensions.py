"""Extension modules that stand beside packages, outside of any folder."""

from collections.abc import Iterator
from importlib.metadata import distributions

_SUFFIXES = (".so", ".pyd")


def lone_extensions() -> Iterator[str]:
    """Yield the names of those that are installed in this environment.

    They are imported by other extension modules, in C, where no import statement tells of them:
    ``_cffi_backend`` by the bindings of libsodium, the module with the code of mypyc by those that
    it has compiled.
    """
    for distribution in distributions():
        for file in distribution.files or ():
            if len(file.parts) == 1 and file.suffix in _SUFFIXES:
                yield file.name.partition(".")[0]
