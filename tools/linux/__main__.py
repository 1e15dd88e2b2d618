"""``python -m tools.linux FOLDER`` writes what a Linux desktop reads about the program."""

import argparse
from pathlib import Path

from tools.linux.share import write_share

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder that becomes share/")
    write_share(parser.parse_args().folder)
