"""Files as they come: of other programs, damaged, hostile, or no files at all."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

BODY = "## Story {#story}\n\nGrüße „aus“ Köln – schön.\n"
GOOD = f"---\ntitle: Größe\n---\n{BODY}"
LAUGHS = 'a: &a ["lol", "lol"]\n' + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghijklmnopqrs", "bcdefghijklmnopqrst", strict=True)
)
MERGES = "a: &a {x: 1, y: 2}\n" + "".join(
    f"{name}: &{name} {{!!merge <<: [{', '.join([f'*{before}'] * 9)}]}}\n"
    for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True)
)
TAGS = (
    "title: Größe\na: !!python/object/apply:os.mkdir [verboten]\nb: !eigen {c: d}\n"
    "c: !!int x\nd: !!bool x\ne: !!timestamp x\nf: !!float x\ng: !!binary ä\nh: !!set [a]\n"
)

TOML = (
    "# oben\ntitle = 'Größe' # so\ndate = 2024-05-01T10:00:00+02:00\nlocal = 2024-05-01 10:00:00\n"
    "time = 10:30:00.5\na.b = 1\na.c = [1,\n  2, # zwei\n]\n\n# Tabellen\n[params]\n"
    'x = """\n[keine]\n\\"\\"\\" """\ny = {z = [{u = 1}, {u = 2}]}\n[[cast]]\n'
    'name = "A"\n[[cast]]\n[menu.main]\nweight = 0x1F\n[params.inner]\nday = 2024-05-01\n'
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file; what becomes of it when it is opened."""

    name: str
    make: Callable[[Path], object]
    opened: str = "same"
    """„same“: saved, its bytes are the same; „recoded“: its text is, in UTF-8; „copy“: it is opened
    without its file; „refused“."""
    title: str = ""


def _bytes(data: bytes, path: Path) -> None:
    path.write_bytes(data)


def text(name: str, content: str, opened: str = "same", title: str = "") -> Kind:
    return Kind(name, partial(_bytes, content.encode()), opened, title)


def data(name: str, content: bytes, opened: str = "same", title: str = "") -> Kind:
    return Kind(name, partial(_bytes, content), opened, title)


def front(name: str, lines: str, opened: str = "same", title: str = "") -> Kind:
    return text(name, f"---\n{lines}---\n{BODY}", opened, title)


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("fort"))


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _below_a_file(path: Path) -> None:
    path.symlink_to(path.with_name("datei") / "darunter.md")
    path.with_name("datei").touch()


KINDS = (
    text("as it should be", GOOD, title="Größe"),
    # -- encodings
    data("latin-1", GOOD.replace("„aus“ Köln –", "aus").encode("latin-1"), "recoded", "Größe"),
    data("windows-1252", GOOD.encode("cp1252"), "recoded", "Größe"),
    data("mac roman", GOOD.encode("mac_roman"), "recoded", "Größe"),
    data("utf-16 with mark", GOOD.encode("utf-16"), "recoded", "Größe"),
    data("utf-16 of the other kind with mark", b"\xfe\xff" + GOOD.encode("utf-16-be"), "recoded"),
    data("utf-16 without mark", GOOD.encode("utf-16-le"), "recoded", "Größe"),
    data("utf-16 of the other kind without mark", GOOD.encode("utf-16-be"), "recoded", "Größe"),
    data("half of a utf-16", GOOD.encode("utf-16")[:-1], "refused"),
    data("byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), title="Größe"),
    data("a byte gone wrong", GOOD.encode().replace("Köln".encode(), b"K\xf6ln"), "copy", "Größe"),
    data("cut within a character", GOOD.encode()[: GOOD.encode().index("ö".encode()) + 1], "copy"),
    data("every byte there is", bytes(range(256)), "refused"),
    data("a picture", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(255, 0, -1)), "refused"),
    data("cyrillic of one byte", "Привет, мир".encode("cp1251"), "refused"),
    # -- lines and signs
    text("line ends of Windows", GOOD.replace("\n", "\r\n"), title="Größe"),
    text("line ends of old Macs", GOOD.replace("\n", "\r")),
    text("mixed line ends", GOOD.replace("\n", "\r\n", 4)),
    text("doubled carriage returns", GOOD.replace("\n", "\r\r\n")),
    text("null characters", GOOD.replace("aus", "a\0us"), title="Größe"),
    text("other line ends", GOOD.replace("aus", "a\u2028b\u2029c\x85d\x0be\x0cf"), title="Größe"),
    text("only null characters", "\0" * 400),
    text("nothing", ""),
    text("blanks", " \n\t\n "),
    text("half a front matter", "---\ntitle: Größe\nyea"),
    text("an empty front matter", "---\n---\n"),
    text("fences only", "---\n" * 1_000),
    # -- front matter of other programs
    text("hugo with toml", f"+++\ntitle = 'Größe'\n+++\n\n{BODY}", title="Größe"),
    text("hugo with json", f'{{\n  "title": "Größe"\n}}\n\n{BODY}', title="Größe"),
    text("hugo with much toml", f"+++\n{TOML}+++\n\n{BODY}", title="Größe"),
    text("toml of Windows", f"+++\n{TOML}+++\n{BODY}".replace("\n", "\r\n"), title="Größe"),
    text("json on one line", f'{{"title": "Größe", "year": 1.50}}\n{BODY}', title="Größe"),
    text("half a toml", "+++\ntitle = 'Größe'\nyea"),
    text("half a json", '{"title": "Größe", "yea'),
    text("pluses around a sentence", f"+++\nEs eilt.\n+++\n\n{BODY}"),
    text("pluses in a line", f"+++ Es eilt +++\n\n{BODY}"),
    text("a brace that begins a text", f'{{{{< shortcode "a": 1 >}}}}\n\n{BODY}'),
    text("no more than braces", f"{{}}\n\n{BODY}"),
    text("json between semicolons", f';;;\n{{"title": "Größe"}}\n;;;\n\n{BODY}'),
    front("jekyll", "layout: post\ntitle: Größe\ncategories: [a, b]\n", title="Größe"),
    front(
        "obsidian", 'title: Größe\naliases:\n  - G\ntags: [film]\nup: "[[Liste]]"\n', title="Größe"
    ),
    front("zettlr", "title: Größe\nid: 20240101120000\nkeywords:\n  - film\n", title="Größe"),
    text("pandoc", f"---\ntitle: Größe\n...\n\n{BODY}", title="Größe"),
    text("pandoc's title block", f"% Größe\n% Ich\n\n{BODY}"),
    text("multimarkdown", f"Title: Größe\nAuthor: Ich\n\n{BODY}"),
    # -- hostile or broken front matter
    front("a billion laughs", LAUGHS),
    front("a billion merges", MERGES),
    front("an alias in itself", "title: Größe\na: &a [*a]\nb: &b {c: *b}\n", title="Größe"),
    front("tags", TAGS, title="Größe"),
    front("a deep value", f"title: Größe\na: {'[' * 150}{']' * 150}\n", title="Größe"),
    front("a value too deep", f"a: {'[' * 5_000}\n", "refused"),
    front("a front matter too long", "a: b\n" * 200_000, "refused"),
    front("a null character in the front matter", "title: a\0b\n", "refused"),
    front("a bell in the front matter", "title: a\x07b\n", "refused"),
    text("broken toml", f"+++\ntitle = Größe\n+++\n{BODY}", "refused"),
    text("a toml key twice", f"+++\na = 1\na = 2\n+++\n{BODY}", "refused"),
    text("broken json", f'{{\n"title": "Größe",\n}}\n{BODY}', "refused"),
    text("json that is none", f'{{"a": NaN}}\n{BODY}', "refused"),
    text("a toml value too deep", f"+++\na = {'[' * 5_000}\n+++\n", "refused"),
    text("toml keys too deep", f"+++\n{'a.' * 200_000}a = 1\n+++\n", "refused"),
    text("a toml too long", f"+++\n{'# a = b' * 100_000}\na = 1\n+++\n", "refused"),
    text("a json value too deep", f'{{"a": {"[" * 50_000}}}\n', "refused"),
    text("a json too long", f'{{"a": "{"b" * 500_000}"}}\n', "refused"),
    text("a deep json", f'{{"title": "Größe", "a": {"[" * 400}{"]" * 400}}}\n', title="Größe"),
    text("much toml", f"+++\ntitle = 'Größe'\na = [{'1,' * 20_000}]\n+++\n", title="Größe"),
    text("toml numbers", f"+++\na = nan\nb = -inf\nc = 1e999\nd = {'9' * 999}\n+++\n{BODY}"),
    text("an odd toml key", f'+++\n"a \\" b" = 1\n+++\n{BODY}'),
    front("tabs", "title:\n\t- a\n", "refused"),
    front("an open bracket", "title: [offen\n", "refused"),
    front("a list", "- a\n- b\n", "refused"),
    front("a sentence", "Nur ein Satz.\n", "refused"),
    front("a key twice", "title: Größe\ntitle: Anders\nyear: 1\nyear: x\n", title="Größe"),
    front("keys that are none", "? [a]\n: b\ntitle: Größe\n", title="Größe"),
    front("values of other kinds", "title: [a, {b: c}]\nyear: [x]\nrating: {a: b}\ngenres: 3\n"),
    front("a form that is not there", "form: gibtesnicht\ntitle: Größe\n", title="Größe"),
    front("a form that leads elsewhere", "form: ../../etc/passwd\ntitle: Größe\n", title="Größe"),
    # -- sections
    text("a section twice", f"{GOOD}\n{BODY}\n{BODY}", title="Größe"),
    text("unknown sections", f"{GOOD}\n## X {{#x}}\n\ny\n\n##  {{#}}\n\nz\n", title="Größe"),
    text("10,000 sections", GOOD + "".join(f"\n## T {{#t{n}}}\n\nx\n" for n in range(10_000))),
    text("a heading of blanks", f"{GOOD}\n## a{' ' * 10_000}b\n\n## b {{#c}}{' ' * 10_000}d\n"),
    text("a line of hashes", GOOD + "#" * 10_000 + "\n" + "## {#" * 5_000),
    # -- no files
    Kind("a folder", Path.mkdir, "refused"),
    Kind("a pipe", os.mkfifo, "refused"),
    Kind("a device", _device, "refused"),
    Kind("a link to nothing", _dangling, "refused"),
    Kind("a link to itself", _circle, "refused"),
    Kind("a link below a file", _below_a_file, "refused"),
    Kind("no file", lambda _: None, "refused"),
)
NAMES = tuple(kind.name for kind in KINDS)


def state(path: Path) -> tuple[object, ...]:
    """Return what must not change by looking at ``path``, and what lies beside it."""
    whole = path.read_bytes() if path.is_file() else None
    return whole, os.path.lexists(path), path.is_symlink(), sorted(path.parent.iterdir())
