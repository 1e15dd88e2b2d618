"""Data of the two ICU libraries that Qt brings, with the languages of Rezensent only.

Each is one archive: a header, a table of contents, the names, and the files, each at a multiple of
16 bytes
(https://unicode-org.github.io/icu/userguide/icu_data/#icu-data-file-formats, ``CmnD``). Qt asks
ICU for the order of texts, for capitals and for names of time zones; for a language without data of
its own ICU takes those of the root. Qt's archive is inside a library that has nothing else,
Chromium's is a file.
"""

import re
import struct
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

LANGUAGES = ("de", "en")
_SYMBOL = re.compile(r"([0-9a-f]{16}) +(0x[0-9a-f]+|\d+) OBJECT .* (icudt\d+_dat)$", re.MULTILINE)
_LOCALE = re.compile(r"(?!res_index)([a-z]{2,3})(?:_\w+)?\.res")
_UNREAD = (".cnv", ".dict")
_MAGIC = b"CmnD"
_ALIGNMENT = 16
_ENTRY = struct.Struct("<II")


def is_foreign(name: str) -> bool:
    """Return whether the file ``name`` is data of another language: “icudt73l/coll/fr.res”."""
    locale = _LOCALE.fullmatch(name.rpartition("/")[2])
    return locale is not None and locale[1] not in LANGUAGES


def prune_chromium_data(file: Path) -> None:
    """Remove other languages from the archive that Chromium reads.

    Its dictionaries stay, which break lines of languages without blanks.
    """
    archive = file.read_bytes()
    file.write_bytes(_selected(archive, dropped=is_foreign))


def prune_icu_data(library: Path) -> None:
    """Replace the library by one with less data and the same symbol.

    Converters of old encodings and dictionaries go with the languages: Python decodes files, and Qt
    finds the words of texts itself. Raises ValueError for another format, and CalledProcessError
    without binutils.
    """
    symbols = subprocess.run(
        ["readelf", "-W", "--dyn-syms", library], capture_output=True, text=True, check=True
    ).stdout
    found = _SYMBOL.search(symbols)
    if found is None:
        raise ValueError(f"{library} has no data of ICU")
    start, size = int(found[1], 16), int(found[2], 0)
    archive = library.read_bytes()[start : start + size]
    data = _selected(archive, dropped=lambda name: is_foreign(name) or name.endswith(_UNREAD))
    _link(data, symbol=found[3], library=library)


def read_archive(archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive by name, in order. Raises ValueError for another format."""
    if archive[12:16] != _MAGIC:
        raise ValueError("no archive of ICU's data")
    base = int.from_bytes(archive[:2], "little")
    count = int.from_bytes(archive[base : base + 4], "little")
    table = list(_ENTRY.iter_unpack(archive[base + 4 : base + 4 + count * _ENTRY.size]))
    ends = [offset for _, offset in table[1:]] + [len(archive) - base]
    files = {}
    for (place, offset), end in zip(table, ends, strict=True):
        name = archive[base + place : archive.index(0, base + place)].decode()
        files[name] = archive[base + offset : base + end]
    return files


def write_archive(header: bytes, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of ``files``, which are in the order of their names."""
    files = list(files)
    names = b"".join(name.encode() + b"\0" for name, _ in files)
    place = 4 + len(files) * _ENTRY.size
    offset = _aligned(len(header) + place + len(names)) - len(header)
    contents = bytearray(b"\0" * (offset - place - len(names)))
    table = bytearray()
    for name, content in files:
        table += _ENTRY.pack(place, offset)
        place += len(name.encode()) + 1
        padded = content + b"\0" * (_aligned(len(content)) - len(content))
        contents += padded
        offset += len(padded)
    return b"".join((header, len(files).to_bytes(4, "little"), table, names, contents))


def _selected(archive: bytes, dropped: Callable[[str], bool]) -> bytes:
    header = archive[: int.from_bytes(archive[:2], "little")]
    files = read_archive(archive).items()
    return write_archive(header, [(name, data) for name, data in files if not dropped(name)])


def _aligned(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT


def _link(data: bytes, *, symbol: str, library: Path) -> None:
    """Write ``library`` anew, with ``data`` where ``symbol`` points to."""
    with tempfile.TemporaryDirectory() as folder:
        raw, made = Path(folder, "data"), f"{folder}/data.o"
        raw.write_bytes(data)
        section = ".data=.rodata,alloc,load,readonly,data,contents"
        convert = ["objcopy", "-I", "binary", "-O", "elf64-x86-64", "-B", "i386:x86-64"]
        convert += ["--rename-section", section, "--set-section-alignment", ".data=16"]
        convert += ["--redefine-sym", f"_binary_data_start={symbol}", "--strip-symbol"]
        convert += ["_binary_data_end", "--strip-symbol", "_binary_data_size", "data", "data.o"]
        subprocess.run(convert, check=True, cwd=folder)
        options = ["-soname", library.name, "-z", "noexecstack", "-z", "max-page-size=4096"]
        link = ["ld", "-shared", "--build-id=none", *options, "-o", str(library.resolve()), made]
        library.unlink()
        subprocess.run(link, check=True)
