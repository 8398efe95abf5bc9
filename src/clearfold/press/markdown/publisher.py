"""What all leaflets of an association share: publisher.yaml, turned into what the press works with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.model.braille import Grade, PageSize
from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.messages import message
from clearfold.model.source import Source, read_text
from clearfold.press.front_matter.brand import pale, typeface
from clearfold.press.front_matter.fields import PublisherFields
from clearfold.press.front_matter.paths import is_file, of_project, strayed
from clearfold.press.front_matter.validation import validate
from clearfold.press.front_matter.yaml_text import Yaml, read_yaml
from clearfold.press.labels import Labels
from clearfold.press.leaflet import Publisher
from clearfold.press.markdown.glyph_coverage import YAML_COMMENT, Text
from clearfold.press.markdown.reading import Reading

PUBLISHER_FILE = "publisher.yaml"


def publisher_file(path: Path) -> Path | None:
    """Return the publisher.yaml nearest to a copy: in its folder, else in the one above."""
    folder = path.resolve().parent
    return next((f for f in (folder / PUBLISHER_FILE, folder.parent / PUBLISHER_FILE) if f.is_file()), None)


@dataclass(slots=True)
class Shared:
    """One reading of the publisher.yaml that a copy has; what is wrong gathers in ``diagnostics``."""

    copy: Path
    words: Labels
    editions: Sequence[str]
    texts: list[Text] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def publisher(self) -> Publisher:
        """Return what the file says, nothing where there is none or it cannot be read."""
        path = publisher_file(self.copy)
        if path is None:
            return Publisher()
        try:
            text = read_text(path)
        except LeafletError as error:
            self.diagnostics += error.diagnostics
            return Publisher()
        self.texts.append(Text(path, text, comment=YAML_COMMENT))
        document = read_yaml(path, text, 1)
        fields = validate(PublisherFields, document)
        self.diagnostics += document.diagnostics
        if fields is None:
            return Publisher()
        return self._read(path, document, fields)

    def _read(self, path: Path, document: Yaml, fields: PublisherFields) -> Publisher:
        reading = Reading(Source(path, "", "", 1, "", 1), document, None, Labels("en", {}))
        face, faults = typeface(fields.typeface, document, self.words)
        style = of_project(path.parent, fields.style) if fields.style else None
        publisher = Publisher(
            name=fields.name,
            contact=reading.contact(fields.contact) if fields.contact else None,
            primary=fields.colours.primary or "",
            accent=fields.colours.accent or "",
            logo=reading.picture(fields.logo, "logo"),
            logo_names=fields.logo.name if fields.logo else False,
            logo_place=document.place(("logo", "image")) if fields.logo else None,
            design=fields.design,
            sponsors=reading.sponsors(fields.sponsors),
            style=style,
            pdf_profile=fields.pdf_profile,
            editions=fields.editions,
            must_be_clean=fields.must_be_clean,
            overprint=fields.print.overprint,
            typeface=face,
            density=fields.density,
            thumb_index=fields.thumb_index or False,
            braille_page=fields.braille_page or PageSize.USUAL,
            braille_grade=fields.braille_grade or Grade.UNCONTRACTED,
            braille_print_pages=fields.braille_print_pages or False,
        )
        self.written += reading.written
        self.diagnostics += (*reading.diagnostics, *faults, *pale(fields, document), *self._unknown(fields, document))
        if fields.style and style is None:
            self.diagnostics.append(strayed(message("style sheet"), fields.style, document.place(("style",))))
        elif style and not is_file(style):
            self.diagnostics.append(mistake("SRC-018", document.place(("style",)), name=fields.style))
        elif style:
            try:
                read_text(style)
            except LeafletError as error:
                self.diagnostics += error.diagnostics
        return publisher

    def _unknown(self, fields: PublisherFields, document: Yaml) -> Iterable[Diagnostic]:
        for index, name in enumerate(fields.editions):
            if self.editions and name not in self.editions:
                choices, place = ", ".join(self.editions), document.place(("editions", index))
                yield mistake("SRC-012", place, "edition", name=name, choices=choices)
