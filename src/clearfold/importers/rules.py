"""What a ledger can say: a code, where people meet it, what was done, in a sentence, and what is to be done."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The headings of import.html, in their order; what was taken as it stood has no entries, and is counted."""

    CHANGED = "Changed"
    GUESSED = "Guessed"
    DECIDE = "You decide"
    LEFT_OUT = "Left out"


class Act(StrEnum):
    """What was done to words; the proof holds an entry to it.

    ``KEPT`` says that the words are the same, and what they are to their reader may differ; ``SIGN`` that one character
    of the original, wherever it stands in a word, is another in the copy, or none.
    """

    JOINED = "joined"
    MOVED = "moved"
    DROPPED = "dropped"
    ADDED = "added"
    MAPPED = "mapped"
    SIGN = "sign"
    KEPT = "kept"
    LEFT = "left out"


@dataclass(frozen=True, slots=True)
class LedgerRule:
    """One code."""

    code: str
    section: Section
    act: Act
    fact: str
    advice: str = ""

    @property
    def kind(self) -> str:
        """Return the section in a word: changed, guessed, decide or left out."""
        return self.section.lower().removeprefix("you ")

    @property
    def meaning(self) -> str:
        """Say what it means wherever it is told, without what is known of one place alone."""
        return self.fact.replace("{name}", "…") if self.fact != "{name}" else "The build would refuse this, or ask."

    @property
    def cure(self) -> str:
        """Say what to do."""
        return self.advice.format(name="…") or CURES[self.section]


