"""The body as people write it: its lines in the one form that the Markdown parser reads without doubt, and remarks.

``tidy`` is the way in. Blocks are found as CommonMark and docs/writing.md have them, and written again for
Python-Markdown: an empty line around each, four columns for what is within. No letter is changed.
"""

from clearfold.press.markdown.written.lines import Remark
from clearfold.press.markdown.written.scan import tidy

__all__ = ["Remark", "tidy"]
