"""Regular expressions mean what they mean to Python, and none runs longer than it may."""

import re
import threading
import time
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import SearchError
from editor.review.regex_search import MatchSpans, compile_pattern, find_matches

_ATOMS = (
    *("a", "b", "ä", "ß", "S", ".", "{", "}", "²", "-", r"\n", "|", "^", "$"),
    *(r"\w", r"\W", r"\b", r"\B", r"\d", r"\s", r"\S", "[ab]", "[^a]", r"[\w-]", "[[a]", "[]a]"),
    *("(a)", "(?:ab)", "(b|ä)", r"\1", "(?=a)", "(?<=a)", "(?!b)", "(?<!b)", "(?i:s)"),
)
_QUANTIFIERS = ("", "", "", "*", "+", "?", "{2}", "{1,2}", "{,2}", "*?", "+?", "?+", "{e}", "{}")


def spans(pattern: str, text: str) -> list[MatchSpans]:
    compiled = compile_pattern(pattern, whole_words=False, case=True)
    return find_matches(compiled, [text], 30)[0]


def python_spans(pattern: str, text: str) -> list[MatchSpans] | None:
    """Return the matches of ``re``, None for a pattern that is not valid."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compiled = re.compile(pattern, re.MULTILINE)
    except re.error:
        return None
    groups = range(compiled.groups + 1)
    return [tuple(match.span(group) for group in groups) for match in compiled.finditer(text)]


@given(
    st.lists(
        st.tuples(st.sampled_from(_ATOMS), st.sampled_from(_QUANTIFIERS)).map("".join),
        min_size=1,
        max_size=6,
    ).map("".join),
    st.text("abäßSs{e} \n1²½\u0302-[", min_size=1, max_size=10),
)
def test_matches_are_those_of_python(pattern: str, text: str) -> None:
    expected = python_spans(pattern, text)
    if expected is not None:
        assert spans(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("[[:alpha:]]", "a [:h] h]"),
        ("a{e}", "a{e} ab"),
        ("(?:foo){i<=1}", "foo foo{i<=1}"),
        (r"\N{EN DASH}+", "a–b"),
        (r"\w+", "100 m² und 1½, x\u0302"),
        (r"\bm\b", "m m² m½"),
        (r"[^\w]+", "a² b"),
        (r"(?a)\w+", "aä²"),
    ],
)
def test_what_regex_reads_differently_means_what_it_means_to_python(
    pattern: str, text: str
) -> None:
    assert spans(pattern, text) == python_spans(pattern, text)


@pytest.mark.parametrize("pattern", [r"\h", r"\p{L}", "(?|a)", "(?<n>a)", "(?<=a*)b", "(?R)"])
def test_what_python_refuses_is_refused(pattern: str) -> None:
    with pytest.raises(SearchError, match="nicht gültig"):
        compile_pattern(pattern, whole_words=False, case=True)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+b", "a" * 60),
        ("(a|aa)+$", "a" * 60 + "b"),
        ("((a*)+){300}", "aab" * 2000),
        ("((a?){50}){50}", "aab" * 2000),
        (r"(\w+\s?)+\.$", "Wort " * 500 + ". "),
        ("(x+x+)+y", "x" * 5000 + "zy"),
        (r"(\w|\d)+(a|aa)+!", "1a" * 200 + " !"),
    ],
)
def test_no_expression_takes_longer_than_it_may(pattern: str, text: str) -> None:
    begin = time.monotonic()
    try:
        find_matches(compile_pattern(pattern, whole_words=False, case=False), [text] * 20, 0.3)
    except SearchError as error:
        assert "braucht zu lange" in error.german  # noqa: PT017 - some end in time
    assert time.monotonic() - begin < 15


@pytest.mark.parametrize("pattern", ["(?:a{1000}){1000}", "[a-z]{4000000000}", "((a{99}){99}){99}"])
def test_expression_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    with pytest.raises(SearchError):
        compile_pattern(pattern, whole_words=False, case=False)


def test_other_threads_run_while_an_expression_is_matched() -> None:
    pauses: list[float] = []
    done = threading.Event()

    def count() -> None:
        last = time.monotonic()
        while not done.wait(0.01):
            now = time.monotonic()
            pauses.append(now - last)
            last = now

    thread = threading.Thread(target=count)
    thread.start()
    try:
        pattern = compile_pattern("(a|aa)+$", whole_words=False, case=False)
        with pytest.raises(SearchError):
            find_matches(pattern, ["a" * 60 + "b"], 1)
    finally:
        done.set()
        thread.join()
    assert len(pauses) > 10
