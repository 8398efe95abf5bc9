"""The copies of a build: where they stand, whose they are, and which belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.model.source import read_source

CONTENT = Path("content")
WITHDRAWN = "withdrawn"
# Notes to the people who write, which stand beside the copies in many projects.
_NOT_COPY = frozenset({"readme.md", "contributing.md", "changelog.md"})


@dataclass(frozen=True, slots=True)
class Named:
    """A copy, the name and the language of its leaflet, and whether that is no longer to be used."""

    path: Path
    name: str
    lang: str
    withdrawn: bool


def named_copies(copies: Sequence[Path]) -> Iterator[Named]:
    """Yield the copies whose front matter says whose they are; of the others their own reading tells."""
    from clearfold.press.front_matter.yaml_text import read_yaml
    from clearfold.press.markdown.reading import leaflet_id

    for path in copies:
        try:
            source = read_source(path)
        except LeafletError:
            continue
        values = read_yaml(path, source.front_matter, source.front_matter_line).values
        name, lang = values.get("id") or leaflet_id(path), values.get("lang")
        if isinstance(name, str) and isinstance(lang, str):
            yield Named(path, name, lang, values.get("status") == WITHDRAWN)


def twins_among(copies: Sequence[Named]) -> Iterator[tuple[Path, Diagnostic]]:
    """Yield each copy whose outputs would stand where those of one before it stand (SRC-060)."""
    taken: dict[tuple[str, str], Path] = {}
    for one in copies:
        if (other := taken.setdefault((one.name, one.lang), one.path)) is not one.path:
            yield one.path, mistake("SRC-060", Location(one.path, 1, 1), other=other, name=one.name)


def languages(copies: Sequence[Named]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each leaflet that is built in several languages, with these; of one that is withdrawn there is no page."""
    found: dict[str, set[str]] = {}
    for one in copies:
        if not one.withdrawn:
            found.setdefault(one.name, set()).add(one.lang)
    yield from ((name, tuple(sorted(langs))) for name, langs in found.items() if len(langs) > 1)


def copies_of(sources: Sequence[Path]) -> tuple[Path, ...]:
    """Return the copies that files and folders are, or hold, each once; raises UsageError where there is none."""
    return tuple({path.resolve(): path for path in _copies(sources)}.values())


def _copies(sources: Sequence[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_dir():
            found = [p for p in sorted(source.rglob("*.md")) if _is_copy(p.relative_to(source))]
            if not found:
                raise UsageError(
                    message(
                        "there is no Markdown file in {source}; “clearfold new” makes a leaflet to start from",
                        source=source,
                    )
                )
            yield from found
        elif source.exists():
            yield source
        else:
            hint = message("; “clearfold new DIR” makes a project to start from") if source == CONTENT else ""
            raise UsageError(message("there is no file or folder {source}{hint}", source=source, hint=hint))


def _is_copy(path: Path) -> bool:
    return path.name.lower() not in _NOT_COPY and not any(part.startswith((".", "_")) for part in path.parts)
