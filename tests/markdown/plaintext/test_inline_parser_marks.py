"""Marks of other programs are not read, and what they show is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.plaintext import SegmentKind, plain_text
from tests.markdown.plaintext.offset_map import check_map

EXAMPLES = [
    # Shortcodes and Liquid
    ("Der Film {{< rating 4 >}} ist gut.", "Der Film ist gut."),
    ('{{< figure src="b.jpg" caption="Ein *Bild*" >}}\n\nText.', "Ein Bild\n\nText."),
    ("Er {{< figure caption='Ein Bild' alt=\"Zwei\" >}} geht.", "Er geht.\n\nEin Bild\n\nZwei"),
    ('Er\n{% include figure.html caption="Ein Bild" %}\ngeht.', "Er\n\ngeht.\n\nEin Bild"),
    ('[gallery ids="1" caption="Ein Bild"]', "Ein Bild"),
    ('{{< figure\n  caption="nie" >}}\nText.', "Text."),
    ("Text.\n{{< figure\n  src='b.jpg' >}}\nWeiter.", "Text.\n\nWeiter."),
    ("{{< spoiler >}}Er stirbt.{{< /spoiler >}}", "Er stirbt."),
    ("{{% notice %}}\nEin Hinweis.\n{{% /notice %}}", "Ein Hinweis."),
    ("{{< highlight go >}}\nx := 1\n\ny := 2\n{{< /highlight >}}\nText.", "Text."),
    ("Gut. {{/* kein Satz */}} Ja.", "Gut. Ja."),
    ('[Hier]({{< ref "a.md" >}}) klicken', "Hier klicken"),
    ('Gut. {% include trailer.html id="a--b" %} Danach {{ page.subtitle }}.', "Gut. Danach X1."),
    ("{% comment %}\nnie\n\nnie\n{% endcomment %}\nText.", "Text."),
    ("{% raw %}{{ x }}{% endraw %} Text.", "Text."),
    ("{%- if x -%}Ja.{%- endif -%}", "Ja."),
    ("{# kein Satz #}Text.", "Text."),
    ("{{ eins }} und {{ zwei }}", "X1 und X2"),
    ("Mit {{ einer Klammer und {% noch einer", "Mit {{ einer Klammer und {% noch einer"),
    ("`{{< x >}}` und\n\n```\n{% raw %}\n```\nText.", "X1 und\n\nText."),
    # WordPress and BBCode
    ('[gallery ids="1,2"]\n\nText.', "Text."),
    ('[caption id="a" width="3"]Ein Bild[/caption]', "Ein Bild"),
    ('\\[vimeo id="1"\\]\n\nText \\[sic\\] und \\[b\\].', "Text [sic] und [b]."),
    (r'Er \[caption id="a"\]Ein Bild\[/caption\] geht.', "Er Ein Bild geht."),
    ("[spoiler]\n\nEr stirbt.\n\n[/spoiler]", "Er stirbt."),
    ("[gallery]\n\nText [sic] und [kein Tag].", "Text [sic] und [kein Tag]."),
    ("[b]Fett[/b] und [url=https://a.de]hier[/url]", "Fett und hier"),
    ("[embed]https://a.de[/embed]\n\nText.", "Text."),
    ("[x=1](a.md) und [/nichts]", "x=1 und [/nichts]"),
    # Obsidian
    ("Wie [[Alien (1979)|Alien]] und [[Filme/Heat]].", "Wie Alien und Heat."),
    ("Siehe [[Heat#Die Figuren]] und [[#Am Ende]].", "Siehe Heat und Am Ende."),
    ("Siehe [[Heat|*Heat*]].", "Siehe Heat."),
    ("| a | b |\n|---|---|\n| [[x\\|Wort]] | y |", "a\n\nb\n\nWort\n\ny"),
    ("Text.\n![[bild.png|300]]\nWeiter.", "Text.\n\nWeiter."),
    ("Text ![[klein.png]] hier.", "Text hier."),
    ("> [!warning]- Vorsicht Spoiler\n> Er stirbt.", "Vorsicht Spoiler\n\nEr stirbt."),
    ("> [!NOTE]\n> Ein Hinweis.", "Ein Hinweis."),
    ("Gut. %%nur für mich%% Ja.", "Gut. Ja."),
    ("%%\nnie\n\n- nie\n%%\n\nText.", "Text."),
    ("Zu 100 %% gut.", "Zu 100 %% gut."),
    ("Ein Satz. ^satz-1\n\n- Punkt ^b2\n- Zwei", "Ein Satz.\n\nPunkt\n\nZwei"),
    ("| a | b |\n|---|---|\n| c | d |\n\n^tabelle\n\nText.", "a\n\nb\n\nc\n\nd\n\nText."),
    ("Zwei ^ drei und x^2", "Zwei ^ drei und x^2"),
    ("==Wichtig== und ~~falsch~~, 5 == 5", "Wichtig und falsch, 5 == 5"),
    # kramdown, pandoc
    ("Ein Absatz. {:.klein}", "Ein Absatz."),
    ("{: .klein #eins}\nEin Absatz.", "Ein Absatz."),
    ("{:toc}\n\nEin Wort{:.x} hier", "Ein Wort hier"),
    ("Ein Absatz {.klein width=50%} hier, {x} bleibt", "Ein Absatz hier, {x} bleibt"),
    ("{::comment}\nnie\n{:/comment}\n\nText.", "Text."),
    ("::: {.hinweis}\nEin Hinweis.\n:::", "Ein Hinweis."),
    ("Gut :smile: und um 10:30:45 Uhr: ja", "Gut und um 10:30:45 Uhr: ja"),
    ("Der Film^[In *Cannes*.] ist gut.", "Der Film ist gut.\n\nIn Cannes."),
    ("Der Film ((ab 12 (FSK))) und ((so)) weiter", "Der Film und weiter\n\nab 12 (FSK)\n\nso"),
    ("Eins^[mit ![B](b.png) darin] zwei", "Eins zwei\n\nmit darin\n\nB"),
    ("(das (und (das))) :(( nie )) ((nie ((", "(das (und (das))) :(( nie )) ((nie (("),
    # HTML
    ('<a href="x" title="ein Titl">Hier</a> klicken', "Hier klicken"),
    ("<title>Ein Titl</title>Text.", "Text."),
    ('Text.\n<img src="https://a.de/b.jpg" alt="Das Cover">', "Text.\n\nDas Cover"),
    ('Ein <img src="b.jpg" alt="Stern"> hier.', "Ein hier.\n\nStern"),
    ("<p><img alt='Das &amp; dies' title='nie'/></p>", "Das & dies"),
    ('<img alt="Rocky\'s Ende" src="x">', "Rocky's Ende"),
    ('<img alt="" src="x">Text.', "Text."),
]


@pytest.mark.parametrize(("source", "expected"), EXAMPLES)
def test_a_mark_is_left_out_and_its_words_are_kept(source: str, expected: str) -> None:
    plain = plain_text(source)
    assert plain.text == expected
    check_map(source, plain)


WORD = st.text("abcdeäöüß", min_size=1, max_size=6)
MARKED = st.sampled_from(
    ("{}", "{{{{< x >}}}}{}", "{} {{% y %}}", "[[z|{}]]", "%%n%% {}", "=={}==", "{}{{:.x}}")
)
SENTENCE = st.lists(st.tuples(MARKED, WORD), min_size=1, max_size=8)


@given(SENTENCE)
def test_every_word_is_found_at_its_place_whatever_marks_are_around_it(
    sentence: list[tuple[str, str]],
) -> None:
    source = "A " + " ".join(mark.format(word) for mark, word in sentence)
    plain = plain_text(source)
    assert plain.text.split() == ["A", *(word for _, word in sentence)]
    check_map(source, plain)
    for part in plain.segments:
        assert part.kind is SegmentKind.TEXT
        assert source[part.source : part.source_end] == plain.text[part.start : part.end]
