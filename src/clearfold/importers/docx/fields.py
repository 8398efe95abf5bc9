"""Fields of a Word file: what they ask for, and whether what they show is text."""

import re
from dataclasses import dataclass, field

_WORDS = re.compile(r'"[^"]*"|\S+')
_PAGES = frozenset("PAGE NUMPAGES SECTIONPAGES SECTION PAGEREF".split())
_LISTS = frozenset("TOC INDEX TOA RD".split())
_SILENT = frozenset(
    "XE TC SET ASK FORMTEXT SEQ REF NOTEREF HYPERLINK QUOTE STYLEREF LISTNUM EQ SYMBOL CITATION".split()
)
_ALONE = frozenset(("EQ", "SYMBOL", "MACROBUTTON", "ADVANCE"))


@dataclass(slots=True)
class Field:
    """A field: its words, and whether what is met now is what it shows."""

    words: str = ""
    shows: bool = False

    @property
    def kind(self) -> str:
        """Return its name, in capitals."""
        return (self.words.split() or [""])[0].upper()

    @property
    def link(self) -> str:
        """Return where a field leads: an address, or # and a bookmark; "" where it leads nowhere."""
        words = [word.strip('"') for word in _WORDS.findall(self.words)]
        if self.kind not in ("HYPERLINK", "REF") or len(words) < 2:
            return ""
        if self.kind == "REF":
            return f"#{words[1]}" if "\\h" in words else ""
        anchor = words[words.index("\\l") + 1] if "\\l" in words[:-1] else ""
        address = words[1] if not words[1].startswith("\\") else ""
        return f"{address}#{anchor}" if anchor and address else address or f"#{anchor}"

    @property
    def entry(self) -> str:
        """Return the words that it has for an index or a list of contents; they are not seen where they stand."""
        words = _WORDS.findall(self.words)
        return " ".join(words[1].strip('"').split()) if self.kind in ("XE", "TC", "TA") and len(words) > 1 else ""

    @property
    def reason(self) -> str:
        """Return the code under which what it shows is left out, "" where it is taken."""
        return "IMP-075" if self.kind in _PAGES else "IMP-074" if self.kind in _LISTS else ""

    @property
    def asks_alone(self) -> bool:
        """Tell whether it shows what stands among its own words: a formula, a sign, a button."""
        return self.kind in _ALONE and not self.shows

    @property
    def told(self) -> bool:
        """Tell whether it is told that what it shows is taken as text: it would change in the program."""
        return bool(self.kind) and not self.reason and self.kind not in _SILENT and not self.kind.startswith("FORM")


@dataclass(slots=True)
class Fields:
    """The fields that are open, the innermost last."""

    open: list[Field] = field(default_factory=list)

    def mark(self, kind: str) -> Field | None:
        """Take in a mark of a field, and return the field that it ends or begins to show."""
        if kind == "begin":
            self.open.append(Field())
        elif kind == "separate" and self.open:
            self.open[-1].shows = True
            return self.open[-1]
        elif kind == "end" and self.open:
            return self.open.pop()
        return None

    def say(self, words: str) -> None:
        """Take in words of what a field asks for."""
        if self.open:
            self.open[-1].words += words

    @property
    def hides(self) -> bool:
        """Tell whether what is met now is no text, but part of what a field asks for."""
        return any(not one.shows for one in self.open)

    @property
    def reason(self) -> str:
        """Return the code under which what is met now is left out."""
        return next((one.reason for one in self.open if one.reason), "")

    @property
    def link(self) -> str:
        """Return where what is met now leads."""
        return next((one.link for one in reversed(self.open) if one.link), "")
