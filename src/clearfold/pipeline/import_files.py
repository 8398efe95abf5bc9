"""From other people's files to copies: each is read apart, written, read again, proven, and put in its place."""

import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from clearfold.importers.child import ReadTwice, read_apart
from clearfold.importers.document import Document, Inline, Inlines, Picture, Place
from clearfold.importers.finish import finish
from clearfold.importers.finish.language import tag
from clearfold.importers.ledger import Entry
from clearfold.importers.proving.prove import Difference, Proof, prove
from clearfold.importers.reading import NotImportableError, Options
from clearfold.importers.report import Told, to_html
from clearfold.importers.walk import changed_document
from clearfold.importers.writing import Written, write
from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.limits import IMPORT_BYTES, MB
from clearfold.model.messages import message
from clearfold.model.source import read_source
from clearfold.pipeline.progress import Progress

PAGE = "import.html"
_TOLD = frozenset({"SRC-003"})  # the ledger tells of it already
_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Import:
    """What came of one file: the folder and the copy in it, its page for people, and all that is told."""

    source: Path
    folder: Path
    copy: Path
    page: Path
    told: Told

    @property
    def proven(self) -> bool:
        """Tell whether every word is accounted for; something may be left for a person to decide."""
        return self.told.proof.good

    @property
    def decided(self) -> bool:
        """Tell whether nothing is left for a person to decide."""
        return self.told.state == "proven"


def import_files(
    files: Sequence[Path],
    output: Path | None = None,
    *,
    lang: str = "",
    order: Sequence[int] = (),
    ocr: bool = False,
    progress: Progress = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Import, ...]:
    """Import files, each into a folder of content/ or all into ``output``; nothing that is there is written over.

    Raises UsageError (NotImportableError where a file is at fault) and StoppedError, and then nothing of that file is
    put anywhere. What the proof rejects is put into a folder beside, named …-rejected, so that it can be looked at.
    """
    if lang and not tag(lang):
        raise UsageError(message("“{lang}” is no language tag; write it as nl-BE or fr", lang=lang))
    options = Options(lang, tuple(order), ocr)
    return tuple(_import(file, output, options, progress, stopped) for file in files)


