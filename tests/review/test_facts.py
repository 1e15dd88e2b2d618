"""Values of facts as text, whatever a file has."""

import pytest

from editor.review.facts import format_items, format_value


@pytest.mark.parametrize("value", [None, "", [], 3, True, {"a": 1}, [None, {"name": "N"}], "N"])
def test_foreign_values_are_shown_as_text(value: object) -> None:
    assert all(isinstance(item, str) for item in format_items(value))
    assert isinstance(format_value(value), str)
