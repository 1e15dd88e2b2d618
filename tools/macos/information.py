"""Information about the application that macOS reads: Info.plist."""

from collections.abc import Mapping

from tools.project import Project

OLDEST = "13.0"
"""First macOS with which Qt's libraries run: the tag of the wheels of PySide6."""
_MARKDOWN = "net.daringfireball.markdown"
"""Type that the author of Markdown has declared for it, which macOS does not know by itself."""
_DOCUMENTS = [
    {
        "CFBundleTypeName": "Markdown",
        "CFBundleTypeRole": "Editor",
        # Offered under “Open With”; what opens such files otherwise stays as it is.
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": [_MARKDOWN],
    }
]
_TYPES = [
    {
        "UTTypeIdentifier": _MARKDOWN,
        "UTTypeDescription": "Markdown",
        "UTTypeConformsTo": ["public.plain-text"],
        "UTTypeTagSpecification": {
            "public.filename-extension": ["md", "markdown"],
            "public.mime-type": ["text/markdown"],
        },
    }
]


def information(project: Project) -> Mapping[str, object]:
    """Return what Info.plist has beside the names and versions that PyInstaller writes."""
    return {
        "CFBundleDevelopmentRegion": "de",
        # Qt's menus and dialogs follow these, and so does the choice of the language.
        "CFBundleLocalizations": ["de", "en"],
        "CFBundleDocumentTypes": _DOCUMENTS,
        "UTImportedTypeDeclarations": _TYPES,
        "CFBundleVersion": project.version,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"GPL-3.0-or-later, {project.author}",
        # The style sheet has a light and a dark look of its own.
        "NSRequiresAquaSystemAppearance": False,
    }
