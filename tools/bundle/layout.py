"""Places of a bundle and its data on each system, and the last steps there."""

import os
import shutil
import sys
from pathlib import Path

from editor.languagetool.recipe import Recipe
from tools.bundle.programs import name_command_line
from tools.macos.jar_libraries import sign_jar_libraries
from tools.macos.resource_links import link_resources
from tools.macos.signing import sign_file

NAME = "rezensent"
APPLICATION = "Rezensent.app"


def bundle_folder(built: Path, system: str = sys.platform) -> Path:
    """Return what users get of the folder ``built`` that PyInstaller has filled."""
    return built / (APPLICATION if system == "darwin" else NAME)


def internal_folder(built: Path, system: str = sys.platform) -> Path:
    """Return the folder with ``resources/`` and all other data of a bundle."""
    bundle = bundle_folder(built, system)
    return bundle / "Contents" / "Resources" if system == "darwin" else bundle / "_internal"


def prepare_language_tool(internal: Path, system: str = sys.platform) -> None:
    """Make the LanguageTool in a bundle what its system asks for, before its Java is trained.

    Raises CalledProcessError when codesign fails.
    """
    if system == "darwin":
        recipe = Recipe.load()
        identity = os.environ.get("REZENSENT_IDENTITY") or "-"
        sign_jar_libraries(
            recipe.folder(internal / "languagetool"),
            internal / "resources" / "languagetool",
            recipe,
            lambda library: sign_file(library, identity),
        )


def finish(built: Path, system: str = sys.platform) -> None:
    """Give programs their names and the application its links, and remove what is not needed."""
    if system == "win32":
        name_command_line(bundle_folder(built, system))
    if system == "darwin":
        link_resources(bundle_folder(built, system))
        # The application is a copy of it.
        shutil.rmtree(built / NAME)
