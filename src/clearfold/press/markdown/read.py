"""From a source to a leaflet: what the front matter says, what the body says, and all that is wrong with either."""

from collections.abc import Sequence

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError, Severity
from clearfold.model.limits import TABS
from clearfold.model.source import Source
from clearfold.press.design.typefaces import characters, left_to_right
from clearfold.press.front_matter.fields import FrontMatter
from clearfold.press.front_matter.missing import is_missing, missing
from clearfold.press.front_matter.plain_texts import signs_told
from clearfold.press.front_matter.validation import validate
from clearfold.press.front_matter.yaml_text import read_yaml
from clearfold.press.labels import Labels, labels_of, languages
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown.glyph_coverage import drawn_text, escaped, pictured, pointed, undrawn
from clearfold.press.markdown.publisher import Shared
from clearfold.press.markdown.reading import Reading
from clearfold.press.markdown.siblings import siblings


def read_leaflet(source: Source, editions: Sequence[str] = ()) -> Leaflet:
    """Read a copy; raise LeafletError with every mistake that its author can mend.

    ``editions`` are the names that publisher.yaml may give; without any, it may give every name.
    """
    document = read_yaml(source.path, source.front_matter, source.front_matter_line)
    if is_missing(source):
        document.diagnostics.append(missing(source))
    fields = validate(FrontMatter, document)
    words = labels_of(fields.lang) if fields else None
    shared = Shared(source.path, words or Labels("en", {}), editions)
    publisher, findings = shared.publisher(), shared.diagnostics
    findings += document.diagnostics
    findings += signs_told(document) if fields else ()
    if fields and words is None:
        findings.append(mistake("SRC-014", document.place(("lang",)), lang=fields.lang, known=", ".join(languages())))
    reading = Reading(source, document, fields, words or Labels("en", {}))
    sections = reading.body()
    metadata = reading.metadata(publisher)
    findings += reading.diagnostics
    if metadata:
        known = characters(publisher.typeface)
        spoken = (picture.alternative for picture in reading.shown(publisher))
        said = (*drawn_text(metadata, sections), *spoken, *reading.written, *shared.written)
        findings += escaped(said, [*reading.texts(), *shared.texts])
        findings += undrawn(drawn_text(metadata, sections), [*reading.texts(), *shared.texts], known)
        if words and words.direction == "ltr":
            findings += pointed(drawn_text(metadata, sections), [*reading.texts(), *shared.texts])
            known = left_to_right(known)
        findings += pictured(reading.shown(publisher), known)
    if metadata is None or any(f.severity is Severity.ERROR for f in findings):
        raise LeafletError(findings)
    titled = sum(section.title is not None for section in sections)
    if metadata.thumb_index and titled > TABS:
        findings.append(mistake("SRC-151", document.place(("thumb_index",)), sections=titled, most=TABS))
    beside = siblings(source.path, metadata)
    return Leaflet(source, metadata, publisher, sections, reading.pictures.found, tuple(findings), siblings=beside)
