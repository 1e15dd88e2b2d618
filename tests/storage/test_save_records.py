"""A kill at any point of a save: what is newer than the file is offered, what is older is not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.review.form import load_form
from editor.storage import load_save, review_file
from editor.storage.draft import Draft
from editor.storage.journal import Journal
from editor.storage.processes import ProcessIdentity
from editor.storage.save_records import SaveRecord

EMPTY = review_file.new_review(load_form("film"), [("title", "Salz")])
ID = "0" * 32
GONE = ProcessIdentity(ProcessIdentity.current().host, 2**22 + 1, "1 nie")

Step = Callable[[], object]


class Program:
    """What the program does to the disk, step by step; ``text`` is the number of an edit."""

    def __init__(self, folder: Path) -> None:
        self.journal = Journal(folder / "journal")
        self.path = folder / "salz.md"
        load_save.save_review(EMPTY.with_text("plot", "0"), self.path)
        self.drafted = 0

    def draft(self, number: int) -> Iterator[Step]:
        text = review_file.dumps(EMPTY.with_text("plot", str(number)))
        new = Draft(ID, text, self.path, process=GONE, revision=number)

        def write() -> None:
            self.journal.write(new)
            self.drafted = number

        yield write

    def save(self, number: int, path: Path) -> Iterator[Step]:
        review = EMPTY.with_text("plot", str(number))

        def announce(digest: str) -> None:
            self.journal.save_records.add(ID, SaveRecord(number, path, digest, GONE))

        yield lambda: announce(load_save.digest(review_file.dumps(review).encode()))
        yield lambda: load_save.save_review(review, path)

    def clean(self, number: int) -> Iterator[Step]:

        def remove() -> None:
            self.journal.remove(ID, number)
            self.drafted = 0

        yield remove


@given(
    edits=st.lists(st.sampled_from(["draft", "save", "save as", "both"]), min_size=1, max_size=6),
    order=st.randoms(use_true_random=False),
    kill=st.integers(0, 30),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
def test_draft_is_offered_exactly_where_the_file_is_older(
    tmp_path_factory: pytest.TempPathFactory, edits: list[str], order: Random, kill: int
) -> None:
    program = Program(tmp_path_factory.mktemp("kill"))
    drafts, saves = list[Step](), list[Step]()
    for number, what in enumerate(edits, start=1):
        # Drafts are written by one worker and saves by another: their steps mix in any order.
        if what in ("draft", "both"):
            drafts += program.draft(number)
        if what in ("save", "both"):
            saves += program.save(number, program.path)
        if what == "save as":
            saves += program.save(number, program.path.with_name("kopie.md"))
    for step in mixed(drafts, saves, order)[:kill]:
        step()
    files = [program.path, program.path.with_name("kopie.md")]
    saved = max(number_in(path.read_text("utf-8")) for path in files if path.exists())
    offered = [number_in(found.draft.text) for found in program.journal.abandoned()]
    assert offered == ([program.drafted] if program.drafted > saved else [])


def mixed(drafts: list[Step], saves: list[Step], order: Random) -> list[Step]:
    turns = [0] * len(drafts) + [1] * len(saves)
    order.shuffle(turns)
    queues = iter(drafts), iter(saves)
    return [next(queues[turn]) for turn in turns]


def number_in(text: str) -> int:
    return int(review_file.parse(text).text("plot"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def run(*steps: Iterator[Step]) -> None:
    for part in steps:
        for step in part:
            step()


def test_removal_after_a_save_leaves_the_record_of_the_next_one(program: Program) -> None:
    run(program.draft(1), program.save(1, program.path), program.save(2, program.path))
    run(program.clean(1), program.draft(2))
    older = review_file.dumps(EMPTY.with_text("plot", "1"))
    program.journal.write(Draft(ID, older, program.path, process=GONE, revision=1))
    assert program.journal.abandoned() == ()


def test_file_that_another_program_has_changed_since_covers_nothing(program: Program) -> None:
    run(program.draft(1), program.save(2, program.path))
    load_save.save_review(EMPTY.with_text("plot", "99"), program.path)
    assert [number_in(found.draft.text) for found in program.journal.abandoned()] == [1]


def test_save_of_an_earlier_process_covers_no_draft_of_a_later_one(program: Program) -> None:
    run(program.draft(1), program.save(5, program.path))
    later = review_file.dumps(EMPTY.with_text("plot", "6"))
    other = replace(GONE, started="2 nie")
    program.journal.write(Draft(ID, later, program.path, process=other, revision=1))
    assert [number_in(found.draft.text) for found in program.journal.abandoned()] == [6]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"version": 2}', b"[" * 100_000])
def test_damaged_record_covers_nothing(program: Program, data: bytes) -> None:
    run(program.draft(1), program.save(2, program.path))
    (program.path.parent / "journal" / f"{ID}.saved").write_bytes(data)
    assert len(program.journal.abandoned()) == 1


def test_nothing_is_left_of_a_finished_save(program: Program) -> None:
    run(program.draft(1), program.save(1, program.path), program.clean(1))
    assert list((program.path.parent / "journal").iterdir()) == []
    # Killed between the removal of the draft and that of its record.
    run(program.save(2, program.path))
    program.journal.abandoned()
    assert list((program.path.parent / "journal").iterdir()) == []
