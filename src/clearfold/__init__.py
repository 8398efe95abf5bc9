"""Clearfold makes a large-print brochure, an accessible PDF and an EPUB from one copy, and proves each of them."""

from clearfold.errors import ClearfoldError, InternalError, LeafletError, MissingLibraryError, UsageError
from clearfold.pipeline.build import build
from clearfold.pipeline.check import check

__all__ = [
    "ClearfoldError",
    "InternalError",
    "LeafletError",
    "MissingLibraryError",
    "UsageError",
    "__version__",
    "build",
    "check",
]
__version__ = "0.1.0"
