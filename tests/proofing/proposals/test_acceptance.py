"""Acceptance fills what is empty and continues lists; what is there stays as it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.acceptance import accept
from editor.proofing.proposals.proposal import Proposal
from editor.review.form import load_form
from editor.review.model import Review
from editor.review.rating import rating_of, scale_of
from editor.storage import review_file
from editor.storage.review_file import new_review

SERIES = new_review(load_form("series"))
_KEYS = (
    "title",
    "season",
    "runtime",
    "director",
    "cast",
    VOCABULARY_KEY,
    "ratings.story",
    "gtin13",
)
_NAMES = ("Julien Lacombe", "Lacombe", "Julian Lacombe", "Amit Cohen", "Meyer", "")
_PROPOSALS = st.lists(
    st.builds(
        Proposal,
        st.sampled_from(_KEYS),
        st.sampled_from((*_NAMES, "2", "112 Min.", "7,5/10", "3/5", "11/10", "x/0")),
        st.sampled_from(("", "Jeanne Renoir", "Meyer")),
    ),
    max_size=6,
)
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.just("Missions"),
        "season": st.sampled_from((0, 2, "zwei")),
        "director": st.sampled_from(("J. Lacombe", ["Amit Cohen", None], 7)),
        "cast": st.sampled_from(
            (
                ["Hélène Viviès"],
                [{"name": "Meyer", "born": 1970}, {"role": "Jeanne"}],
                {"role": "x"},
            )
        ),
        VOCABULARY_KEY: st.sampled_from((["Meyer"], "Meyer")),
        "rating_scale": st.sampled_from(("none", {"best": 5})),
        "ratings": st.just({"story": 4, "cast": "gut"}),
        "draft": st.just(True),
    },
)


def accepted(review: Review, *proposals: Proposal) -> Review:
    return accept(review, proposals)


def test_an_empty_fact_takes_the_value_that_the_form_would_store() -> None:
    review = accepted(SERIES, Proposal("season", "2"), Proposal("runtime", "1 Std. 52 Min."))
    assert (review.fact("season"), review.fact("runtime")) == (2, "112 Min.")


def test_a_fact_that_the_writer_typed_stays() -> None:
    review = SERIES.with_fact("season", "zweite").with_fact("title", "Missions")
    assert accepted(review, Proposal("season", "2"), Proposal("title", "Mission")) == review


def test_people_are_added_once_in_whatever_spelling() -> None:
    review = SERIES.with_fact("director", ["Julien Lacombe"])
    names = ("Lacombe", "Julian Lacombe", "Julien Lacombes", "JULIEN LACOMBE", "Amit Cohen")
    review = accepted(review, *(Proposal("director", name) for name in names))
    assert review.fact("director") == ["Julien Lacombe", "Amit Cohen"]


def test_people_with_one_family_name_are_two() -> None:
    review = accepted(
        SERIES, Proposal("director", "Lana Wachowski"), Proposal("director", "Lilly Wachowski")
    )
    assert review.fact("director") == ["Lana Wachowski", "Lilly Wachowski"]


def test_a_role_joins_its_actor_and_an_actor_the_role() -> None:
    review = SERIES.with_fact("cast", [{"name": "Hélène Viviès"}, {"role": "Meyer"}])
    review = accepted(
        review,
        Proposal("cast", "Helene Vivies", "Jeanne Renoir"),
        Proposal("cast", "Mathias Mlekuz", "Meyer"),
        Proposal("cast", "", "Meyer"),
    )
    assert review.fact("cast") == [
        {"name": "Hélène Viviès", "role": "Jeanne Renoir"},
        {"name": "Mathias Mlekuz", "role": "Meyer"},
    ]


def test_a_role_without_an_actor_is_kept_in_the_form_and_left_out_on_the_page() -> None:
    review = accepted(SERIES, Proposal("cast", "", "Meyer"))
    field = review.form.fact("cast")
    assert field is not None
    assert review.fact("cast") == [{"role": "Meyer"}]
    assert field.kind.format(review.fact("cast")) == "(Meyer)"
    assert field.kind.read("(Meyer)") == {"role": "Meyer"}
    assert field.kind.format_for_page(review.fact("cast"), "de-DE") == ""


def test_the_first_rating_brings_its_scale() -> None:
    review = accepted(SERIES, Proposal("verdict_rating", "4/5"), Proposal("ratings.story", "3,5/5"))
    scale = scale_of(review)
    assert scale is not None
    assert (scale.best, scale.unit) == (5, "Sterne")
    assert (rating_of(review, "verdict"), rating_of(review, "story")) == (4, 3.5)


def test_a_rating_on_another_scale_than_the_writers_is_left() -> None:
    review = SERIES.with_fact("ratings", {"story": 8})
    assert accepted(review, Proposal("verdict_rating", "4/5")) == review
    assert rating_of(accepted(review, Proposal("verdict_rating", "8/10")), "verdict") == 8


def test_a_known_name_joins_the_accepted_words() -> None:
    review = SERIES.with_fact(VOCABULARY_KEY, ["Marsia"])
    review = accepted(review, *(Proposal(VOCABULARY_KEY, word) for word in ("Ulysses", "Marsia")))
    assert review.fact(VOCABULARY_KEY) == ["Marsia", "Ulysses"]


def test_a_known_name_of_several_words_is_right_word_by_word() -> None:
    review = accepted(SERIES, Proposal(VOCABULARY_KEY, "Wikus van de Merwe"))
    assert review.fact(VOCABULARY_KEY) == ["Wikus", "Merwe"]


def test_keys_of_other_programs_and_comments_stay_in_the_file() -> None:
    text = "---\n# mein Blog\nlayout: post # so\nrezensent: 1\nform: series\n---\n\nText.\n"
    review = accepted(review_file.parse(text), Proposal("title", "Missions"))
    assert review_file.dumps(review) == text.replace("series\n", "series\ntitle: Missions\n")


@settings(max_examples=60)
@given(_FACTS, _PROPOSALS)
def test_acceptance_keeps_what_is_there_and_a_second_time_changes_nothing(
    facts: dict[str, object], proposals: list[Proposal]
) -> None:
    before = SERIES
    for key, value in facts.items():
        before = before.with_fact(key, value)
    after = accept(before, proposals)
    assert accept(after, proposals) == after
    assert [entry.key for entry in after.entries][: len(before.entries)] == [
        entry.key for entry in before.entries
    ]
    for entry in before.entries:
        assert _keeps(after.fact(entry.key), entry.value)


def _keeps(new: object, old: object) -> bool:
    """Tell whether ``new`` has everything that ``old`` has, and in its order."""
    if isinstance(new, list):
        items = old if isinstance(old, list) else [old]
        return len(new) >= len(items) and all(map(_keeps_item, new, items))
    if isinstance(old, dict):
        return isinstance(new, dict) and old.items() <= new.items()
    return new == old


def _keeps_item(new: object, old: object) -> bool:
    """Tell whether ``new`` is ``old``, perhaps with a role or a name that it lacked."""
    if isinstance(new, dict):
        return (old if isinstance(old, dict) else {"name": old}).items() <= new.items()
    return new == old
