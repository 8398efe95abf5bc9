"""The files of translated messages: ``python -m tests.messages`` writes them anew, and keeps what is translated.

Messages are those that the code marks with ``message``, ``counted`` or ``wording``, those of the templates of reports,
and the tables of rules and examples, whose words are marked where they are told.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from clearfold.advice.rules import RULES as ADVICE
from clearfold.importers.examples import EXAMPLES as IMPORT_EXAMPLES
from clearfold.importers.rules import CURES
from clearfold.importers.rules import RULES as IMPORTS
from clearfold.model.copy_rules import COPY_RULES
from clearfold.model.messages import ENGLISH, LANGUAGES
from clearfold.model.messages.words import LOCALES
from clearfold.model.transcript import Kind
from clearfold.proof.findings.examples import EXAMPLES, WHY
from clearfold.proof.findings.rules import RULES
from clearfold.proof.readers.pdf.print.inks import Kind as PrintedKind

PACKAGE = LOCALES.parent
OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)
DOMAINS: Mapping[str, tuple[str, ...]] = {
    "program": ("cli", "pipeline", "copy_fixes", "changes", "site", "store", "errors.py"),
    "proof": ("proof",),
    "copy": ("model", "press", "translations"),
    "import": ("importers",),
    "advice": ("advice",),
    "examples": (),
}
"""The parts that have a file of their own in each language, and the rooms whose messages stand in it.

What several parts say stands in the first of them alone.
"""
_KEYWORDS = {"message": None, "counted": (2, 3)}
# Headers that would tell of nobody, or of the day.
_EMPTY = re.compile(rb'^"(?:Project|Report|POT|PO|Last|Language-Team|Generated)[^\n]*\n', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that are told: in the plural too where they have one; and the file in which they stand."""

    words: str
    many: str
    place: str

    @property
    def key(self) -> str | tuple[str, str]:
        """Return what Babel knows them by."""
        return (self.words, self.many) if self.many else self.words


@lru_cache(maxsize=1)
def messages() -> Mapping[str, tuple[Marked, ...]]:
    """Return all that can be told, by the part that it stands in; each text once."""
    seen: set[str] = set()
    found: dict[str, tuple[Marked, ...]] = {}
    for domain, rooms in DOMAINS.items():
        every = (*(one for room in rooms for one in _marked(PACKAGE / room)), *_TABLES[domain]())
        once = {one.words: one for one in every if one.words and one.words not in seen}
        seen |= set(once)
        found[domain] = tuple(once.values())
    return found


def _marked(room: Path) -> Iterator[Marked]:
    """Yield the words that are marked in the files of a room."""
    for path in sorted(room.rglob("*")) if room.is_dir() else [room]:
        place = str(path.relative_to(PACKAGE))
        if path.suffix == ".j2":
            for _, words, _, _ in extract_from_file("jinja2", path, keywords=_KEYWORDS):
                one, many = words if isinstance(words, tuple) else (words, "")
                yield Marked(one, many, place)
        elif path.suffix == ".py":
            yield from (Marked(one, many, place) for one, many in _of_code(path.read_text("utf-8")))


def _of_code(code: str) -> Iterator[tuple[str, str]]:
    """Yield the words that a module marks, in their order; within f-strings too, where Babel 2.18 does not look."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name == "counted" and len(texts) == 2:
            yield texts[0], texts[1]
        elif name in ("message", "wording") and texts:
            yield texts[0], ""


def _of_program() -> Iterator[Marked]:
    yield from _in("cli/commands/explain.py", "advice")  # beside error and warning


def _of_proof() -> Iterator[Marked]:
    for rule in RULES.values():
        yield from _in("proof/findings/rules.py", rule.fact, rule.hint)
    yield from _in("proof/findings/examples/__init__.py", *WHY.values())
    yield from _in("model/transcript.py", *map(str, Kind))
    yield from _in("proof/readers/pdf/print/inks.py", *map(str, PrintedKind))


def _of_copy() -> Iterator[Marked]:
    for rule in COPY_RULES.values():
        place = f"model/copy_rules ({rule.code})"
        said = (text for wording in rule.wordings.values() for text in (wording.fact, wording.hint))
        yield from _in(place, *said, rule.about.removeprefix("warning: "), rule.why, rule.cure, str(rule.where))


def _of_imports() -> Iterator[Marked]:
    for rule in IMPORTS.values():
        place = f"importers/rules.py ({rule.code})"
        own = rule.meaning if rule.fact == "{name}" else ""
        yield from _in(place, rule.fact, rule.advice, own, str(rule.section), rule.kind)
    yield from _in("importers/rules.py", *CURES.values())
    yield from _in("importers/docx/beside.py", "chart", "diagram")


def _of_advice() -> Iterator[Marked]:
    for rule in ADVICE.values():
        said = (rule.fact, rule.proposal, rule.what, rule.why, rule.cure, str(rule.sureness), str(rule.section))
        yield from _in(f"advice/rules ({rule.code})", *said)


def _of_examples() -> Iterator[Marked]:
    """Yield the examples of ``clearfold explain``; those of advice stand beside their rules, in every language."""
    for rule in COPY_RULES.values():
        yield from _in(f"model/copy_rules ({rule.code})", rule.wrong, rule.right)
    for code, pair in EXAMPLES.items():
        yield from _in(f"proof/findings/examples ({code})", *pair)
    for code, example in IMPORT_EXAMPLES.items():
        yield from _in(f"importers/examples.py ({code})", example.why, example.file, example.copy)


_TABLES = {
    "program": _of_program,
    "proof": _of_proof,
    "copy": _of_copy,
    "import": _of_imports,
    "advice": _of_advice,
    "examples": _of_examples,
}


def _in(place: str, *words: str) -> Iterator[Marked]:
    return (Marked(text, "", place) for text in words if text)


def path_of(language: str, domain: str) -> Path:
    """Return where the translations of a part stand."""
    return LOCALES / language / "LC_MESSAGES" / f"messages-{domain}.po"


def read(language: str, domain: str) -> Catalog:
    """Return what is translated of a part so far."""
    path = path_of(language, domain)
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def written(language: str) -> Mapping[Path, bytes]:
    """Return the files of a language as they should be: all that is told today, translated as far as it is.

    What moves from one part to another keeps its translation; what is told no more is left out.
    """
    old = {one.id: one.string for domain in DOMAINS for one in read(language, domain) if one.id and one.string}
    files: dict[Path, bytes] = {}
    for domain, marked in messages().items():
        new = Catalog(locale=language, project="Clearfold", fuzzy=False)
        new.header_comment = f"# What Clearfold says to people: {domain}. Written by “python -m tests.messages”."
        for one in marked:
            new.add(one.key, old.get(one.key), locations=[(one.place, 0)])
        file = BytesIO()
        write_po(file, new, width=120, include_lineno=False)
        files[path_of(language, domain)] = _EMPTY.sub(b"", file.getvalue())
    return files


if __name__ == "__main__":
    for language in OTHERS:
        for path, data in written(language).items():
            path.write_bytes(data)
