"""The scanner sees the blocks that the renderer makes, whatever a text is made of."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.markdown.scanner.outline import rendered_outline, scanned_outline


def without_blank_start(text: str) -> str:
    return re.sub(r"\A(?:[ \t]*\n)+", "", text)


lines = st.sampled_from(
    [
        *("", "", "", "  ", "Ein Satz.", "noch einer", "*kursiv*", "`Code`", "a `b", "[Link](/x)"),
        *(
            "# Eins",
            "### Drei",
            "####### Sieben",
            "#Ohne",
            " # eingerückt",
            "## Zu ##",
            "#",
            "Auf\\#",
        ),
        *("===", "---", "- - -", "***", "___", "=", "-", "* * * *"),
        *("```", "````", "~~~", "```py", "``` {.py}", "```a b", " ```", "    ```", "```x```"),
        *("- a", "* b", "+ c", "-d", "    - e", "  - f", "        - g", "1. a", "2) b", "    3. c"),
        *("> Zitat", ">", "> - a", "> # Kopf", "  > b", "    > c", "> > d", "- > e", "- # f"),
        *("    Code", "\tCode", "        tief", "   drei"),
        *(
            "<section>\nx\n\n# y\n</section>",
            "</section>",
            "<section>x</section>",
            "a <b>c</b>",
            "<!-- x -->",
            "<hr>",
        ),
        *("| a | b |", "|---|---|", "| 1 | 2 |", "a | b", "--- | ---", ": Sinn", "Wort", ":  x"),
        *("\n[a]: /b\n", '\n[a]: /b "c"\n', "\n*[FSK]: Frei\n", "{: .x }"),
    ]
)
# A first line of spaces belongs to the block below it; a section's text never begins with one.
texts = st.lists(lines, max_size=12).map("\n".join).map(without_blank_start)


@settings(deadline=None, max_examples=300)
@example("- a\n\n    - b\n\n        Code\n\n> - c\n>\n>     d")
@example("Wort\n: Sinn\n\n    # Kopf\n\n: Zweiter")
@example("<section>\n\n# kein Kopf\n\n</section>\n\n# Kopf\n===\n```\n# Code\n```")
@given(texts)
def test_blocks_are_those_of_the_renderer(text: str) -> None:
    assert scanned_outline(text) == rendered_outline(text)
