"""How a user gets a newer version, by kind of installation."""

from editor.installation import Kind, pip_command
from editor.localized import Localized
from editor.updates.update import Update


def installation_step(kind: Kind, update: Update) -> Localized:
    """Return one sentence that says how to install ``update`` over an installation of ``kind``."""
    package = update.files.get(kind)
    file = f"rezensent_{update.version}_amd64.deb" if package is None else package.name
    quoted = Localized(f"„{file}“", f"“{file}”")
    known = kind is Kind.DEB or package is not None
    return _STEPS[kind].format(quoted if known else _A_FILE, file=file, pip=pip_command())


_A_FILE = Localized("die Datei", "the file")
_STEPS = {
    Kind.CHECKOUT: Localized(
        "„git pull“ holt die neue Version, „make run“ richtet sie ein und startet sie.",
        "“git pull” fetches the new version, “make run” sets it up and starts it.",
    ),
    Kind.PYTHON: Localized(
        "„{pip} install --upgrade rezensent“ installiert die neue Version.",
        "“{pip} install --upgrade rezensent” installs the new version.",
    ),
    Kind.PORTABLE: Localized(
        "Laden Sie {} von der Seite, entpacken Sie das Archiv in einen neuen Ordner und löschen "
        "Sie den alten; haben Sie Rezensent mit dem Skript darin installiert, starten Sie das "
        "neue Skript.",
        "Download {} from the page, unpack the archive into a new folder, and delete the old one; "
        "if you installed Rezensent with the script in it, run the new script.",
    ),
    Kind.DEB: Localized(
        "Laden Sie {} von der Seite und installieren Sie die Datei mit der Paketverwaltung oder "
        "mit diesem Befehl:\nsudo apt install ./{file}",
        "Download {} from the page, and install the file with the software manager or with this "
        "command:\nsudo apt install ./{file}",
    ),
    Kind.WINDOWS: Localized(
        "Laden Sie {} von der Seite, beenden Sie Rezensent und starten Sie die Datei.",
        "Download {} from the page, quit Rezensent, and run the file.",
    ),
    Kind.MACOS: Localized(
        "Laden Sie {} von der Seite, beenden Sie Rezensent und ziehen Sie die neue Version in "
        "den Ordner „Programme“.",
        "Download {} from the page, quit Rezensent, and drag the new version to Applications.",
    ),
    Kind.APPIMAGE: Localized(
        "Laden Sie {} von der Seite und ersetzen Sie damit das alte AppImage.",
        "Download {} from the page, and replace the old AppImage with it.",
    ),
}
