"""Clearfold makes a large-print brochure, an accessible PDF and an EPUB from one copy, and proves each of them."""

from clearfold.errors import (
    ClearfoldError,
    InternalError,
    LeafletError,
    MissingLibraryError,
    NotImportableError,
    StoppedError,
    UsageError,
)
from clearfold.pipeline.advise import advise
from clearfold.pipeline.building.build import build
from clearfold.pipeline.checking.check import check
from clearfold.pipeline.import_files import import_files as import_

__all__ = [
    "ClearfoldError",
    "InternalError",
    "LeafletError",
    "MissingLibraryError",
    "NotImportableError",
    "StoppedError",
    "UsageError",
    "__version__",
    "advise",
    "build",
    "check",
    "import_",
]
__version__ = "0.2.0"
