"""Clearfold makes a large-print brochure, an accessible PDF and an EPUB from one copy, and proves each of them."""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
_FUNCTIONS = MappingProxyType(
    {
        "advise": ("clearfold.pipeline.advise", "advise"),
        "build": ("clearfold.pipeline.building.build", "build"),
        "check": ("clearfold.pipeline.checking.check", "check"),
        "import_": ("clearfold.pipeline.import_files", "import_files"),
    }
)


def __getattr__(name: str) -> object:
    """Import what is asked for, and nothing else: every module of the package begins here."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _FUNCTIONS.get(name, ("clearfold.errors", name))
    return getattr(import_module(module), own)
