"""Runs a script in the environment: ``python -m tools.setup.script FILE``.

Strg+C ends it at once and without a traceback, also while it imports modules: a download that was
cut off is cleared away by the next one. Its messages have every character, in any encoding.
"""

import runpy
import signal
import sys

from editor.standard_streams import escape_unencodable

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    escape_unencodable()
    runpy.run_path(sys.argv[1], run_name="__main__")
