"""A paragraph of a Word file as pieces of a line; what is not text is left out, and listed."""

from collections.abc import Callable

from lxml import etree

from clearfold.importers.document import Break, Inline, NoteMark, Remark, Text
from clearfold.importers.docx.drawings import drawn
from clearfold.importers.docx.fields import Field, Fields
from clearfold.importers.docx.formulas import letters, linear
from clearfold.importers.docx.names import PROPERTIES, attribute, child, children, chosen, inner, is_on, name_of, value
from clearfold.importers.docx.story import Line, Story
from clearfold.importers.docx.symbols import is_of_signs, shown
from clearfold.importers.finish.signs import UNKNOWN
from clearfold.importers.pieces import Look, Piece
from clearfold.model.messages import message

_SIGNS = {"w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad", "w:tab": "\t", "w:ptab": " "}
_REASONS = {
    "IMP-072": "", "IMP-073": "", "IMP-074": "", "IMP-075": "",
    "IMP-080": message("a field that waits to be filled in"),
    "IMP-083": message("the small letters above others"), "IMP-084": "",
}  # fmt: skip


class Lines:
    """Reads the paragraphs of one part, one after the other: fields may go over several."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.fields = Fields()
        self.line = Line()
        self.style = ""
        self.reason = ""
        self.link = ""
        self._kinds: dict[str, Callable[[etree._Element], None]] = {
            "w:r": self._run, "w:hyperlink": self._hyperlink, "w:fldSimple": self._simple, "w:del": self._deleted,
            "w:moveFrom": self._deleted, "w:ins": self._inserted, "w:moveTo": self._inserted, "w:sdt": self._sdt,
            "m:oMath": self._formula, "m:oMathPara": self._formula, "w:bookmarkStart": self._mark,
            "mc:AlternateContent": self._alternate, "w:ruby": self._ruby, "w:object": self._object,
        }  # fmt: skip
        self._in_run: dict[str, Callable[[etree._Element], None]] = {
            "w:fldChar": self._field_mark, "w:instrText": self._instruction, "w:sym": self._symbol, "w:br": self._break,
            "w:cr": self._break, "w:footnoteReference": self._note, "w:endnoteReference": self._note,
            "w:commentReference": self._comment, "w:drawing": self._drawing, "w:pict": self._drawing,
            "w:object": self._object, "mc:AlternateContent": self._alternate, "w:ruby": self._ruby,
        }  # fmt: skip
        self._look = Look()
        self._font = ""

    def read(self, paragraph: etree._Element, style: str) -> Line:
        """Read a paragraph of a style."""
        self.line, self.style = Line(), style
        self._content(paragraph)
        self._look = Look()
        for picture in self.line.floating:
            self._add(picture)
        for reason, words in self.line.left.items():
            if words.strip():
                self.story.tell(reason, " ".join(words.split()), name=_REASONS[reason])
        return self.line

    def _content(self, element: etree._Element) -> None:
        for one in element:
            name = name_of(one)
            if name in self._kinds:
                self._kinds[name](one)
            elif name not in PROPERTIES:
                # What is not known may hold text all the same.
                self._unknown(one)
                self._content(one)

    def _unknown(self, one: etree._Element) -> None:
        words = " ".join((one.text or "").split())
        if words and ":" not in name_of(one):
            self.story.tell("IMP-083", words, name=name_of(one))

    # around runs

    def _hyperlink(self, one: etree._Element) -> None:
        if tip := " ".join(attribute(one, "w:tooltip").split()):
            self.story.tell("IMP-079", tip, name=message("what is shown when a mouse stands on a link"))
        relation = self.story.relations.get(attribute(one, "r:id"))
        anchor = attribute(one, "w:anchor")
        before = self.link
        self.link = f"{relation.target if relation else ''}{'#' + anchor if anchor else ''}"
        self._content(one)
        self.link = before

    def _simple(self, one: etree._Element) -> None:
        self.fields.open.append(Field(attribute(one, "w:instr"), shows=True))
        self._tell_field(self.fields.open[-1])
        self._content(one)
        self.fields.open.pop()

    def _deleted(self, one: etree._Element) -> None:
        before, self.reason = self.reason, "IMP-073"
        self._content(one)
        self.reason = before

    def _inserted(self, one: etree._Element) -> None:
        first = len(self.line.pieces)
        self._content(one)
        words = "".join(p.inline.text for p in self.line.pieces[first:] if isinstance(p.inline, Text)).strip()
        if words:
            author = attribute(one, "w:author")
            self.story.tell("IMP-009", words, words, name=message(", by {author}", author=author) if author else "")

    def _sdt(self, one: etree._Element) -> None:
        content, before = child(one, "w:sdtContent"), self.reason
        if is_on(child(one, "w:sdtPr"), "w:showingPlcHdr"):
            self.reason = self.reason or "IMP-080"
        before_it = len(self.line.pieces)
        if content is not None:
            self._content(content)
        shown = {p.inline.text for p in self.line.pieces[before_it:] if isinstance(p.inline, Text)}
        choices = [attribute(e, "w:displayText") for e in inner(one, "w:listItem")]
        if others := [words for words in choices if words and words not in shown]:
            self.story.tell("IMP-080", " ".join(others), name=message("a field to be filled in"))
        self.reason = before

    def _formula(self, one: etree._Element) -> None:
        before, after = letters(one), linear(one)
        self.story.tell("IMP-055", " ".join(before.split()), " ".join(after.split()))
        self._say(f" {after} ")

    def _mark(self, one: etree._Element) -> None:
        self.line.marks.append(attribute(one, "w:name"))

    def _alternate(self, one: etree._Element) -> None:
        taken = chosen(one)
        for inside in taken if taken is not None else ():
            name = name_of(inside)
            if name in self._in_run:
                self._in_run[name](inside)
            elif name in self._kinds:
                self._kinds[name](inside)
            elif name == "w:t":
                self._text(inside)

    def _ruby(self, one: etree._Element) -> None:
        before, self.reason = self.reason, self.reason or "IMP-083"
        for above in children(one, "w:rt"):
            self._content(above)
        self.reason = before
        for base in children(one, "w:rubyBase"):
            self._content(base)

    # within runs

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "w:rPr")
        reason = self.reason
        self.reason = reason or self.fields.reason or self._unseen(properties)
        self._look = self._looks(properties)
        self._font = self.story.styles.font(properties, self.style)
        for one in run:
            name = name_of(one)
            if name in ("w:t", "w:delText"):
                self._text(one)
            elif name in _SIGNS:
                self._say(_SIGNS[name])
            elif name in self._in_run:
                self._in_run[name](one)
            elif name and ":" not in name:
                self._unknown(one)
                self._content(one)
            if name in self._in_run:
                self.reason = reason or self.fields.reason or self._unseen(properties)
        self.reason = reason

    def _unseen(self, properties: etree._Element | None) -> str:
        styles = self.story.styles
        if styles.is_on("w:vanish", properties, self.style):
            return "IMP-072"
        struck = any(styles.is_on(name, properties, self.style) for name in ("w:strike", "w:dstrike"))
        return "IMP-084" if struck else ""

    def _looks(self, properties: etree._Element | None) -> Look:
        styles, height = self.story.styles, value(properties, "w:vertAlign")
        lang = styles.lang(properties, self.style)
        foreign = lang if lang and lang.split("-")[0] != self.story.lang.split("-")[0] else ""
        return Look(
            self.link or self.fields.link,
            foreign,
            styles.is_on("w:b", properties, self.style),
            styles.is_on("w:i", properties, self.style),
            height == "superscript",
            height == "subscript",
        )

    def _text(self, one: etree._Element) -> None:
        text = one.text or ""
        if (
            attribute(one, "xml:space") != "preserve"
            and "{http://www.w3.org/XML/1998/namespace}space" not in one.attrib
        ):
            text = text.strip(" \t\n\r")
        if self.fields.hides:
            return
        if is_of_signs(self._font):
            for sign in text:
                self._sign(ord(sign), self._font) if not sign.isspace() and ord(sign) & ~0xF0FF == 0 else self._say(
                    sign
                )
            return
        for sign in text:
            if 0xF000 <= ord(sign) <= 0xF0FF and shown("", ord(sign)):
                self._sign(ord(sign), "")
            else:
                self._say(sign)

    def _symbol(self, one: etree._Element) -> None:
        code = attribute(one, "w:char")
        if code:
            self._sign(int(code, 16), attribute(one, "w:font"))

    def _sign(self, code: int, font: str) -> None:
        if not is_of_signs(font) and not 0xF000 <= code <= 0xF0FF:
            self._say(chr(code))
            return
        before, after = chr(0xF000 | (code & 0xFF)), shown(font, code)
        if self.reason or self.fields.hides:
            self._say(before)
            return
        self.story.tell(
            "IMP-007" if after else "IMP-056", before, after or UNKNOWN, name=f"{font} (U+{ord(before):04X})"
        )
        self._say(after or UNKNOWN)

    def _say(self, text: str) -> None:
        if self.fields.hides:
            return
        if not self.reason:
            self._add(Text(text))
        elif text:
            words = self.line.left.get(self.reason, "")
            self.line.left[self.reason] = words + text if self.line.last == self.reason else f"{words} {text}"
            self.line.last = self.reason

    def _add(self, inline: Inline) -> None:
        self.line.pieces.append(Piece(inline, self._look if isinstance(inline, Text) else Look(link=self._look.link)))
        self.line.last = ""

    def _break(self, one: etree._Element) -> None:
        if self.reason or attribute(one, "w:type") in ("page", "column"):
            self._say(" ")
        elif not self.fields.hides:
            self._add(Break())

    def _field_mark(self, one: etree._Element) -> None:
        kind = attribute(one, "w:fldCharType")
        found = self.fields.mark(kind)
        if found is not None and kind == "separate":
            self._tell_field(found)
        elif found is not None and found.asks_alone:
            self.story.tell(
                "IMP-076",
                " ".join(found.words.split()),
                name=message("a field that shows what it says ({kind})", kind=found.kind),
            )
        if found is not None and kind == "end" and (entry := found.entry):
            self.story.tell("IMP-072", entry, name=message(": an entry of an index"))
        if (form := child(one, "w:ffData")) is not None:
            words = [attribute(e, "w:val") for e in inner(form, "w:listEntry")]
            self.story.tell(
                "IMP-080", " ".join(words), name=value(form, "w:name") or message("a field to be filled in")
            )
        self._look = Look(self.link or self.fields.link, *_rest(self._look))

    def _tell_field(self, found: Field) -> None:
        if found.told:
            self.story.tell("IMP-014", name=found.kind)

    def _instruction(self, one: etree._Element) -> None:
        self.fields.say(one.text or "")

    def _note(self, one: etree._Element) -> None:
        if self.reason or self.fields.hides:
            return
        kind = "f" if name_of(one) == "w:footnoteReference" else "e"
        label = f"{kind}{attribute(one, 'w:id')}"
        if label not in self.story.there:
            self.story.tell("IMP-058", name=message("A note to which the text refers is not in the file: look for it"))
            return
        if label not in self.story.notes:
            self.story.notes.append(label)
        self._add(NoteMark(label))

    def _comment(self, one: etree._Element) -> None:
        author, words = self.story.comments.get(attribute(one, "w:id"), ("", ""))
        if words:
            self._add(Remark(f"{author}: {words}" if author else words))

    def _drawing(self, one: etree._Element) -> None:
        if self.reason == "IMP-073":
            return
        found = drawn(one, self.story)
        if found.floats and self.line.pieces:
            # It hangs on the paragraph, at whatever letter of it.
            self.line.floating += found.pictures
        else:
            for picture in found.pictures:
                self._add(picture)
            if found.lost:
                self._say(" ")
        self.line.boxes += found.boxes

    def _object(self, one: etree._Element) -> None:
        kind = next((attribute(e, "ProgID") for e in inner(one, "o:OLEObject")), "")
        about = " ".join(words for e in one.iter() if (words := attribute(e, "alt") or attribute(e, "descr")))
        name = message("an object of {kind}", kind=kind or message("another program"))
        self.story.tell("IMP-076", " ".join(about.split()), name=name)


def _rest(look: Look) -> tuple[str, bool, bool, bool, bool]:
    return look.lang, look.bold, look.italic, look.raised, look.lowered
