from editor.markdown.definitions import find_definitions, prune_definitions

VERDICT = """Ende.

[s]: https://a.de "Titel"
*[FSK]: Frei
[^1]: Note
weiter

    Absatz

[^2]: Zweite

Kein [x]: Verweis
"""


def test_links_and_abbreviations_are_shared_by_all() -> None:
    text = find_definitions([VERDICT]).complete("Text")
    assert text == '[s]: https://a.de "Titel"\n\n*[FSK]: Frei\n\nText'


def test_a_footnote_comes_along_where_it_is_mentioned() -> None:
    text = find_definitions([VERDICT]).complete("Text[^1]")
    assert text.startswith("[^1]: Note\nweiter\n\n    Absatz\n\n[s]")
    assert "Zweite" not in text


def test_the_own_footnote_wins() -> None:
    own = "Text[^1]\n\n[^1]: Eigene"
    assert find_definitions(["[^1]: Fremde", own]).complete(own) == own


def test_nothing_defined_changes_nothing() -> None:
    assert find_definitions(["A", "B [c]"]).complete("A") == "A"


def test_definitions_that_nothing_uses_are_left_out() -> None:
    texts = [
        "Text[^a] über [Dinge][d] und die FSK.\n\n[^a]: Siehe [^b].\n\n[^x]: Siehe [^y].",
        (
            "[^y]: Siehe [^x].\n\n[^b]: Ende.\n\n[D]: https://d.example\n\n*[FSK]: Selbstkontrolle"
            "\n\n[e]: https://e.example\n*[SPIO]: niemand"
        ),
    ]
    assert prune_definitions(texts) == [
        "Text[^a] über [Dinge][d] und die FSK.\n\n[^a]: Siehe [^b].",
        "[^b]: Ende.\n\n[D]: https://d.example\n\n*[FSK]: Selbstkontrolle",
    ]
