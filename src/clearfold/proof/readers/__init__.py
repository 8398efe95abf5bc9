"""Readers: each turns one stream of a finished file into a Transcript, with code that the press does not use."""

from clearfold.model.errors import ClearfoldError


class UnreadableError(ClearfoldError):
    """A finished file cannot be read at all; the message says why."""
