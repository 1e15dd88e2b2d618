"""Summary of a section for the outline, in signs and in words."""

import pytest

from editor.gui.form.section_summary import SectionSummary
from editor.review.rating import PERCENT, TEN_POINTS


@pytest.mark.parametrize(
    ("state", "side", "badge", "spoken"),
    [
        (SectionSummary(0, 0, None, TEN_POINTS), "○ leer", "", "Story: leer"),
        (SectionSummary(None, 0, None, TEN_POINTS), "", "", "Story"),
        (SectionSummary(1, 0, None, TEN_POINTS), "1 Wort", "", "Story: 1 Wort"),
        (SectionSummary(203, 3, None, None), "", "3", "Story: 203 Wörter, 3 Hinweise"),
        (
            SectionSummary(203, 1, 7.5, TEN_POINTS),
            "★ 7,5",
            "1",
            "Story: 203 Wörter, 1 Hinweis, 7,5 von 10 Punkten",
        ),
        (SectionSummary(0, 0, 75, PERCENT), "75 %", "", "Story: leer, 75 Prozent"),
        (SectionSummary(9, 0, None, None, 2), "", "", "Story: 9 Wörter, 2 Hinweise zum Stil"),
        (
            SectionSummary(9, 2, None, None, 1),
            "",
            "2",
            "Story: 9 Wörter, 2 Hinweise, 1 Hinweis zum Stil",
        ),
    ],
)
def test_summary_of_a_section_in_signs_and_in_words(
    state: SectionSummary, side: str, badge: str, spoken: str
) -> None:
    assert (state.side, state.badge, state.spoken("Story")) == (side, badge, spoken)
