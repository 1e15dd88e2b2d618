"""Makes the reference documents of the Word and LibreOffice exports from pandoc's.

Run ``python -m tools.office_reference`` after a change of ``office_styles.toml`` or of pandoc. The
same input gives the same bytes.
"""

import io
import subprocess
import tomllib
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

Style = dict[str, Any]
Parts = dict[str, bytes]

STYLES = Path(__file__).with_name("office_styles.toml")
TARGET = Path(__file__).parents[1] / "resources" / "office"
FRAME = "SpoilerFrame"
"""Style of the table around a spoiler, as editor.export.paged.pandoc_writer names it."""
KINDS = ("docx", "odt")

_EPOCH = (1980, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_STYLE, _FO = f"{_OASIS}:style:1.0", f"{_OASIS}:xsl-fo-compatible:1.0"
_TWIPS = 20
_HALVES = 2
_MM_PER_INCH, _POINTS_PER_INCH = 25.4, 72
_FRAME_MARGIN = 142
"""Distance between the frame of a spoiler and its text, in twentieths of a point."""
_LINE = 2.4
"""Units of Word's line height (240 for one line) per per cent."""


def make_reference(kind: str) -> bytes:
    """Return the reference document ``kind``, "docx" or "odt"."""
    table = tomllib.loads(STYLES.read_text("utf-8"))
    pandoc = import_module("pypandoc").get_pandoc_path()
    name = f"reference.{kind}"
    command = [pandoc, "--print-default-data-file", name]
    default = subprocess.run(command, check=True, capture_output=True).stdout
    with zipfile.ZipFile(io.BytesIO(default)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    change: Callable[[Parts, dict[str, Any]], None] = {"docx": _docx, "odt": _odt}[kind]
    change(parts, table)
    return _packed(parts)


def _packed(parts: Parts) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            # The type of an OpenDocument file is in its first part, which must not be compressed.
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return result.getvalue()


def _parsed(source: bytes) -> ET.Element:
    spaces = ET.iterparse(io.BytesIO(source), events=["start-ns"])  # noqa: S314 - pandoc's own
    for _, (prefix, address) in spaces:
        ET.register_namespace(prefix, address)
    return ET.fromstring(source)  # noqa: S314


def _written(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))


def _for(kind: str, styles: dict[str, Style]) -> list[tuple[str, Style]]:
    return [(name, style) for name, style in styles.items() if style.get("only", kind) == kind]


# -- Word -----------------------------------------------------------------------------------------


def _docx(parts: Parts, table: dict[str, Any]) -> None:
    root = _parsed(parts["word/styles.xml"])
    for child in list(root):
        if child.tag == f"{{{_W}}}docDefaults":
            root.remove(child)
    root.insert(0, _defaults(table))
    styles_by_name = {_named(style): style for style in root.iter(f"{{{_W}}}style")}
    for name, style in _for("docx", table["styles"]):
        target = styles_by_name.get(name)
        if target is None:
            target = _new_style(root, name)
        _restyle(target, _paragraph(style), _run(style, table["fonts"]))
        linked = styles_by_name.get(f"{name.title()} Char")
        if linked is not None:
            _restyle(linked, None, _run(style, table["fonts"]))
    for name, style in table["characters"].items():
        _restyle(styles_by_name[name], None, _run(style, table["fonts"]))
    root.append(_framed())
    for head in root.iter(f"{{{_W}}}tblStylePr"):
        bold = _element("rPr")
        bold.append(_element("b"))
        head.insert(0, bold)
    parts["word/styles.xml"] = _written(root)
    _add_footer(parts, table["page"])
    settings = parts["word/settings.xml"].decode()
    parts["word/settings.xml"] = (
        settings.replace('themeFontLang w:val="en-US"', 'themeFontLang w:val="de-DE"')
        .replace('decimalSymbol w:val="."', 'decimalSymbol w:val=","')
        .replace('listSeparator w:val=","', 'listSeparator w:val=";"')
        .replace(
            '<w:defaultTabStop w:val="720" />',
            '<w:defaultTabStop w:val="720" /><w:autoHyphenation />',
        )
        .encode()
    )


def _named(style: ET.Element) -> str:
    name = style.find(f"{{{_W}}}name")
    return "" if name is None else name.get(f"{{{_W}}}val", "")


def _element(tag: str, **attributes: object) -> ET.Element:
    return ET.Element(f"{{{_W}}}{tag}", {f"{{{_W}}}{k}": str(v) for k, v in attributes.items()})


def _defaults(table: dict[str, Any]) -> ET.Element:
    run = _run(table["styles"]["Normal"], table["fonts"])
    run.append(_element("lang", val="de-DE", eastAsia="zh-CN", bidi="ar-SA"))
    root, runs = _element("docDefaults"), _element("rPrDefault")
    runs.append(run)
    root.extend([runs, _element("pPrDefault")])
    return root


def _new_style(root: ET.Element, name: str) -> ET.Element:
    style = _element("style", type="paragraph", customStyle=1, styleId=name.replace(" ", ""))
    style.append(_element("name", val=name))
    style.append(_element("basedOn", val="BodyText"))
    style.append(_element("qFormat"))
    root.append(style)
    return style


def _restyle(style: ET.Element, paragraph: ET.Element | None, run: ET.Element) -> None:
    for tag in ("pPr", "rPr"):
        for old in style.findall(f"{{{_W}}}{tag}"):
            style.remove(old)
    style.extend(part for part in (paragraph, run) if part is not None and len(part))


def _paragraph(style: Style) -> ET.Element:
    """Return the properties of a paragraph, in the order that Word's schema requires."""
    root = _element("pPr")
    if style.get("keep"):
        root.extend([_element("keepNext"), _element("keepLines")])
    if style.keys() & {"before", "after", "line"}:
        root.append(
            _element(
                "spacing",
                before=round(style.get("before", 0) * _TWIPS),
                after=round(style.get("after", 0) * _TWIPS),
                line=round(style.get("line", 100) * _LINE),
                lineRule="auto",
            )
        )
    if style.keys() & {"left", "right"}:
        sides = {side: round(style.get(side, 0) * _TWIPS) for side in ("left", "right")}
        if "indent" in style:
            sides["hanging"] = -round(style["indent"] * _TWIPS)
        root.append(_element("ind", **sides))
    level = style.get("odt", "").removeprefix("Heading ")
    if level.isdigit():
        root.append(_element("outlineLvl", val=int(level) - 1))
    return root


def _framed() -> ET.Element:
    """Return a style for tables with an outer frame and no inner lines."""
    style = _element("style", type="table", customStyle=1, styleId=FRAME)
    style.extend([_element("name", val=FRAME), _element("basedOn", val="Table")])
    properties = _element("tblPr")
    borders, margins = _element("tblBorders"), _element("tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_element(side, val="single", sz=4, space=0, color="9AA0A6"))
        margins.append(_element(side, w=_FRAME_MARGIN, type="dxa"))
    properties.extend([borders, margins])
    style.append(properties)
    return style


def _run(style: Style, fonts: dict[str, list[str]]) -> ET.Element:
    root = _element("rPr")
    if "font" in style:
        family = fonts[style["font"]][0]
        root.append(_element("rFonts", ascii=family, hAnsi=family, cs=family))
    for key, tag in (("bold", "b"), ("italic", "i")):
        if key in style:
            root.extend(_element(name, val=int(style[key])) for name in (tag, f"{tag}Cs"))
    if "color" in style:
        root.append(_element("color", val=style["color"].upper()))
    if "size" in style:
        size = round(style["size"] * _HALVES)
        root.extend([_element("sz", val=size), _element("szCs", val=size)])
    if style.get("underline"):
        root.append(_element("u", val="single"))
    return root


def _add_footer(parts: Parts, page: dict[str, float]) -> None:
    """Set the page size, and a page number in the footer."""
    parts["word/footer1.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:ftr xmlns:w="{_W}"><w:p><w:pPr>'
        '<w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr>'
        '<w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    ).encode()
    kind = f"{_R}/footer"
    for name, end, added in (
        (
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/footer1.xml" ContentType="{_MIME}"/>',
        ),
        (
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Type="{kind}" Id="rId90" Target="footer1.xml"/>',
        ),
    ):
        parts[name] = parts[name].decode().replace(end, added + end).encode()
    edge = {
        key: round(length / _MM_PER_INCH * _POINTS_PER_INCH * _TWIPS)
        for key, length in page.items()
    }
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId90"/>'
        f'<w:pgSz w:w="{edge["width"]}" w:h="{edge["height"]}"/>'
        f'<w:pgMar w:top="{edge["top"]}" w:right="{edge["side"]}" w:bottom="{edge["bottom"]}" '
        f'w:left="{edge["side"]}" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    document = parts["word/document.xml"].decode()
    before, _, rest = document.partition("<w:sectPr>")
    behind = rest.partition("</w:sectPr>")[2]
    parts["word/document.xml"] = (before + section + behind).encode()


# -- LibreOffice ----------------------------------------------------------------------------------


def _odt(parts: Parts, table: dict[str, Any]) -> None:
    root = _parsed(parts["styles.xml"])
    styles_by_name = {
        style.get(f"{{{_STYLE}}}display-name", style.get(f"{{{_STYLE}}}name", "")): style
        for style in root.iter(f"{{{_STYLE}}}style")
    }
    (holder,) = root.iter(f"{{{_OASIS}:office:1.0}}styles")
    for name, style in _for("odt", {**table["styles"], **table["characters"]}):
        target = styles_by_name.get(style.get("odt", name))
        if target is None:
            target = ET.SubElement(holder, f"{{{_STYLE}}}style", _odt_names(name))
        for child in list(target):
            target.remove(child)
        inside = name in table["characters"]
        target.extend(_odt_properties(style, table["fonts"], inside=inside))
    _odt_language(root)
    _odt_page(root, table["page"])
    parts["styles.xml"] = _written(root)


def _odt_names(name: str) -> dict[str, str]:
    return {
        f"{{{_STYLE}}}name": name,
        f"{{{_STYLE}}}family": "paragraph",
        f"{{{_STYLE}}}parent-style-name": "Text_20_body",
    }


def _odt_properties(style: Style, fonts: dict[str, list[str]], *, inside: bool) -> list[ET.Element]:
    paragraph, text = _odt_paragraph(style), _odt_text(style, fonts)
    parts = [] if inside or not paragraph else [_odt_part("paragraph", paragraph)]
    return [*parts, *([_odt_part("text", text)] if text else [])]


def _odt_part(kind: str, properties: dict[str, str]) -> ET.Element:
    return ET.Element(f"{{{_STYLE}}}{kind}-properties", properties)


def _odt_paragraph(style: Style) -> dict[str, str]:
    lengths = {
        "margin-top": "before",
        "margin-bottom": "after",
        "margin-left": "left",
        "margin-right": "right",
        "text-indent": "indent",
    }
    properties = {f"{{{_FO}}}{k}": f"{style[key]}pt" for k, key in lengths.items() if key in style}
    if "line" in style:
        properties[f"{{{_FO}}}line-height"] = f"{style['line']}%"
    if style.get("keep"):
        properties[f"{{{_FO}}}keep-with-next"] = "always"
    if "widows" in style:
        properties |= {f"{{{_FO}}}{key}": str(style["widows"]) for key in ("widows", "orphans")}
    if style.get("left_aligned"):
        properties[f"{{{_FO}}}text-align"] = "start"
    return properties


def _odt_text(style: Style, fonts: dict[str, list[str]]) -> dict[str, str]:
    properties: dict[str, str] = {}
    if "font" in style:
        properties[f"{{{_FO}}}font-family"] = f"'{fonts[style['font']][1]}'"
    if "size" in style:
        properties[f"{{{_FO}}}font-size"] = f"{style['size']}pt"
    if "bold" in style:
        properties[f"{{{_FO}}}font-weight"] = "bold" if style["bold"] else "normal"
    properties[f"{{{_FO}}}font-style"] = "italic" if style.get("italic") else "normal"
    if "color" in style:
        properties[f"{{{_FO}}}color"] = f"#{style['color']}"
    if style.get("underline"):
        properties |= {
            f"{{{_STYLE}}}text-underline-style": "solid",
            f"{{{_STYLE}}}text-underline-width": "auto",
            f"{{{_STYLE}}}text-underline-color": "font-color",
        }
    if style.get("font") == "mono":
        properties |= {f"{{{_FO}}}language": "zxx", f"{{{_FO}}}country": "none"}
    return properties


def _odt_language(root: ET.Element) -> None:
    for style in root.iter(f"{{{_STYLE}}}default-style"):
        for properties in style.iter(f"{{{_STYLE}}}text-properties"):
            properties.set(f"{{{_FO}}}language", "de")
            properties.set(f"{{{_FO}}}country", "DE")
            properties.set(f"{{{_FO}}}hyphenate", "true")


def _odt_page(root: ET.Element, page: dict[str, float]) -> None:
    for layout in root.iter(f"{{{_STYLE}}}page-layout-properties"):
        for key, length in (
            ("page-width", page["width"]),
            ("page-height", page["height"]),
            ("margin-top", page["top"]),
            ("margin-bottom", page["bottom"]),
            ("margin-left", page["side"]),
            ("margin-right", page["side"]),
        ):
            layout.set(f"{{{_FO}}}{key}", f"{length}mm")


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for each in KINDS:
        (TARGET / f"reference.{each}").write_bytes(make_reference(each))
