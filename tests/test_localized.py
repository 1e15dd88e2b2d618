import pickle
from threading import Thread

from editor.localized import Localized, current_language, language_set_to, set_language

GREETING = Localized("Guten Tag", "Good day")


def test_a_text_is_german_until_another_language_is_set() -> None:
    assert current_language() == "de"
    assert GREETING.text() == str(GREETING) == "Guten Tag"


def test_the_language_that_is_set_holds_for_every_thread() -> None:
    set_language("en")
    read: list[str] = []
    thread = Thread(target=lambda: read.append(f"{GREETING}"))
    thread.start()
    thread.join()
    assert read == ["Good day"]


def test_a_language_can_be_set_for_a_while() -> None:
    with language_set_to("en"):
        assert GREETING.text() == "Good day"
    assert GREETING.text() == "Guten Tag"


def test_a_text_without_english_is_german_in_english_too() -> None:
    with language_set_to("en"):
        assert Localized("Buch").text() == "Buch"


def test_both_halves_are_filled_in_each_with_what_is_in_its_language() -> None:
    sentence = Localized("{0}, {name}!", "{0}, dear {name}!").format(GREETING, name="Ada")
    assert sentence == Localized("Guten Tag, Ada!", "Good day, dear Ada!")
    assert Localized("{0}").format(Localized("Buch")) == Localized("Buch", "Buch")


def test_equal_texts_are_one_key_and_survive_the_way_to_another_process() -> None:
    assert {GREETING: 1}[Localized("Guten Tag", "Good day")] == 1
    assert pickle.loads(pickle.dumps(GREETING)) == GREETING  # noqa: S301
