"""Marks within a line that need no pairing."""

import re

LINK = re.compile(r"!?\[(?P<text>[^\]\n]*)\](?P<target>\([^)\n]*\)|\[[^\]\n]*\])?")
"""Link or image with its target or label, or words in brackets, which may be a label.

Approximate, for highlighting and segmentation. ``editor.markdown.plaintext.links`` pairs brackets
and knows which labels are defined.
"""
