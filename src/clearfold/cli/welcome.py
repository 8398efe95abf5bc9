"""What is told to somebody who typed ``clearfold`` alone: what one can do, in the order in which one does it."""

from clearfold import __version__
from clearfold.cli.command_line import wording
from clearfold.model.messages import message, told
from clearfold.model.messages.speaking import current
from clearfold.pipeline.copies import CONTENT

_DONE = (
    (message("begin a project"), "clearfold new {project}"),
    (message("begin it with an old leaflet"), "clearfold new {project} --from {file}"),
    (message("make the leaflets of content/"), "clearfold build"),
    (message("see how they help readers more"), "clearfold advise"),
    (message("mend bullets, tabs and quotes"), "clearfold fix content/example/{lang}.md"),
    (message("prove files that were made"), "clearfold check"),
    (message("see what is left to translate"), "clearfold translations"),
    (message("see what is to be reviewed"), "clearfold due"),
    (message("put all leaflets on a site"), "clearfold site"),
    (message("learn what a code means"), "clearfold explain SRC-003"),
    (message("see what this machine lacks"), "clearfold doctor"),
)


def welcome() -> str:
    """Return what one can do with Clearfold, and what to type first in this folder."""
    names = {"project": wording("my-project"), "file": wording("leaflet.docx"), "lang": current()}
    done = [(told(what), words.format_map(names)) for what, words in _DONE]
    wide = max(len(what) for what, _ in done)
    first = "clearfold build" if CONTENT.is_dir() else f"clearfold new {names['project']}"
    lines = [
        wording(
            "Clearfold {version}: leaflets that everybody can read, each proven to say what you wrote",
            version=__version__,
        ),
        "",
        *(f"  {what:{wide}}  {words}" for what, words in done),
        "",
        wording("Begin here with: {first}", first=first),
        wording("Of each command, --help says more: clearfold build --help"),
    ]
    return "\n".join(lines)
