"""What is told to somebody who typed ``clearfold`` alone: what one can do, in the order in which one does it."""

from clearfold import __version__
from clearfold.pipeline.copies import CONTENT

_DONE = (
    ("begin a project", "clearfold new my-project"),
    ("begin it with an old leaflet", "clearfold new my-project --from leaflet.docx"),
    ("make the leaflets of content/", "clearfold build"),
    ("see how they help readers more", "clearfold advise"),
    ("mend bullets, tabs and quotes", "clearfold fix content/example/en.md"),
    ("prove files that were made", "clearfold check"),
    ("see what is left to translate", "clearfold translations"),
    ("put all leaflets on a site", "clearfold site"),
    ("learn what a code means", "clearfold explain SRC-003"),
    ("see what this machine lacks", "clearfold doctor"),
)


def welcome() -> str:
    """Return what one can do with Clearfold, and what to type first in this folder."""
    wide = max(len(what) for what, _ in _DONE)
    first = "clearfold build" if CONTENT.is_dir() else "clearfold new my-project"
    lines = [
        f"Clearfold {__version__}: leaflets that everybody can read, each proven to say what you wrote",
        "",
        *(f"  {what:{wide}}  {words}" for what, words in _DONE),
        "",
        f"Begin here with: {first}",
        "Of each command, --help says more: clearfold build --help",
    ]
    return "\n".join(lines)
