"""How a leaflet begins: from a pattern, as a translation of another, or with a file of another program."""

import re
from dataclasses import dataclass
from pathlib import Path

from clearfold.pipeline.import_files import PAGE, import_files, slug
from clearfold.studio.copy.front_matter import NotWrittenError, with_value
from clearfold.studio.copy.saving import stored
from clearfold.studio.words import LANGUAGES, words_of

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _(words: str) -> str:
    """Mark words that are told in the language of the leaflet that begins."""
    return words


PATTERNS = {
    "illness": (
        _("What is it?"),
        _("What do you notice?"),
        _("What causes it?"),
        _("What can be done?"),
        _("What can you do yourself?"),
        _("When do you ask for help?"),
    ),
    "examination": (
        _("What is examined, and why?"),
        _("How do you prepare?"),
        _("What happens?"),
        _("What can you feel?"),
        _("When do you know the result?"),
    ),
    "treatment": (
        _("What does the treatment do?"),
        _("How does it go?"),
        _("What can go wrong?"),
        _("What can you do yourself?"),
        _("When do you ask for help?"),
    ),
    "home": (
        _("What happens on the day you go home?"),
        _("What do you take, and when?"),
        _("What may you do, and what not yet?"),
        _("When do you ask for help?"),
        _("Who can help you?"),
    ),
}
"""The headings of leaflets of each kind, in their order."""


class NotBegunError(Exception):
    """A leaflet that cannot begin; says why in a few words: "language", "title", "pattern", "there"."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A leaflet that began with a file: where its copy and the page of its import stand, and what is left to do."""

    copy: Path
    page: Path
    proven: bool
    decided: bool


def from_pattern(content: Path, pattern: str, title: str, lang: str) -> Path:
    """Write a copy with the headings of a pattern, and return where it stands; raises NotBegunError and OSError."""
    title = " ".join(title.split())
    if not title:
        raise NotBegunError("title")
    if pattern not in PATTERNS:
        raise NotBegunError("pattern")
    primary = _language(lang).split("-")[0].lower()
    words = words_of(primary if primary in LANGUAGES else "en")
    body = "\n".join(f"## {words(heading)}\n\n{words('Write here.')}\n" for heading in PATTERNS[pattern])
    empty = f"---\nlang: {lang}\nstatus: draft\n---\n\n{body}"
    try:
        text = with_value(empty, "title", title)
    except NotWrittenError as error:
        raise NotBegunError("title") from error
    return _new(content / slug(title) / f"{lang}.md", text)


def as_translation(copy: Path, lang: str) -> Path:
    """Write a copy beside another one, as its translation, with the same text; raises as ``from_pattern`` does."""
    try:
        text = with_value(stored(copy).text, "lang", _language(lang))
        text = with_value(text, "translation_of", copy.stem)
        text = with_value(text, "status", "draft")
    except (NotWrittenError, UnicodeDecodeError) as error:
        raise NotBegunError("title") from error
    return _new(copy.with_name(f"{lang}.md"), text)


def from_file(file: Path, content: Path, lang: str) -> Begun:
    """Import a file into a folder of its own; raises UsageError where it cannot be imported."""
    made = import_files((file,), content / slug(file.stem), lang=lang)[0]
    return Begun(made.copy, made.page, made.proven, made.decided)


def report_of(copy: Path) -> Path | None:
    """Return the page that tells of a copy's import, None where there is none."""
    pages = (copy.with_name(f"import-{copy.stem}.html"), copy.with_name(PAGE))
    return next((page for page in pages if page.is_file() and not page.is_symlink()), None)


def _language(lang: str) -> str:
    if not _TAG.fullmatch(lang):
        raise NotBegunError("language")
    return lang


def _new(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError as error:
        raise NotBegunError("there") from error
    return path
