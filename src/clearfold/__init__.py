"""Clearfold makes a large-print brochure, an accessible PDF and an EPUB from one copy, and proves each of them."""

from clearfold.pipeline.build import build
from clearfold.pipeline.check import check

__all__ = ["__version__", "build", "check"]
__version__ = "0.1.0"
