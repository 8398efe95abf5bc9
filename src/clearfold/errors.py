"""Every error that Clearfold raises, by one base: ``ClearfoldError``."""

from clearfold.importers.reading import NotImportableError, StoppedError
from clearfold.model.diagnostic import LeafletError
from clearfold.model.errors import ClearfoldError, InternalError, MissingLibraryError, UsageError
from clearfold.pipeline.deadline import TooLongError
from clearfold.proof.readers import UnreadableError

__all__ = [
    "ClearfoldError",
    "InternalError",
    "LeafletError",
    "MissingLibraryError",
    "NotImportableError",
    "StoppedError",
    "TooLongError",
    "UnreadableError",
    "UsageError",
]
