"""Damaged files: nothing but one sentence goes wrong, and nothing on the disk changes.

A few hundred in the suite, always the same ones; REZENSENT_FUZZ says how many otherwise.
"""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.errors import ReviewFileError
from editor.paths import sample_path
from editor.review.form import load_form
from editor.storage import load_save, review_file
from tests.bad_files import BODY, GOOD, LAUGHS, TAGS, TOML

pytestmark = pytest.mark.soak

ROUNDS = int(os.environ.get("REZENSENT_FUZZ", "300"))
PER_TEST = 50
DATA = Path(__file__).parents[1] / "data"
SEEDS = (
    GOOD.encode(),
    sample_path().read_bytes(),
    *(path.read_bytes() for path in sorted(DATA.rglob("*.md"))),
    (DATA / "running-text.txt").read_bytes(),
    f"---\n{LAUGHS}---\nText\n".encode(),
    f"---\n{TAGS}---\nText\n".encode(),
    f"+++\n{TOML}+++\n{BODY}".encode(),
    f'{{\n  "title": "ß",\n  "a": {{"b": [1.50, null, "ä"]}}, "c": true\n}}\n\n{BODY}'.encode(),
)
PIECES = (
    b"---\n", b"...\n", b"+++\n", b"\r\n", b"\r", b"\n", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe",
    b"\xe4", b"\xf0\x9f\x8e", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\xc2\x85", b"\x0c", b"\t",
    b": ", b"- ", b"&a ", b"*a", b"<<: *a\n", b"!!int ", b"!x ", b"{", b"}", b"[", b"]", b"'",
    b'"', b"#", b"? ", b"|\n", b">-\n", b"%YAML 1.1\n", b"## Story {#story}\n",
    b"## Fazit {#verdict }\n", b"{#", b"}", b"## ", b"```\n", b"<!-- {#plot} -->\n", b"<!--",
    b"title = 'x'\n", b"[a.b]\n", b"[[a]]\n", b'"""', b"""'''""", b'{"a": ', b"= ", b", ",
    b"title: x\n", b"form: film\n", b"rating: 11\n", b"year: 1e999\n",
)  # fmt: skip
Mutation = Callable[[bytes, random.Random], bytes]


def flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data or b" ")
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    start, stop = stretch(data, chance)
    return data[:start] + data[stop:]


def ended(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def doubled(data: bytes, chance: random.Random) -> bytes:
    start, stop = stretch(data, chance)
    return data[:stop] + data[start:]


def spliced(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(SEEDS)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def inserted(data: bytes, chance: random.Random) -> bytes:
    # Where a file begins most is decided.
    place = chance.randint(0, min(len(data), chance.choice((20, 400, len(data)))))
    return data[:place] + chance.choice(PIECES) + data[place:]


def with_other_line_ends(data: bytes, chance: random.Random) -> bytes:
    end = chance.choice((b"\r\n", b"\r", b"\n\r", b"\r\r\n", b"\xe2\x80\xa8"))
    return data.replace(b"\n", end, chance.choice((-1, 1, 3, 10)))


def in_another_encoding(data: bytes, chance: random.Random) -> bytes:
    name = chance.choice(
        ("latin-1", "cp1252", "cp850", "mac_roman", "utf-16", "utf-16-be", "utf-7")
    )
    return data.decode("utf-8", "replace").encode(name, "replace")


def twice_encoded(data: bytes, _: random.Random) -> bytes:
    return data.decode("latin-1").encode()


def with_lines_mixed(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    head = lines[:12]
    chance.shuffle(head)
    return b"".join(head + lines[12:])


MUTATIONS: tuple[Mutation, ...] = (
    flipped, cut, ended, doubled, spliced, inserted, inserted, inserted, with_other_line_ends,
    in_another_encoding, twice_encoded, with_lines_mixed,
)  # fmt: skip


def stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 3, 30, 400)))


def mutated(seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 (a test that can be repeated)
    data = chance.choice(SEEDS)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(MUTATIONS)(data, chance)
    return data


def check(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    loaded = loaded_or_none(path)
    assert path.read_bytes() == data
    if loaded is None:
        return
    review = loaded.review
    text = review_file.dumps(review)
    assert review_file.dumps(review_file.parse(text)) == text
    lossless = all(entry.source is not None or not entry.key for entry in review.entries)
    indented = re.match(rb"(?:\xef\xbb\xbf)?---[ \t\r]*\n(?:\s*(?:#.*)?\n)* +\S", data + b"\n")
    if lossless and loaded.notice is None and not indented:
        assert load_save.encode_utf8(text) == data
    check_edited(loaded, path)


def loaded_or_none(path: Path) -> load_save.LoadedReview | None:
    """Return what is in ``path``, None where it is refused in one sentence."""
    try:
        return load_save.load_review(path)
    except ReviewFileError as error:
        problem = error
    assert problem.german.endswith(".")
    assert "\n" not in problem.german
    return None


def check_edited(loaded: load_save.LoadedReview, path: Path) -> None:
    """An edit is in the file, together with everything else that was there."""
    edited = loaded.review.with_fact("title", "Neu: „x“").with_text("story", "Anders.")
    assert isinstance(
        load_save.save_unless_changed(edited, path, loaded.digest), load_save.SaveResult
    )
    again = load_save.load_review(path)
    assert again.notice is None
    assert again.review.title == "Neu: „x“"
    # Blanks of other scripts that an empty section had stay ahead of what is written there.
    assert again.review.text("story").strip() == "Anders."
    for section in loaded.review.sections:
        if section.id != "story":
            assert again.review.text(section.id) == section.text
    assert review_file.dumps(again.review) == path.read_bytes().decode()


@pytest.mark.parametrize("first", range(0, ROUNDS, PER_TEST))
def test_damaged_file_is_read_without_loss_or_refused(first: int, tmp_path: Path) -> None:
    for seed in range(first, min(first + PER_TEST, ROUNDS)):
        try:
            check(mutated(seed), tmp_path / "rezension.md")
        except BaseException as error:
            error.add_note(f"seed {seed}")
            raise


FRAGMENTS = st.sampled_from([piece.decode("utf-8", "ignore") for piece in PIECES] + ["a", " ", "ä"])


@settings(
    max_examples=ROUNDS,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(FRAGMENTS, max_size=30), st.booleans())
def test_any_pieces_are_read_without_loss_or_refused(
    tmp_path: Path, pieces: list[str], fenced: bool
) -> None:
    text = "".join(pieces)
    data = f"---\n{text}\n---\n{text}" if fenced else text
    check(data.encode(), tmp_path / "rezension.md")


@settings(max_examples=ROUNDS, derandomize=True, deadline=None)
@given(st.text(), st.sampled_from(["story", "introduction", "verdict"]))
def test_any_text_of_a_section_comes_back(text: str, section_id: str) -> None:
    review = review_file.new_review(load_form("film"), [("title", "x")])
    stored = review_file.dumps(review.with_text(section_id, text))
    assert review_file.dumps(review_file.parse(stored)) == stored
