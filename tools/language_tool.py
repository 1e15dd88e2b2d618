"""Downloads LanguageTool unless it is installed: a step of ``make setup``."""

import sys

from editor.cli.doctor import ensure_checker
from editor.errors import InstallError
from editor.settings import Folders

try:
    ensure_checker(Folders.default().data, lambda text: print(text, flush=True))
except InstallError as error:
    sys.exit(error.german)
