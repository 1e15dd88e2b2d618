"""Spoilers: folded exactly as selected, and unfolded again."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown import spoiler_commands
from tests.markdown.commands import WORDS, marked, run

OPEN, CLOSED = '<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>"


def test_spoiler_without_a_selection_folds_the_paragraph_and_unfolds() -> None:
    text, start, end = marked("Vorher.\n\nDer |Gärtner\nwar es.\n\nNachher.")
    edit = spoiler_commands.spoiler(text, start, end)
    folded = edit.applied(text)
    assert folded == (
        'Vorher.\n\n<details markdown="1"><summary>Spoiler</summary>\n\n'
        "Der Gärtner\nwar es.\n\n</details>\n\nNachher."
    )
    assert folded[edit.selection[0] :].startswith("Gärtner\nwar")
    back = spoiler_commands.spoiler(folded, *edit.selection)
    assert back.applied(folded) == text
    assert back.selection == (start, end)


@pytest.mark.parametrize(
    ("source", "before", "inside", "after"),
    [
        ("Er kommt. |Er stirbt.|", "Er kommt.\n\n", "Er stirbt.", ""),
        ("Er kommt.| Er stirbt. |Sie lacht.", "Er kommt.\n\n", "Er stirbt.", "\n\nSie lacht."),
        ("|Er stirbt.| Sie lacht.", "", "Er stirbt.", "\n\nSie lacht."),
        ("Eins\n|zwei\n|drei", "Eins\n\n", "zwei", "\n\ndrei"),
        ("Ganz.\n\n|Eins.\n\nZwei.|\n\nDrei.", "Ganz.\n\n", "Eins.\n\nZwei.", "\n\nDrei."),
        ("Da **stirbt |er** heute|.", "Da\n\n", "**stirbt er** heute.", ""),
        ("„Der |Gärtner| war es.“", "„Der\n\n", "Gärtner", "\n\nwar es.“"),
        ("- eins\n- |zwei|", "- eins\n\n", "- zwei", ""),
    ],
)
def test_spoiler_folds_exactly_what_is_selected(
    source: str, before: str, inside: str, after: str
) -> None:
    text, start, end = marked(source)
    edit = spoiler_commands.spoiler(text, start, end)
    folded = edit.applied(text)
    assert folded == f"{before}{OPEN}{inside}{CLOSED}{after}"
    low, high = edit.selection
    assert folded[low:high].strip() == text[start:end].strip()


def test_spoiler_beside_text_gets_its_blank_lines() -> None:
    edit = spoiler_commands.spoiler("", 0, 0)
    new = edit.applied("")
    assert new[: edit.selection[0]].endswith("</summary>\n\n")
    html = markdown.markdown(
        spoiler_commands.spoiler("**x**", 1, 1).applied("**x**"), extensions=["extra"]
    )
    assert "<strong>x</strong>" in html


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_spoiler_twice_changes_nothing(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = spoiler_commands.spoiler(text, start, end)
    # At the end of its text the command leaves the spoiler.
    low, high = edit.selection
    place = (low, high) if low < high else (edit.applied(text).rindex(CLOSED) - 1,) * 2
    back = spoiler_commands.spoiler(edit.applied(text), *place)
    assert back.applied(edit.applied(text)).split() == text.split()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"{OPEN}Er stirbt.|{CLOSED}", f"{OPEN}Er stirbt.{CLOSED}\n\n|"),
        (f"{OPEN}Er stirbt.|{CLOSED}\n\nDanach.", f"{OPEN}Er stirbt.{CLOSED}\n\n|Danach."),
    ],
)
def test_at_the_end_of_its_text_the_command_goes_behind_the_spoiler(
    source: str, expected: str
) -> None:
    assert run(spoiler_commands.spoiler, source) == expected


@pytest.mark.parametrize("source", ["|Eins.{}Drei.|", "Ei|ns.{}Dr|ei.", "|Eins.{}|Drei."])
def test_selection_with_a_spoiler_in_it_becomes_one_spoiler(source: str) -> None:
    text, start, end = marked(source.format(f"\n\n{OPEN}Zwei.{CLOSED}\n\n"))
    folded = spoiler_commands.spoiler(text, start, end).applied(text)
    drei = "\n\nDrei."
    assert folded in {
        f"{OPEN}Eins.\n\nZwei.{drei}{CLOSED}",
        f"{OPEN}Eins.\n\nZwei.{CLOSED}{drei}",
    }
    assert folded.count("<details") == 1


def test_selection_that_cuts_spoilers_takes_all_of_them() -> None:
    text = f"Eins.\n\n{OPEN}Zwei.{CLOSED}\n\nDrei.\n\n{OPEN}Vier.{CLOSED}\n\nFünf."
    edit = spoiler_commands.spoiler(text, text.index("wei"), text.index("ier"))
    folded = edit.applied(text)
    assert folded == f"Eins.\n\n{OPEN}Zwei.\n\nDrei.\n\nVier.{CLOSED}\n\nFünf."
    assert folded[slice(*edit.selection)] == "Zwei.\n\nDrei.\n\nVier."


def test_one_spoiler_of_many_keeps_the_label_of_the_first() -> None:
    head = OPEN.replace("Spoiler", "Das Ende")
    text = f"Eins.\n\n{head}Zwei.{CLOSED}\n\n{OPEN}Drei.{CLOSED}"
    edit = spoiler_commands.spoiler(text, 0, len(text))
    folded = edit.applied(text)
    assert folded == f"{head}Eins.\n\nZwei.\n\nDrei.{CLOSED}"
    assert folded[slice(*edit.selection)] == "Eins.\n\nZwei.\n\nDrei."


def test_blank_line_between_spoilers_is_selected() -> None:
    text = f"{OPEN}Eins.{CLOSED}\n\n{OPEN}Zwei.{CLOSED}"
    between = text.index("\n\n<details", 1)
    assert spoiler_commands.spoiler(text, between, between + 1).applied(text) == text


@given(
    st.lists(st.sampled_from([f"{OPEN}Zwei.{CLOSED}", "Eins.", "- Drei", "**Vier**"]), max_size=5),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_no_selection_nests_spoilers_or_loses_a_word(
    parts: list[str], one: int, other: int
) -> None:
    text = "\n\n".join(parts)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    new = spoiler_commands.spoiler(text, start, end).applied(text)
    tags = re.findall(r"</?details", new)
    assert tags == ["<details", "</details"] * (len(tags) // 2)
    assert _words(new) == _words(text)


def _words(text: str) -> list[str]:
    return re.sub(r"<summary>.*?</summary>|<[^>]*>", " ", text).split()


SPOILER = '<details markdown="1"><summary>Spoiler</summary>\n\n{}\n\n</details>'


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Vor. Nach.", 5, f"Vor. \n\n{SPOILER.format('Er.')}\n\nNach."),
        ("Vor.\n\nNach.", 6, f"Vor.\n\n{SPOILER.format('Er.')}\n\nNach."),
        (SPOILER.format("Sie. "), SPOILER.index("{") + 5, SPOILER.format("Sie. Er.")),
    ],
)
def test_inserted_spoiler_stands_alone_and_is_text_in_another(
    text: str, place: int, expected: str
) -> None:
    inserted = spoiler_commands.fit_spoilers(text, place, place, SPOILER.format("Er."))
    assert text[:place] + inserted + text[place:] == expected


def test_spoiler_of_everything_leaves_nothing_of_an_empty_one() -> None:
    text = f"{SPOILER.format('')}\n.x\n{SPOILER.format('Er.')}\n\nNach"
    edit = spoiler_commands.spoiler(text, 0, len(text))
    assert edit.applied(text).strip() == SPOILER.format(".x\nEr.\n\nNach")
