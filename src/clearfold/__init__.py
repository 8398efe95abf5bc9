"""Clearfold: one Markdown source, a large-print brochure, an accessible PDF and an EPUB, each proven against the copy."""

from clearfold.build import build, check

__all__ = ["__version__", "build", "check"]
__version__ = "0.1.0"
