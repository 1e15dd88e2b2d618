import pytest

from editor.export.nodes.structure import repair_structure
from editor.export.nodes.tree import parse_html, serialise


@pytest.mark.parametrize(
    ("loose", "tidy"),
    [
        ("<span><p>a</p><p>b</p></span>", "<span> a  b </span>"),
        ("<p><em><h2>a</h2></em></p>", "<p><em> a </em></p>"),
        ("<li>a</li>", " a "),
        ("<ul>a<b>b</b><li>c</li></ul>", "<ul><li>a<b>b</b></li><li>c</li></ul>"),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<dl><dd>b</dd></dl>", "<div><div>b</div></div>"),
        ("<dl><dt>a</dt>x</dl>", "<div><div>a</div>x</div>"),
        ("<dl><dt><h2>a</h2></dt><dd>b</dd></dl>", "<dl><dt> a </dt><dd>b</dd></dl>"),
        ("<details>a</details>", "<details><summary>Mehr</summary>a</details>"),
        (
            "<details>a<summary>b</summary><summary>c</summary></details>",
            "<details><summary>b</summary>a c </details>",
        ),
        (
            "<figure><figcaption>a</figcaption>b</figure>",
            "<figure>b<figcaption>a</figcaption></figure>",
        ),
        ("<a><p>a</p><a>b</a></a>", "<a><p>a</p>b</a>"),
        ("<h2> </h2>", " "),
        (
            "<details><summary><a>b</a> c</summary>d</details>",
            "<details><summary>b c</summary>d</details>",
        ),
        ("<table></table>", ""),
        ("<table><caption>a</caption></table>", "a"),
        ("<table><tbody><tr></tr></tbody></table>", ""),
    ],
)
def test_elements_stand_where_they_may(loose: str, tidy: str) -> None:
    assert serialise(repair_structure(parse_html(loose))) == tidy


def test_a_table_has_one_head_and_rows_of_equal_length() -> None:
    table = (
        "<table><tfoot><tr><td>f</td></tr></tfoot><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<thead><tr><th>c</th></tr></thead><caption>t</caption><caption>u</caption></table>"
    )
    assert serialise(repair_structure(parse_html(table))).replace("\n", "") == (
        "u<table><caption>t</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>f</td><td></td></tr><tr><th>c</th><td></td></tr></tbody></table>"
    )


def test_the_head_of_a_column_that_says_nothing_is_a_plain_cell() -> None:
    head = '<tr><th> </th><th>a</th><th><img alt="b"></th><th><img alt=""></th></tr>'
    cells = '<td> </td><th>a</th><th><img alt="b"></th><td><img alt=""></td>'
    html = serialise(repair_structure(parse_html(f"<table><thead>{head}</thead></table>")))
    assert html.replace("\n", "") == f"<table><thead><tr>{cells}</tr></thead></table>"


def test_elements_nested_beyond_reason_keep_their_text() -> None:
    html = serialise(repair_structure(parse_html("<div>" * 5000 + "a" + "</div>" * 5000)))
    assert html.count("<div>") == html.count("</div>") == 100
    assert "a" in html
