"""What is told to somebody who typed ``clearfold`` alone: what one can do, in the order in which one does it."""

from clearfold import __version__
from clearfold.cli.command_line import wording
from clearfold.pipeline.copies import CONTENT


def welcome() -> str:
    """Return what one can do with Clearfold, and what to type first in this folder."""
    done = (
        (wording("begin a project"), "clearfold new my-project"),
        (wording("begin it with an old leaflet"), "clearfold new my-project --from leaflet.docx"),
        (wording("make the leaflets of content/"), "clearfold build"),
        (wording("see how they help readers more"), "clearfold advise"),
        (wording("mend bullets, tabs and quotes"), "clearfold fix content/example/en.md"),
        (wording("prove files that were made"), "clearfold check"),
        (wording("see what is left to translate"), "clearfold translations"),
        (wording("see what is to be reviewed"), "clearfold due"),
        (wording("put all leaflets on a site"), "clearfold site"),
        (wording("learn what a code means"), "clearfold explain SRC-003"),
        (wording("see what this machine lacks"), "clearfold doctor"),
    )
    wide = max(len(what) for what, _ in done)
    first = "clearfold build" if CONTENT.is_dir() else "clearfold new my-project"
    lines = [
        wording(
            "Clearfold {version}: leaflets that everybody can read, each proven to say what you wrote",
            version=__version__,
        ),
        "",
        *(f"  {what:{wide}}  {words}" for what, words in done),
        "",
        wording("Begin here with: {command}", command=first),
        wording("Of each command, --help says more: clearfold build --help"),
    ]
    return "\n".join(lines)
