"""Mend in a copy what is mechanical, and nothing else: signs, spaces and empty lines, never a letter or a figure."""

from clearfold.copy_fixes.files import Mended, mend_file, put
from clearfold.copy_fixes.mend import mended
from clearfold.copy_fixes.same_letters import same_letters

__all__ = ["Mended", "mend_file", "mended", "put", "same_letters"]
