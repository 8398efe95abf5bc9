"""Edit the painted pages' operators: number the pieces, type the artifacts, put dropped spaces back.

Fourth step from a laid-out page to a tagged one. WeasyPrint's finisher meets the content streams while they are still
lists of operators. Nothing here moves ink.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import pydyf
from weasyprint.document import Document
from weasyprint.pdf.stream import Stream

from clearfold.model.messages import message
from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.tags.marking import AS_READ, LAYOUT, TYPED, Artifact, Leaf

Operator: TypeAlias = str | bytes | pydyf.Dictionary

GLYPHS = re.compile(rb"<([0-9a-f]+)>")
PLAIN_TEXT = {f"<{ord(a):04x}>".encode(): f"<{ord(b):04x}>".encode() for a, b in TYPED.items()}


def mark(
    document: Document, pdf: pydyf.PDF, leaves: Iterable[Leaf], types: Mapping[Leaf, str], profile: PdfProfile
) -> None:
    """Write each piece's number, and each other mark's type of artifact, into the content streams.

    ``types`` are the structure types of the pieces that are read. Raises RenderError for text in a group, which a page
    draws as a picture: its marks would lie outside the tree.
    """
    texts = _texts(document)
    pieces: list[dict[object, Leaf]] = [{} for _ in document.pages]
    for leaf in leaves:
        pieces[leaf.page][document.pages[leaf.page].marks[leaf.box]["mcid"]] = leaf
    page_of = {int(page["Contents"].split()[0]): number for number, page in enumerate(page_dictionaries(pdf))}
    editor = _Editor(types, texts, profile)
    for number, page in enumerate(page_dictionaries(pdf)):
        page["StructParents"] = number
        page["Tabs"] = "/S"  # tab order by structure: ISO 14289-1, 7.18.3
    for item in pdf.objects:
        if isinstance(item, Stream):
            on_page = pieces[page_of[item.number]] if item.number in page_of else {}
            item.stream[:] = editor.edit(item.stream, on_page)
        elif isinstance(item, pydyf.Stream) and b"begincmap" in item.stream:
            item.stream[:] = [_plain_text(line) for line in item.stream]


def page_dictionaries(pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    """Return the pages of a PDF, in order."""
    return [pdf.objects[number] for number in pdf.pages["Kids"][::3]]


class _Editor:
    """Rewrites lists of operators; ``texts`` are the texts of the fonts' glyphs, by font and by glyph."""

    def __init__(
        self, types: Mapping[Leaf, str], texts: Mapping[bytes, Mapping[int, str]], profile: PdfProfile
    ) -> None:
        self._types = types
        self._texts = texts
        self._spaces = {font: glyph for font, glyphs in texts.items() for glyph, text in glyphs.items() if text == " "}
        self._profile = profile

    def edit(self, operators: Sequence[Operator], pieces: Mapping[object, Leaf]) -> list[Operator]:
        """Return a stream's operators with the final marks, and number the stream's pieces."""
        edited: list[Operator] = []
        leaf: Leaf | None = None
        start = count = 0
        for operator in operators:
            edited.append(operator)
            assert leaf is None or operator not in (b"BMC", b"BDC"), "marks do not stand in each other"
            if operator == b"BMC":
                edited[-2:] = self._begin_artifact(LAYOUT)
            elif operator == b"BDC":
                properties = edited[-2]
                assert isinstance(properties, pydyf.Dictionary)
                leaf = pieces.get(properties["MCID"])
                if leaf is None:
                    raise RenderError(
                        (message("text is drawn in a group, where it cannot be tagged: no opacity on text"),)
                    )
                start = len(edited) - 3
            elif operator == b"EMC" and leaf is not None:
                if leaf.artifact:
                    edited[start : start + 3] = self._begin_artifact(leaf.artifact)
                else:
                    leaf.number, count = count, count + 1
                    edited[start:] = self._piece(leaf, edited[start + 3 :])
                leaf = None
        return edited

    def _piece(self, leaf: Leaf, operators: list[Operator]) -> list[Operator]:
        """Return a piece's operators with its mark, and with the space that follows its last word.

        Where the glyphs do not say the text, the mark does: those of Arabic stand in the order of the eye, a hyphen at
        the end of a line is no text, and WeasyPrint 70 takes the text from a ligature that it first meets across a
        soft hyphen.
        """
        properties = pydyf.Dictionary({"MCID": leaf.number})
        if leaf.text is not None:
            read = leaf.text.translate(AS_READ)
            mute = self._said(operators).split() != read.split()
            if leaf.space and self._spaces:
                operators = self._with_space(operators)
            if mute or (leaf.space and not self._spaces):
                properties["ActualText"] = pydyf.String(read + leaf.space)
        return [f"/{self._types[leaf]}", properties, b"BDC", *operators]

    def _with_space(self, operators: list[Operator]) -> list[Operator]:
        """Return operators that show text with a space at its end: of the last font, or of another that has one."""
        end = max(index for index, operator in enumerate(operators) if operator == b"ET")
        font = [name for operator in operators if (name := _font(operator))][-1]
        show: list[Operator] = []
        if font not in self._spaces:
            font = next(iter(self._spaces))
            show.append(b"/" + font + b" 1 Tf")
        show.append(f"[<{self._spaces[font]:04x}>] TJ".encode())
        return operators[:end] + show + operators[end:]

    def _said(self, operators: Iterable[Operator]) -> str:
        """Return the text that the glyphs have, in the order in which they are shown."""
        said: list[str] = []
        glyphs: Mapping[int, str] = {}
        for operator in operators:
            if name := _font(operator):
                glyphs = self._texts.get(name, {})
            elif isinstance(operator, bytes) and operator.endswith(b"] TJ"):
                for codes in GLYPHS.findall(operator):
                    said.extend(glyphs.get(int(codes[at : at + 4], 16), "") for at in range(0, len(codes), 4))
        return "".join(said).translate(AS_READ)

    def _begin_artifact(self, artifact: Artifact) -> list[Operator]:
        properties = pydyf.Dictionary({"Type": f"/{artifact.type}"})
        if artifact.folio and self._profile is PdfProfile.NEXT:
            properties["Subtype"] = "/PageNum"  # not yet in PDF 1.7: ISO 32000-1, table 330
        elif artifact.subtype:
            properties["Subtype"] = f"/{artifact.subtype}"
        if artifact.attached:
            properties["Attached"] = pydyf.Array([f"/{artifact.attached}"])
        return ["/Artifact", properties, b"BDC"]


def _texts(document: Document) -> dict[bytes, dict[int, str]]:
    """Return the text of each glyph that was painted, by font, as it will be written."""
    return {
        font.hash.encode(): {glyph: TYPED.get(text, text) for glyph, text in font.to_unicode.items()}
        for font in document.fonts.values()
    }


def _font(operator: Operator) -> bytes:
    """Return the name of the font that an operator sets, or b""."""
    return operator.split()[0][1:] if isinstance(operator, bytes) and operator.endswith(b" Tf") else b""


def _plain_text(line: Operator) -> Operator:
    """Return a line of a ToUnicode map with hyphens and spaces as they are typed.

    Fonts draw all hyphens with one glyph, and all spaces; WeasyPrint 70 gives it the text of the one that came first.
    """
    if not isinstance(line, bytes):
        return line
    code, _, text = line.partition(b" ")
    return code + b" " + PLAIN_TEXT.get(text, text) if text else line
