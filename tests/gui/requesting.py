"""Every way in which a page can ask for something: by elements, by styles, and by scripts.

``{url}`` stands for an address of the construct's own, ``{ws}`` for the same of a web socket.
"""

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
    "css-content": '<style>p::before {{ content: url({url}) }}</style><p>x</p>',
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
    "content=\"img-src 'none'; report-uri {url}\"><img src=\"data:image/gif,x\">",
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


def address(server: str, name: str) -> str:
    """Return the construct's own address on ``server``, „http://host:port“."""
    return f"{server}/{name}"


def written(construct: str, server: str, name: str) -> str:
    """Return ``construct`` with its addresses."""
    url = address(server, name)
    return construct.format(url=url, ws=url.replace("http:", "ws:"))
