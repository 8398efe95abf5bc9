"""Write a leaflet in braille: its page made by the template, parted in passages, translated and laid out."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.model.braille import Grade
from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.press.braille.codes import Code, code_of, unknown
from clearfold.press.braille.displays import book
from clearfold.press.braille.files import brf, pef
from clearfold.press.braille.layout import Wording
from clearfold.press.braille.passages import Passage, passages
from clearfold.press.braille.volumes import lay_out
from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Leaflet
from clearfold.press.reflow.identifier import identifier
from clearfold.press.reflow.markup import parse
from clearfold.press.reflow.print_pages import mark_pages
from clearfold.press.template.page import page, panels_of, words_of
from clearfold.press.template.wide_tables import Head, stack_wide_tables
from clearfold.press.timestamp import moment


@dataclass(frozen=True, slots=True)
class _Text:
    """What is written: the passages, and the contents as anchors with words."""

    passages: tuple[Passage, ...]
    contents: tuple[tuple[str, str], ...]
    wording: Wording


def write_brf(leaflet: Leaflet, edition: Edition, printed: Output | None = None) -> Output:
    """Return a leaflet as BRF, its volumes after each other; raise LeafletError for a sign that its braille has not."""
    assert edition.sheet is not None
    text = _text(leaflet, edition, printed)
    volumes = lay_out(text.passages, text.contents, edition.sheet(leaflet), text.wording)
    pages = [page for volume in volumes for page in volume]
    return _output(leaflet, edition, brf(pages), len(pages))


def write_pef(leaflet: Leaflet, edition: Edition, printed: Output | None = None) -> Output:
    """Return a leaflet as PEF; raise LeafletError for a sign that its braille does not have."""
    assert edition.sheet is not None
    text, sheet = _text(leaflet, edition, printed), edition.sheet(leaflet)
    volumes = lay_out(text.passages, text.contents, sheet, text.wording)
    name = identifier(leaflet.metadata.id, leaflet.metadata.lang)
    return _output(leaflet, edition, pef(volumes, leaflet, sheet, name), sum(map(len, volumes)))


def write_ebraille(leaflet: Leaflet, edition: Edition, printed: Output | None = None) -> Output:
    """Return a leaflet as eBraille; raise LeafletError for a sign that its braille does not have."""
    text = _text(leaflet, edition, printed)
    name = identifier(leaflet.metadata.id, leaflet.metadata.lang)
    data = book(text.passages, text.contents, text.wording, leaflet, name, moment(leaflet))
    return _output(leaflet, edition, data, 0)


def _output(leaflet: Leaflet, edition: Edition, data: bytes, pages: int) -> Output:
    return Output(edition.name, edition.file_name(leaflet), edition.media_type, data, pages, ())


def _text(leaflet: Leaflet, edition: Edition, printed: Output | None) -> _Text:
    code, plain = (
        code_of(leaflet.metadata.lang, grade) for grade in (leaflet.metadata.braille_grade, Grade.UNCONTRACTED)
    )
    assert code is not None
    assert plain is not None
    words = words_of(leaflet)
    stacked = stack_wide_tables(leaflet, edition.line, Head.KEPT)
    logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
    made = page(stacked, edition, logo=logo.name if logo else "", cover=cover.name if cover else "")
    tree = parse(made)
    if leaflet.metadata.braille_print_pages:
        assert printed, "the edition says that it needs it"
        mark_pages({"": tree}, printed.starts, "")
    text = passages(tree)
    contents = tuple((entry.id, entry.signed) for entry in panels_of(leaflet, edition).contents)
    if found := tuple(_unknown(text, leaflet, edition, code)):
        raise LeafletError(found)
    added = (words("Contents"), words("Picture"), words("Volume {number} of {count}"))
    return _Text(text, contents, Wording(code, plain, *added))


def _unknown(text: tuple[Passage, ...], leaflet: Leaflet, edition: Edition, code: Code) -> Iterator[Diagnostic]:
    """Yield each sign that this braille does not have, once, where the copy has it first; of one word only one."""
    told: set[str] = set()
    for one in text:
        signs = frozenset(unknown(one.text, code))
        for word in one.text.split() if signs else ():
            here = [sign for sign in word if sign in signs]
            if here and told.isdisjoint(here):
                yield _told(here[0], word, leaflet, edition, code)
            told.update(here)


def _told(sign: str, word: str, leaflet: Leaflet, edition: Edition, code: Code) -> Diagnostic:
    source = leaflet.source
    text, first = (
        (source.body, source.body_line) if sign in source.body else (source.front_matter, source.front_matter_line)
    )
    at = max(text.find(sign), 0)
    place = source.at(first + text.count("\n", 0, at), at - text.rfind("\n", 0, at))
    if sign in code.words:
        return mistake("SRC-190", place, "words", edition=edition.name, sign=sign, near=word, words=code.words[sign])
    return mistake("SRC-190", place, "other", edition=edition.name, sign=sign, near=word)
