"""What a book shows beside the text that is read: frames, sound and film, fields, numbers that its style counts."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.messages import message
from clearfold.proof.html.beside import beside
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.restyled import counted
from clearfold.proof.html.unclear import unclear
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.spine import styles_of

SHOWN = {
    "iframe": message("a frame"),
    "embed": message("an embedded file"),
    "object": message("an embedded file"),
    "audio": message("sound"),
    "video": message("a film"),
}
STILL = frozenset(("d", "points", "cx", "cy", "r", "stroke-dashoffset"))  # of a drawing, which hide no words
SILENT_FIELDS = frozenset(("hidden", "checkbox", "radio", "range", "color", "image", "file"))


def read_beyond(epub: EpubFile) -> Iterator[tuple[str, str]]:
    """Yield what is not read, as (document, what it is), each once in a document."""
    for path in dict.fromkeys(epub.spine):
        if path in epub.documents:
            found = list(_in_document(epub.documents[path]))
            if path in epub.passed_over and _words(epub.documents[path]):
                found.append(message("text that readers may pass over"))
            found += beside(epub.documents[path])
            if path in epub.spoken:
                found.append(message("sound that is heard with the text"))
            if counted(styles_of(epub, path)):
                found.append(message("numbers that the style counts"))
            found += [message("what its style does ({what})", what=what) for what in unclear(styles_of(epub, path))]
            yield from ((path, what) for what in dict.fromkeys(found))


def _in_document(root: Element) -> Iterator[str]:
    for element in root.iter():
        name = name_of(element)
        if name in SHOWN and _leads(element):
            yield SHOWN[name]
        elif name == "input" and (element.get("type") or "").lower() not in SILENT_FIELDS:
            if element.get("value") or element.get("placeholder"):
                yield message("a form field")
        elif name == "foreignobject" and "".join(element.itertext()).strip():
            yield message("text in a drawing")
        elif name == "link" and (element.get("href") or "").startswith("data:"):
            yield message("a style sheet within its own link")
        elif name == "link" and "xsl" in (element.get("type") or ""):
            yield message("a style sheet that rewrites the text")
        elif name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield message("a page that leads to another by itself")
        elif name in ("trigger", "animate", "set") and element.get("attributeName") not in STILL:
            yield message("what shows or hides by itself")


def _words(root: Element) -> bool:
    body = next((element for element in root.iter() if name_of(element) == "body"), root)
    return any(char.isalnum() for char in "".join(body.itertext()))


def _leads(element: Element) -> bool:
    """Say whether an element shows another file; a picture is looked at as such."""
    if name_of(element) == "object" and (element.get("type") or "").startswith("image/"):
        return False
    sources = [element, *(child for child in element if name_of(child) == "source")]
    return any(one.get(key) for one in sources for key in ("src", "data", "srcdoc"))
