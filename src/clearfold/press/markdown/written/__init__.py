"""The body as people write it: its lines in the one form that the Markdown parser reads without doubt, and remarks.

``tidy`` is the way in. Blocks are found as CommonMark and docs/writing.md have them, and written again for
Python-Markdown, each that holds others between two marks. No letter is changed.
"""

from clearfold.press.markdown.written.scan import tidy

__all__ = ["tidy"]
