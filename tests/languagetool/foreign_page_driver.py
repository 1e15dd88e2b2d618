"""Shows a page of a stranger in Chromium, which tries to use the server at an address.

The argument is the address. The output is one line of JSON: what each try came to. It runs in a
process of its own, because the program gives Chromium no network at all.
"""

import os
import sys

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from tests.languagetool.office import serving

_PATIENCE_MS = 60_000
_DONE = "done:"
_PAGE = """<!doctype html><title>x</title><script>
const server = "%s", form = "language=de-DE&text=Ein+Feler.";
const body = new URLSearchParams(form);
let read = "";
window.answer = value => { read = JSON.stringify(value); };
const script = new Promise(resolve => {
  const element = document.createElement("script");
  element.onload = () => resolve("read " + read);
  element.onerror = () => resolve("refused");
  element.src = `${server}/v2/check?${form}&callback=answer`;
  document.head.append(element);
});
const post = options => fetch(`${server}/v2/check`, {method: "POST", body, ...options});
const text = response => response.text().then(text => "read " + text);
const fetched = post({}).then(text).catch(() => "refused");
const asked = post({headers: {"Rezensent-Secret": "0"}}).then(text).catch(() => "refused");
const posts = Promise.all(Array.from({length: 40}, () => post({mode: "no-cors"}).catch(() => 0)));
Promise.all([script, fetched, asked, posts]).then(([script, fetched, asked, posts]) => {
  document.title = "done:" + JSON.stringify({script, fetched, asked, posts: posts.length});
});
</script>"""


def main() -> int:
    """Print what the page reports."""
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--log-level=3"
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1" if os.geteuid() == 0 else "0")
    application = QApplication(sys.argv[:1])
    page = QWebEnginePage()

    def report(title: str) -> None:
        if title.startswith(_DONE):
            sys.stdout.write(title.removeprefix(_DONE))
            application.quit()

    page.titleChanged.connect(report)
    document = (_PAGE % sys.argv[1]).encode()
    with serving(lambda _path, _form: (200, document)) as url:
        page.load(QUrl(url))
        QTimer.singleShot(_PATIENCE_MS, application.quit)
        application.exec()
    delete(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