CURES = {
    Section.CHANGED: "Nothing, where it is right: the ledger only tells of it.",
    Section.GUESSED: "Look whether it is right, and mend the copy where it is not.",
    Section.DECIDE: "Look at the place, and write in the copy what is right.",
    Section.LEFT_OUT: "Nothing; or take the words from import.html, if they belong into the leaflet.",
}
_C, _G, _D, _L = Section
_TABLE = (
    # changed
    LedgerRule("IMP-001", _C, Act.JOINED, "A word that was broken at the end of a line is whole again."),
    LedgerRule("IMP-002", _C, Act.JOINED, "A hyphen at the end of a line belongs to the word, and stays."),
    LedgerRule("IMP-004", _C, Act.MOVED, "The title stands in the front matter."),
    LedgerRule("IMP-005", _C, Act.DROPPED, "A typed sign of a list became a list."),
    LedgerRule("IMP-006", _C, Act.KEPT, "A heading of level {name}, so that no level is skipped."),
    LedgerRule("IMP-007", _C, Act.SIGN, "A sign of the font {name} is written as the letter or sign that it shows."),
    LedgerRule("IMP-008", _C, Act.SIGN, "Characters that cannot be seen were taken out: {name}."),
    LedgerRule("IMP-009", _C, Act.KEPT, "Text that was added while changes were tracked is taken{name}."),
    LedgerRule("IMP-010", _C, Act.LEFT, "A comment became a note to yourself, which is not printed{name}."),
    LedgerRule("IMP-011", _C, Act.KEPT, "The text of a text box stands after the paragraph to which it was tied."),
    LedgerRule("IMP-012", _C, Act.KEPT, "A table of one cell became a box."),
    LedgerRule("IMP-013", _C, Act.KEPT, "A table with {name} is written in HTML."),
    LedgerRule("IMP-014", _C, Act.KEPT, "What a field showed is taken as text: {name}."),
    LedgerRule("IMP-015", _C, Act.KEPT, "Words are marked as {name}."),
    LedgerRule("IMP-020", _C, Act.KEPT, "A paragraph became {name}."),
    LedgerRule("IMP-021", _C, Act.ADDED, "A note of the title, or of a table in HTML, is referred to below it."),
    LedgerRule("IMP-022", _C, Act.MAPPED, "It is written as {name}."),
    LedgerRule("IMP-023", _C, Act.KEPT, "A picture has another name or kind: {name}."),
    LedgerRule("IMP-024", _C, Act.MOVED, "A caption stands with its picture or table."),
    LedgerRule("IMP-025", _C, Act.JOINED, "A large first letter is joined with its word."),
    LedgerRule("IMP-026", _C, Act.KEPT, "The numbers that the program counted before headings are not taken."),
    LedgerRule("IMP-027", _C, Act.KEPT, "A table that only sets text side by side is read cell by cell."),
    # guessed
    LedgerRule("IMP-030", _G, Act.KEPT, "{name} is taken for a heading.", "If it is none, take ## away."),
    LedgerRule("IMP-031", _G, Act.DROPPED, "Lines with typed signs are taken for a list."),
    LedgerRule("IMP-032", _G, Act.KEPT, "The first row is taken for the head of the table: {name}."),
    LedgerRule("IMP-033", _G, Act.KEPT, "The language is taken to be {name}.", "Else import again with --lang."),
    LedgerRule("IMP-034", _G, Act.MOVED, "This is taken for the title.", "Else write title: in the front matter anew."),
    LedgerRule("IMP-035", _G, Act.JOINED, "A word that was broken at the end of a line is taken to be one word."),
    LedgerRule("IMP-036", _G, Act.JOINED, "A hyphen at the end of a line is taken to belong to the word."),
    LedgerRule("IMP-037", _G, Act.KEPT, "{name} is taken for a caption."),
    LedgerRule("IMP-038", _G, Act.KEPT, "The order of the panels is taken to be {name}."),
    LedgerRule("IMP-039", _G, Act.KEPT, "Lines are taken for {name}."),
    LedgerRule("IMP-040", _G, Act.KEPT, "A text alternative was written by a machine.", "Look whether it is true."),
    LedgerRule("IMP-045", _C, Act.KEPT, "The tags of the file say what is read, and in which order."),
    # you decide
    LedgerRule(
        "IMP-050", _D, Act.ADDED, "The file says nowhere what its title is.", "Write title: in the front matter."
    ),
    LedgerRule("IMP-051", _D, Act.KEPT, "The language could not be told.", "Write lang: in the front matter."),
    LedgerRule(
        "IMP-052",
        _D,
        Act.KEPT,
        "The picture {name} has no text alternative.",
        "Write between [ and ] what it shows, or add {{role=presentation}} if it only decorates.",
    ),
    LedgerRule("IMP-053", _D, Act.DROPPED, "A picture could not be taken: {name}.", "Save it as PNG, and add it here."),
    LedgerRule(
        "IMP-054",
        _D,
        Act.KEPT,
        "Nothing says which row heads the table; the first one is taken.",
        "Look whether the first row says what stands in the columns.",
    ),
    LedgerRule(
        "IMP-055",
        _D,
        Act.MAPPED,
        "A formula is written in one line.",
        "Look whether it can be read aloud as it stands.",
    ),
    LedgerRule(
        "IMP-056",
        _D,
        Act.SIGN,
        "A sign of the font {name} that is not known.",
        "Look at it in the original, and write what it shows.",
    ),
    LedgerRule(
        "IMP-057",
        _D,
        Act.KEPT,
        "The order of the panels is not sure: {name}.",
        "Import again with the order that is right, from the page to be read first on, as in --order 2,6,1,3,4,5.",
    ),
    LedgerRule("IMP-058", _D, Act.KEPT, "{name}"),
    LedgerRule(
        "IMP-059",
        _D,
        Act.KEPT,
        "Lines with tabs look like a table of {name} columns.",
        "Write a table if it is one.",
    ),
    LedgerRule("IMP-060", _D, Act.KEPT, "A link leads to {name}, which readers cannot reach.", "Write where it leads."),
    LedgerRule(
        "IMP-061",
        _D,
        Act.MOVED,
        "A title in the middle of the text: what stood before it is put at the end.",
        "Look whether that is the order in which it is read.",
    ),
    LedgerRule("IMP-062", _D, Act.KEPT, "The words were read by a machine: {name}.", "Hold them against the original."),
    LedgerRule(
        "IMP-065",
        _D,
        Act.DROPPED,
        "Letters stand on their side, and are left out.",
        "Look at the page, and write them where they belong.",
    ),
    # left out
    LedgerRule("IMP-070", _L, Act.LEFT, "A running head{name}."),
    LedgerRule("IMP-071", _L, Act.LEFT, "A running foot{name}."),
    LedgerRule("IMP-072", _L, Act.LEFT, "Text that is hidden{name}."),
    LedgerRule("IMP-073", _L, Act.LEFT, "Text that was struck while changes were tracked{name}."),
    LedgerRule("IMP-074", _L, Act.LEFT, "A list of contents, which Clearfold makes itself."),
    LedgerRule("IMP-075", _L, Act.LEFT, "Page numbers."),
    LedgerRule("IMP-076", _L, Act.LEFT, "What another program has put in: {name}."),
    LedgerRule("IMP-077", _L, Act.LEFT, "Macros; they were neither run nor taken."),
    LedgerRule("IMP-078", _L, Act.LEFT, "A part of the web page beside its text: {name}."),
    LedgerRule("IMP-079", _L, Act.LEFT, "What is not text: {name}."),
    LedgerRule("IMP-080", _L, Act.LEFT, "A form: {name}."),
    LedgerRule("IMP-081", _L, Act.LEFT, "What the file says of itself: {name}."),
    LedgerRule("IMP-083", _L, Act.LEFT, "Text of an element that is not known: {name}."),
    LedgerRule("IMP-084", _L, Act.LEFT, "Struck words: who cannot see the line would hear them as if they held."),
    LedgerRule("IMP-085", _L, Act.DROPPED, "A line that stands at the same place on several pages or panels."),
    LedgerRule("IMP-086", _L, Act.DROPPED, "A page number, or a line with one."),
    LedgerRule("IMP-087", _L, Act.DROPPED, "A list of contents, which Clearfold makes itself, or what is marked so."),
    LedgerRule("IMP-088", _L, Act.DROPPED, "Marked in the file as no part of its text: {name}."),
)
RULES = {rule.code: rule for rule in _TABLE}
