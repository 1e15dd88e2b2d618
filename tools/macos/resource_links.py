"""Links beside the program to what was put among the resources of the application afterwards."""

from pathlib import Path


def link_resources(app: Path) -> None:
    """Link every file and folder in ``Contents/Resources`` that ``Contents/Frameworks`` lacks.

    PyInstaller puts libraries into Frameworks, data into Resources and links between both, since
    macOS signs them differently; the program looks for everything in Frameworks
    (https://pyinstaller.org/en/stable/feature-notes.html#macos-app-bundles).
    """
    frameworks = app / "Contents" / "Frameworks"
    for path in sorted((app / "Contents" / "Resources").iterdir()):
        link = frameworks / path.name
        if not link.exists() and not link.is_symlink():
            link.symlink_to(Path("..", "Resources", path.name))
