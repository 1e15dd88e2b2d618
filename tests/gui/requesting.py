"""Every way in which a page can ask for something: by elements, by styles, and by scripts.

``{url}`` stands for an address of the construct's own, ``{ws}`` for the same of a web socket.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

BY_MARKUP: dict[str, str] = {
    "img": '<img src="{url}">',
    "srcset": '<img srcset="{url} 1x, {url}?2 2x">',
    "picture": '<picture><source srcset="{url}"><img alt=""></picture>',
    "video": '<video src="{url}" autoplay muted></video>',
    "poster": '<video poster="{url}"></video>',
    "audio": '<audio src="{url}" autoplay></audio>',
    "input-image": '<input type="image" src="{url}">',
    "body-background": '<body background="{url}"><p>x',
    "table-background": '<table background="{url}"><tr><td>x</table>',
    "svg-image": '<svg><image href="{url}" width="9" height="9"/></svg>',
    "svg-use": '<svg width="9" height="9"><use href="{url}#a"/></svg>',
    "svg-fe-image": '<svg width="9" height="9"><filter id="f"><feImage href="{url}"/></filter>'
    '<rect width="9" height="9" filter="url(#f)"/></svg>',
    "stylesheet": '<link rel="stylesheet" href="{url}">',
    "icon": '<link rel="icon" href="{url}">',
    "manifest": '<link rel="manifest" href="{url}">',
    "preload": '<link rel="preload" as="image" href="{url}">',
    "modulepreload": '<link rel="modulepreload" href="{url}">',
    "prefetch": '<link rel="prefetch" href="{url}">',
    "import": '<style>@import "{url}";</style>',
    "css-background": '<p style="background: url({url})">x</p>',
    "css-image-set": '<p style="background: image-set(url({url}) 1x)">x</p>',
    "css-list": '<ul style="list-style-image: url({url})"><li>x</ul>',
    "css-content": "<style>p::before {{ content: url({url}) }}</style><p>x</p>",
    "css-mask": '<p style="mask-image: url({url})">x</p>',
    "css-border": '<p style="border: 9px solid; border-image: url({url}) 1">x</p>',
    "css-cursor": '<p style="cursor: url({url}), auto">x</p>',
    "font": "<style>@font-face {{ font-family: f; src: url({url}) }} p {{ font-family: f }}"
    "</style><p>x</p>",
    "iframe": '<iframe src="{url}"></iframe>',
    "iframe-srcdoc": "<iframe srcdoc=\"<img src='{url}'>\"></iframe>",
    "object": '<object data="{url}"></object>',
    "embed": '<embed src="{url}">',
    "embed-pdf": '<embed type="application/pdf" src="{url}">',
    "frameset": '<frameset><frame src="{url}"></frameset>',
    "script": '<script src="{url}"></script>',
    "module": '<script type="module" src="{url}"></script>',
    "refresh": '<meta http-equiv="refresh" content="0; url={url}">',
    "base": '<base href="{url}/"><img src="picture">',
    "preconnect": '<link rel="preconnect" href="{url}">',
    "dns-prefetch": '<link rel="dns-prefetch" href="{url}">',
    "policy-report": '<meta http-equiv="Content-Security-Policy" '
    'content="img-src \'none\'; report-uri {url}"><img src="data:image/gif,x">',
}
BY_SCRIPT: dict[str, str] = {
    "fetch": "fetch('{url}')",
    "fetch-no-cors": "fetch('{url}', {{mode: 'no-cors', keepalive: true}})",
    "xhr": "const x = new XMLHttpRequest(); x.open('GET', '{url}'); x.send()",
    "beacon": "navigator.sendBeacon('{url}', 'x')",
    "websocket": "new WebSocket('{ws}')",
    "event-source": "new EventSource('{url}')",
    "dynamic-import": "import('{url}')",
    "worker": "new Worker(URL.createObjectURL(new Blob([\"importScripts('{url}')\"])))",
    "image": "new Image().src = '{url}'",
    "window-open": "window.open('{url}')",
    "location": "location.href = '{url}'",
    "location-replace": "location.replace('{url}')",
    "location-file": "location.href = 'file:///etc/passwd'",
    "form": "const f = document.createElement('form'); f.action = '{url}'; f.method = 'post';"
    "document.body.append(f); f.submit()",
    "link": "const a = document.createElement('a'); a.href = '{url}'; document.body.append(a);"
    "a.click()",
    "link-blank": "const a = document.createElement('a'); a.href = '{url}'; a.target = '_blank';"
    "document.body.append(a); a.click()",
    "link-ping": "const a = document.createElement('a'); a.href = '#x'; a.ping = '{url}';"
    "document.body.append(a); a.click()",
    "download": "const a = document.createElement('a'); a.href = '{url}'; a.download = 'x';"
    "document.body.append(a); a.click()",
    "speculation": "const s = document.createElement('script'); s.type = 'speculationrules';"
    'document.head.append(Object.assign(s, {{textContent: \'{{"prefetch": [{{"source": "list",'
    '"urls": ["{url}"]}}]}}\'}}))',
}
"""What is run in a page that is shown already."""
SILENT = {
    "preconnect",
    "dns-prefetch",
    "manifest",
    "policy-report",
    "embed-pdf",
    "link-ping",
    "location-file",
    "speculation",
    "window-open",
    "link-blank",
}
"""Those that an HTTP server does not hear of: a connection at most, or wishes that wait."""


def address(server: str, name: str) -> str:
    """Return the construct's own address on ``server``, „http://host:port“."""
    return f"{server}/{name}"


def written(construct: str, server: str, name: str) -> str:
    """Return ``construct`` with its addresses."""
    url = address(server, name)
    return construct.format(url=url, ws=url.replace("http:", "ws:"))


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCX = {
    "[Content_Types].xml": f'''<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>''',
    "_rels/.rels": f'''<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a"
Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>''',
    "word/_rels/document.xml.rels": f'''<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="p" Type="{_OFFICE}/image" Target="@URL@" TargetMode="External"/>
<Relationship Id="t" Type="{_OFFICE}/attachedTemplate" Target="@URL@" TargetMode="External"/>
</Relationships>''',
    "word/document.xml": f'''<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"
xmlns:a="{_DRAWING}/main" xmlns:wp="{_DRAWING}/wordprocessingDrawing"
xmlns:pic="{_DRAWING}/picture"><w:body><w:p><w:r><w:t>Aus Word</w:t></w:r><w:r><w:drawing>
<wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Bild" descr="Bild"/><a:graphic>
<a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:blipFill><a:blip r:link="p"/></pic:blipFill>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>''',
}


def remote_documents(folder: Path, server: str) -> Iterator[Path]:
    """Make files of other programs in ``folder`` whose pictures are on ``server``."""
    page = "".join(written(item, server, f"file-{name}") for name, item in BY_MARKUP.items())
    html = folder / "seite.html"
    html.write_text(f"<!doctype html><p>Von einer Seite</p>{page}", "utf-8")
    yield html
    word = folder / "word.docx"
    with zipfile.ZipFile(word, "w") as archive:
        for name, content in _DOCX.items():
            archive.writestr(name, content.replace("@URL@", address(server, "word")))
    yield word
