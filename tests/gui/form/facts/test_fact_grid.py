"""Rows of the facts: in pairs, and without gaps where another order avoids them."""

from hypothesis import given
from hypothesis import strategies as st

from editor.gui.form.facts.fact_grid import fact_rows
from editor.localized import Localized
from editor.review.fact_kinds import FACT_KINDS
from editor.review.form import FactField, load_form


def fields(wide: list[bool]) -> list[FactField]:
    text = FACT_KINDS["text"]
    return [
        FactField(str(number), text, Localized(str(number)), wide=is_wide)
        for number, is_wide in enumerate(wide)
    ]


def test_essential_facts_of_a_season_take_three_rows() -> None:
    rows = fact_rows(load_form("series").essential_facts)
    assert [[field.key for field in row] for row in rows] == [
        ["title", "season"],
        ["medium", "director"],
        ["cast"],
    ]


def test_wide_fact_lets_the_row_before_it_be_filled() -> None:
    rows = fact_rows(fields([False, True, False]))
    assert [[field.key for field in row] for row in rows] == [["0", "2"], ["1"]]


@given(wide=st.lists(st.booleans(), max_size=12))
def test_every_fact_has_its_place_in_the_order_of_the_form(wide: list[bool]) -> None:
    items = fields(wide)
    rows = fact_rows(items)
    placed = [field for row in rows for field in row]
    assert sorted(placed, key=items.index) == items
    for kind in (True, False):
        assert [field for field in placed if field.wide == kind] == [
            field for field in items if field.wide == kind
        ]
    assert all(len(row) == 1 or not any(field.wide for field in row) for row in rows)
    halves = [row for row in rows if len(row) == 1 and not row[0].wide]
    assert len(halves) == wide.count(False) % 2
