"""Java's classes as one file, ``lib/modules``, with fewer of them.

The runtime from the wheel is a whole Java SE without the tool that would link a smaller one. Its
classes are in a jimage: a header, a perfect hash table of names, the attributes of each file, a
table of strings, and then the contents one after the other. Format and hash function are those of
``jdk.internal.jimage`` in OpenJDK (``ImageHeader``, ``ImageLocation``, ``ImageStringsReader``).
Descriptors of modules stay, since the start of Java reads the ones of the whole image.
"""

import struct
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

_MAGIC = 0xCAFEDADA
_HEADER = struct.Struct("<7I")
"""Magic, version, flags, files, length of the table, bytes of the attributes and of the strings."""
_MODULE, _PARENT, _BASE, _EXTENSION, _OFFSET, _COMPRESSED, _SIZE = range(1, 8)
_SEED = 0x01000193
_MASK = 0x7FFFFFFF


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A file in the image: where its name is among the strings, and its content."""

    name: str
    """As Java hashes it: “/java.base/java/lang/Object.class”."""
    strings: tuple[int, ...]
    """Offsets of module, folder, stem and suffix among the strings."""
    content: bytes
    """Empty for a folder."""
    children: tuple[str, ...] = ()
    """Names of what a folder has."""

    @property
    def size(self) -> int:
        """Size in the image, in bytes; a folder has the offsets of its children's attributes."""
        return len(self.content) + 4 * len(self.children)


@dataclass(frozen=True, slots=True)
class JavaImage:
    """All files of an image, and the table of strings that their names are in."""

    version: int
    flags: int
    strings: bytes
    files: tuple[ImageFile, ...]

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read an image. Raises ValueError for another format, or for compressed contents."""
        magic, version, flags, _, length, attributes, strings = _HEADER.unpack_from(data)
        if magic != _MAGIC:
            raise ValueError("no image of Java's classes for little-endian machines")
        start = _HEADER.size + 8 * length
        offsets = struct.unpack_from(f"<{length}I", data, _HEADER.size + 4 * length)
        texts = data[start + attributes : start + attributes + strings]
        contents = memoryview(data)[start + attributes + strings :]
        read = {offset: _attributes(data, start + offset) for offset in offsets}
        files = {offset: _file(one, texts, contents) for offset, one in read.items()}
        names = {offset: file.name for offset, file in files.items()}
        return cls(version, flags, texts, tuple(_folder(file, names) for file in files.values()))

    def without(self, dropped: Callable[[str], bool]) -> Self:
        """Return the image without the files whose names ``dropped`` returns true for."""
        kept = [file for file in self.files if not dropped(file.name)]
        names = {file.name for file in kept}
        files = (
            replace(file, children=tuple(name for name in file.children if name in names))
            for file in kept
        )
        return replace(self, files=tuple(files))

    def write(self) -> bytes:
        """Return the image as Java reads it."""
        redirections, order = _perfect_hash([file.name for file in self.files])
        files = [self.files[index] for index in order]
        attributes, offsets, end = bytearray(b"\0"), {}, 0
        for file in files:
            offsets[file.name] = len(attributes)
            attributes += _encoded((*file.strings, end, 0, file.size))
            end += file.size
        count = len(files)
        sizes = (len(attributes), len(self.strings))
        header = _HEADER.pack(_MAGIC, self.version, self.flags, count, count, *sizes)
        tables = struct.pack(f"<{count}i{count}I", *redirections, *offsets.values())
        contents = (
            file.content + b"".join(struct.pack("<I", offsets[name]) for name in file.children)
            for file in files
        )
        return b"".join((header, tables, attributes, self.strings, *contents))


def _attributes(data: bytes, position: int) -> dict[int, int]:
    """Return the attributes at ``position``: a byte of kind and length each, then the value."""
    found: dict[int, int] = {}
    while kind := data[position] >> 3:
        end = position + 2 + (data[position] & 7)
        found[kind] = int.from_bytes(data[position + 1 : end], "big")
        position = end
    return found


def _encoded(values: Sequence[int]) -> bytes:
    """Return the attributes of the kinds 1, 2, 3 … with these values; zeros are left out."""
    parts = bytearray()
    for kind, value in enumerate(values, 1):
        if value:
            length = (value.bit_length() + 7) // 8
            parts.append(kind << 3 | length - 1)
            parts += value.to_bytes(length, "big")
    return bytes(parts) + b"\0"


def _file(attributes: dict[int, int], texts: bytes, contents: memoryview) -> ImageFile:
    if attributes.get(_COMPRESSED):
        raise ValueError("the classes are compressed")
    places = tuple(attributes.get(kind, 0) for kind in (_MODULE, _PARENT, _BASE, _EXTENSION))
    module, parent, base, extension = (
        texts[place : texts.index(0, place)].decode() for place in places
    )
    name = (
        (f"/{module}/" if module else "")
        + (f"{parent}/" if parent else "")
        + base
        + (f".{extension}" if extension else "")
    )
    start = attributes.get(_OFFSET, 0)
    return ImageFile(name, places, bytes(contents[start : start + attributes.get(_SIZE, 0)]))


def _folder(file: ImageFile, names: dict[int, str]) -> ImageFile:
    """Return ``file``, with the names of its children if it is a folder.

    Folders are all of “/modules”, and the list of packages.
    """
    if file.name != "/packages" and not f"{file.name}/".startswith("/modules/"):
        return file
    offsets = struct.unpack(f"<{len(file.content) // 4}I", file.content)
    return replace(file, content=b"", children=tuple(names[offset] for offset in offsets))


def _hash(name: bytes, seed: int) -> int:
    for byte in name:
        seed = (seed * _SEED ^ byte) & 0xFFFFFFFF
    return seed & _MASK


def _perfect_hash(names: list[str]) -> tuple[list[int], list[int]]:
    """Return the redirections, and the indices of ``names`` in the order of the table.

    A redirection below zero is the place itself, as -1 - place; above zero it is the seed of a
    second hash, which puts all names of the same first hash into different places.
    """
    count = len(names)
    encoded = [name.encode() for name in names]
    buckets: dict[int, list[int]] = defaultdict(list)
    for index, name in enumerate(encoded):
        buckets[_hash(name, _SEED) % count].append(index)
    redirections, places = [0] * count, [-1] * count
    ordered = sorted(buckets.items(), key=lambda item: (-len(item[1]), item[0]))
    free = 0
    for bucket, members in ordered:
        if len(members) == 1:
            free = places.index(-1, free)
            places[free] = members[0]
            redirections[bucket] = -1 - free
        else:
            seed, found = _second_hash([encoded[index] for index in members], places)
            for index, place in zip(members, found, strict=True):
                places[place] = index
            redirections[bucket] = seed
    return redirections, places


def _second_hash(names: list[bytes], places: list[int]) -> tuple[int, list[int]]:
    """Return the first seed that puts ``names`` into free places, and these places."""
    for seed in range(_SEED + 1, _MASK):
        found = [_hash(name, seed) % len(places) for name in names]
        if len(set(found)) == len(found) and all(places[place] < 0 for place in found):
            return seed, found
    raise ValueError(f"no hash tells {len(names)} names apart")
