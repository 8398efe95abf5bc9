"""The errors that Clearfold raises, from one base; what is a fault of ours says so of itself."""

import errno

from clearfold.model.messages import message, told

INTERNAL_HINT = message(
    "nothing is wrong with your copy; the last good editions are as they were. Run it again with -v, and report what "
    "it prints, with the copy if you may, on the project's page"
)


class ClearfoldError(Exception):
    """What Clearfold raises."""


class UsageError(ClearfoldError):
    """What was asked for cannot be done: a file that is not there, an edition that does not exist."""


class MissingLibraryError(ClearfoldError):
    """A library of the system that is needed is not there; says how to get it."""


class InternalError(ClearfoldError):
    """A fault of ours, no mistake of the copy's and no defect of a file; ``__cause__`` is what went wrong.

    ``doing`` says in a few words what was being done, ``edition`` of which edition or file, "" where of none; ``what``
    is what went wrong in one line, which comes along from another process where ``__cause__`` does not.
    """

    def __init__(self, code: str, doing: str, edition: str = "", what: str = "") -> None:
        self.code, self.doing, self.edition, self.what = code, doing, edition, what
        super().__init__(code, doing, edition, what)

    @property
    def fact(self) -> str:
        """Say what was being done, of what, and what went wrong."""
        which = f" ({self.edition})" if self.edition else ""
        what = f": {self.what}" if self.what else ""
        return message(
            "a fault of Clearfold's own, while {doing}{which}{what}", doing=self.doing, which=which, what=what
        )

    def __str__(self) -> str:
        """Say what was being done, and of what."""
        return f"{self.code}: {told(self.fact)}"


def internal(error: Exception, doing: str, edition: str = "") -> InternalError:
    """Return an error that nobody but us can mend, as one of ours; one that is ours already stays as it is."""
    if isinstance(error, InternalError):
        return error
    fault = InternalError("INT-001", doing, edition, " ".join(f"{type(error).__name__}: {error}".split()))
    fault.__cause__ = error
    return fault


_REASONS = {
    errno.EACCES: message("Permission denied"),
    errno.EBUSY: message("Device or resource busy"),
    errno.EDQUOT: message("Disk quota exceeded"),
    errno.EEXIST: message("File exists"),
    errno.EIO: message("Input/output error"),
    errno.EISDIR: message("Is a directory"),
    errno.EMFILE: message("Too many open files"),
    errno.ENAMETOOLONG: message("File name too long"),
    errno.ENOENT: message("No such file or directory"),
    errno.ENOSPC: message("No space left on device"),
    errno.ENOTDIR: message("Not a directory"),
    errno.ENOTEMPTY: message("Directory not empty"),
    errno.EPERM: message("Operation not permitted"),
    errno.EROFS: message("Read-only file system"),
}
"""What files and folders meet, in the words of POSIX systems, which say it in the system's language alone."""


def refusal_of(error: OSError) -> str:
    """Return why the system refused something, where it is known in words that can be told in another language."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
