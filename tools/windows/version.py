"""The version of the program as Windows writes it: four numbers, and texts about the files."""

from packaging.version import Version

from tools.project import Project


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers of ``version``, such as (0, 1, 0, 0) for "0.1" and "0.1.0rc1".

    Windows knows no versions before a release. Raises InvalidVersion (packaging.python.org).
    """
    parsed = Version(version)
    return parsed.major, parsed.minor, parsed.micro, 0


_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("{language:04x}{charset:04x}", [{texts}])]),
    VarFileInfo([VarStruct("Translation", [{language}, {charset}])]),
  ],
)
"""
_GERMAN, _UTF16 = 1031, 1200


def version_resource(project: Project, file: str) -> str:
    """Return what Windows shows among the properties of the program ``file``.

    It is text in the format of PyInstaller, which
    https://pyinstaller.org/en/stable/usage.html#capturing-windows-version-data describes.
    """
    values = {
        "ProductName": "Rezensent",
        "ProductVersion": project.version,
        "FileDescription": "Rezensent",
        "FileVersion": project.version,
        "InternalName": project.name,
        "OriginalFilename": file,
        "CompanyName": project.author,
        "LegalCopyright": f"GPL-3.0-or-later, {project.author}",
        "Comments": project.summary,
    }
    texts = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in values.items())
    numbers = version_numbers(project.version)
    return _RESOURCE.format(numbers=numbers, texts=texts, language=_GERMAN, charset=_UTF16)
