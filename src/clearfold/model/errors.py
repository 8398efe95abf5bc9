"""The errors that Clearfold raises, from one base; what is a fault of ours says so of itself."""


class ClearfoldError(Exception):
    """What Clearfold raises."""


class InternalError(ClearfoldError):
    """A fault of ours, no mistake of the copy's and no defect of a file; ``__cause__`` is what went wrong.

    ``doing`` says in a few words what was being done, ``edition`` of which edition or file, "" where of none.
    """

    def __init__(self, code: str, doing: str, edition: str = "") -> None:
        self.code, self.doing, self.edition = code, doing, edition
        super().__init__(code, doing, edition)

    def __str__(self) -> str:
        """Say what was being done, and of what."""
        which = f", {self.edition}" if self.edition else ""
        return f"{self.code}: a fault of Clearfold's own, while {self.doing}{which}"
