"""The documents of a book: one for the title page, one for each section of the body, one for each panel."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from clearfold.press.document.walk import Nodes
from clearfold.press.leaflet import Leaflet, Phrase, fresh
from clearfold.press.template.panels import Listed, Panels, shown_in_contents

TITLE_PAGE = "title.xhtml"
ROLES = {"glossary": "doc-glossary", "sources": "doc-bibliography"}
# Landmarks of EPUB's structural vocabulary, by the panel that is one.
LANDMARKS = {"glossary": "glossary", "sources": "bibliography"}


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML document of the book; ``heading`` and ``body`` are what of them is the copy's."""

    name: str
    id: str
    title: str
    panel: str = ""
    role: str = ""
    type: str = "bodymatter"
    heading: Nodes = ()
    heading_id: str = ""
    body: Nodes = ()
    landmark: str = ""

    @property
    def shown(self) -> Markup:
        """Its title as the contents show it."""
        return shown_in_contents(Phrase(self.title, self.heading))

    @property
    def item(self) -> str:
        """Its id in the manifest, which stays from version to version as its name does."""
        return self.name.removesuffix(".xhtml")


def documents_of(leaflet: Leaflet, made: Panels) -> tuple[Document, ...]:
    """Return the documents of a leaflet in reading order; their names follow from ids, not from their order."""
    taken = {name for part in leaflet.sections for name in part.ids}
    files: set[str] = set()

    def panel(name: str, listed: Listed | None) -> tuple[Document, ...]:
        if listed is None:
            return ()
        heading_id = fresh(f"{listed.id}-title", taken)
        document = Document(f"{name}.xhtml", listed.id, listed.title, name, ROLES.get(name, ""), heading_id=heading_id)
        return (replace(document, landmark=LANDMARKS.get(name, "")),)

    parts = tuple(
        Document(
            # Some systems and readers take names that differ in capitals alone for one.
            f"part-{fresh(part.id.lower(), files)}.xhtml",
            part.id,
            part.title.text if part.title else leaflet.metadata.title,
            heading=part.title.content if part.title else (),
            heading_id=fresh(f"{part.id}-title", taken) if part.title else "",
            body=part.blocks,
        )
        for part, _ in made.parts
    )
    back = (
        *panel("abbreviations", made.abbreviations),
        *panel("glossary", made.glossary),
        *panel("sources", made.sources),
        *panel("about", made.about),
        *panel("contact", made.contact),
    )
    title = Document(TITLE_PAGE, "title", leaflet.metadata.title, "title", type="frontmatter")
    return (title, *panel("summary", made.summary), *parts, *back)