def _import(
    file: Path, output: Path | None, options: Options, progress: Progress, stopped: Callable[[], bool]
) -> Import:
    data = _bytes(file)
    try:
        progress(message("{file}: reading it, twice", file=file))
        asked = replace(options, folder=str(file.resolve().parent))
        read = read_apart(data, file.name, asked, stopped)
        imported = finish(read.imported, file.name, options)
    except NotImportableError as error:
        raise NotImportableError(f"{file}: {error}") from error
    folder = output or Path("content") / slug(file.stem)
    document = _renamed(imported.document, _taken_names(folder))
    written = write(document)
    progress(message("{file}: holding the copy against it", file=file))
    with TemporaryDirectory() as name:
        # Alone in its folder, so that no publisher.yaml adds to it.
        copy = Path(name) / "import" / f"{document.lang}.md"
        _put(copy, written.text, document.pictures)
        proof, findings = _proven(read, (*imported.ledger,), copy)
        entries = (*_lined(imported.ledger, written), *_of_build(findings, copy))
        told = Told(file.name, read.kind, f"{document.lang}.md", document, entries, proof, imported.previews)
        return _placed(file, copy.parent, folder, told)


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise UsageError(message("there is no file {file}", file=file))
    try:
        with file.open("rb") as opened:
            data = opened.read(IMPORT_BYTES + 1)
    except OSError as error:
        raise UsageError(message("{file} cannot be read: {reason}", file=file, reason=refusal_of(error))) from error
    if len(data) > IMPORT_BYTES:
        raise NotImportableError(
            message("{file}: it is larger than {import_bytes} MB", file=file, import_bytes=IMPORT_BYTES // MB)
        )
    return data


def slug(name: str) -> str:
    """Return the name of a folder for a leaflet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return _NAME.sub("-", plain).strip("-") or "leaflet"


def _proven(read: ReadTwice, ledger: Sequence[Entry], copy: Path) -> tuple[Proof, tuple[Diagnostic, ...]]:
    """Read the copy as the proof of editions does, and hold it against the original; say what a build would find."""
    from clearfold.proof.expect.transcript import expect

    try:
        proof = prove(read.original, ledger, expect(read_source(copy)))
    except LeafletError as error:
        facts = tuple(Difference(message("the copy cannot be read: {fact}", fact=d.fact)) for d in error.diagnostics)
        return Proof(0, 0, facts), ()
    return proof, _build_findings(copy)


def _build_findings(copy: Path) -> tuple[Diagnostic, ...]:
    """Return what a build would say of the copy."""
    from clearfold.pipeline.second_reading import SecondReading
    from clearfold.press.markdown import read_leaflet

    try:
        leaflet = read_leaflet(read_source(copy))
        SecondReading(leaflet, lambda _: None).expected()
    except LeafletError as error:
        return error.diagnostics
    return leaflet.warnings


def _lined(ledger: Sequence[Entry], written: Written) -> Iterator[Entry]:
    """Yield entries with the line of the copy on which the block begins that has their place, or the nearest before."""
    known = sorted(((_key(place), line) for place, line in written.lines.items()), key=lambda one: one[0])
    for entry in ledger:
        line = written.lines.get(entry.place, 0)
        if not line and not entry.code.startswith("IMP-07"):
            key = _key(entry.place)
            line = max((number for where, number in known if where[0] == key[0] and where <= key), default=0)
        yield replace(entry, line=line)


def _key(place: Place) -> tuple[str, int, int, int, int]:
    return place.part, place.page, place.panel, place.paragraph, place.line


def _of_build(findings: Sequence[Diagnostic], copy: Path) -> Iterator[Entry]:
    for found in findings:
        if found.code not in _TOLD:
            where = Place()
            said = message("The build says {code}: {fact}.", code=found.code, fact=found.fact)
            if found.hint:
                said = message("{sentence} {hint}.", sentence=said, hint=found.hint)
            folder = f"{copy.parent}/"
            name = said.replace(folder, "") if folder in said else said
            yield Entry("IMP-058", where, name=name, line=found.location.line)


def _taken_names(folder: Path) -> dict[str, bytes]:
    """Return the pictures that stand in a folder already."""
    images = folder / "images"
    return {p.name: p.read_bytes() for p in images.iterdir() if p.is_file()} if images.is_dir() else {}


def _renamed(document: Document, there: Mapping[str, bytes]) -> Document:
    """Return the document with other names for pictures whose names are taken by others."""
    names = {name: _free(name, data, there, document.lang) for name, data in document.pictures.items()}
    if all(name == new for name, new in names.items()):
        return document

    def change(one: Inline, _: Place) -> Inlines:
        return (replace(one, name=names.get(one.name, one.name)) if isinstance(one, Picture) else one,)

    pictures = {names[name]: data for name, data in document.pictures.items()}
    return replace(changed_document(document, change), pictures=pictures)


def _free(name: str, data: bytes, there: Mapping[str, bytes], lang: str) -> str:
    stem, dot, ending = name.rpartition(".")
    tries = (name, f"{stem}-{lang}{dot}{ending}", *(f"{stem}-{lang}-{n}{dot}{ending}" for n in range(2, 1000)))
    return next(one for one in tries if there.get(one, data) == data)


def _put(copy: Path, text: str, pictures: Mapping[str, bytes]) -> None:
    copy.parent.mkdir(parents=True)
    copy.write_text(text, "utf-8", newline="\n")
    if pictures:
        (copy.parent / "images").mkdir()
    for name, data in pictures.items():
        (copy.parent / "images" / name).write_bytes(data)


def _placed(file: Path, made: Path, folder: Path, told: Told) -> Import:
    """Put what was made where nothing stands."""
    if not told.proof.good:
        folder = folder.with_name(f"{folder.name}-rejected")
        if folder.exists() and (folder / PAGE).exists():
            shutil.rmtree(folder)
    page = _free_page(folder, told)
    copy = folder / told.copy
    told = replace(told, copy=str(copy))
    (made / page).write_text(to_html(told), "utf-8")
    parts = [path.relative_to(made) for path in sorted(made.rglob("*")) if path.is_file()]
    new = [part for part in parts if not _same(made / part, folder / part)]
    for part in new:
        if (folder / part).exists():
            raise UsageError(message("{folder} is there already; choose another folder with -o", folder=folder / part))
    try:
        for part in new:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            with (folder / part).open("xb") as out:
                out.write((made / part).read_bytes())
    except OSError as error:
        raise UsageError(
            message("{folder} cannot be written: {reason}", folder=folder, reason=refusal_of(error))
        ) from error
    return Import(file, folder, copy, folder / page, told)


def _same(one: Path, two: Path) -> bool:
    return one.parent.name == "images" and two.is_file() and one.read_bytes() == two.read_bytes()


def _free_page(folder: Path, told: Told) -> str:
    """Return the name of the page: that of a further language has it in its name."""
    return f"import-{told.document.lang}.html" if (folder / PAGE).exists() else PAGE
