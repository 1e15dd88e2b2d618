"""Marks within a line that need no pairing."""

import re

_ADDRESS = r"\((?:[^()\n]|\([^()\n]*\))*\)"
LINK = re.compile(rf"!?\[(?P<text>[^\]\n]*)\](?P<target>{_ADDRESS}|\[[^\]\n]*\])?")
"""Link or image with its target or label, or words in brackets, which may be a label.

Approximate, for highlighting and segmentation. ``editor.markdown.plaintext.links`` pairs brackets
and knows which labels are defined.
"""
