"""What goes wrong all over a file that others made is one finding, which says how often and where first."""

from pathlib import Path

from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.findings.finding import Finding, finding, quoted
from clearfold.proof.findings.grouping import gathered
from clearfold.proof.findings.rules import ELSEWHERE

FRONT, TEXT = Location(Path("nl.md"), 4), Location(Path("nl.md"), 20)
ALTERNATIVE = "Een thermometer die 39 graden aanwijst"
COPY = Transcript(
    (
        Block(Kind.PUBLISHER, "Clearfold", Location(Path("publisher.yaml"), 1)),
        Block(Kind.TITLE, "Griep", Location(Path("nl.md"), 2)),
        *(Block(Kind.HEADING, title, TEXT) for title in ("Wat is griep?", "Wat kun je doen?", "Bronnen")),
        Block(Kind.DETAIL, "2026", Location(Path("nl.md"), 9)),
        Block(Kind.ALTERNATIVE, ALTERNATIVE, TEXT),
        Block(Kind.TABLE_CELL, "Kuur", TEXT, header=True),
        Block(Kind.TABLE_CELL, "Dagen", TEXT, header=True),
    ),
    "nl",
)


def told(code: str, *words: str, at: Location | None = TEXT, expected: str = "", found: str = "") -> list[Finding]:
    """Return what is told of so many findings."""
    one_by_one = [
        finding(code, at, stream="s", place=f"page {n}", expected=expected, found=found or word, fact=quoted(word))
        for n, word in enumerate(words, start=1)
    ]
    return [one for one in gathered(one_by_one, COPY) if isinstance(one, Finding)]


def test_one_defect_of_the_whole_file_is_told_once() -> None:
    """More than three places of one kind are one finding, at the first, with the first three and their number."""
    (one,) = told("TAG-005", *"abcde", expected="x")
    assert ("page 1", TEXT, "") == (one.place, one.location, one.expected)
    assert one.fact.endswith("differs: 5 places: “a”; “b”; “c”; and 2 more")


def test_few_places_are_told_one_by_one() -> None:
    """Three places are three findings, and so are different differences."""
    assert 3 == len(told("TAG-005", *"abc"))
    assert 8 == len([*told("TAG-003", *"abcd", found="row 1"), *told("TAG-003", *"abcd", found="header")]) * 4


def test_nothing_that_can_hurt_is_gathered() -> None:
    """Numbers that changed, and text that is missing from the body, are told one by one, however many."""
    assert (6, 6) == (len(told("TXT-002", *"123456")), len(told("TXT-001", *"abcdef")))


def test_reasons_are_said() -> None:
    """Signs of Markdown, numbers of pictures, an alternative as text, a table's head once more, the front matter."""
    facts = [
        told("TXT-005", "!!! note", "</li>")[0].fact,
        told("TXT-005", "Tabel 1:", "Figuur 1:")[0].fact,
        told("TXT-005", f"Figuur 1: {ALTERNATIVE}")[0].fact,
        told("TXT-004", "Kuur Dagen", "Kuur")[0].fact,
        told("TXT-001", "Voor iedereen", at=FRONT)[0].fact,
        told("ALT-003", f"{ALTERNATIVE} - en meer")[0].fact,
        told("TXT-005", "Inhoud Griep 1 Wat is griep? 2")[0].fact,
        told("TXT-003", "zo'n", expected="zo'n", found="zo’n")[0].fact,
    ]
    assert [
        "signs of the copy's Markdown stand in the text: 2 places: “!!! note”; “</li>”",
        "the program numbers tables and pictures: 2 places: “Tabel 1:”; “Figuur 1:”",
        f"the text alternative of a picture is drawn as text: “Figuur 1: {ALTERNATIVE}”",
        "the head of a table stands there once more on each of its pages: 2 places: “Kuur Dagen”; “Kuur”",
        "words of the front matter or of publisher.yaml are missing: “Voor iedereen”",
        f"a picture has other words beside its alternative, or has it twice: “{ALTERNATIVE} - en meer”",
        "the program adds contents of its own: “Inhoud Griep 1 Wat is griep? 2”",
        "the program writes quotation marks or apostrophes of its own: “zo'n”",
    ] == facts


def test_text_of_every_page_is_told_once() -> None:
    """A head that runs over all pages is one finding with its pages."""
    (one,) = told("TXT-005", *["file:///page.html"] * 5)
    assert one.fact.endswith("“file:///page.html”, 5 times: page 1, page 2, page 3 and 2 more")


def test_nobody_is_told_to_build_what_others_made() -> None:
    """The hint to build again becomes one that its maker can follow."""
    assert ELSEWHERE == told("TXT-003", "melk")[0].hint


def test_the_copys_own_front_matter_comes_first() -> None:
    """Of what is missing, the copy's place is told, and the publisher's file after it."""
    both = [
        finding("TXT-001", Location(Path("publisher.yaml"), 1), stream="s", fact="a"),
        finding("TXT-001", FRONT, stream="s", fact="b"),
    ]
    (one,) = gathered(both, COPY)
    assert (FRONT, True) == (one.location, one.fact.endswith("2 places: b; a"))


def test_heading_that_stands_there_once_more_is_no_contents() -> None:
    """A heading of the copy by itself, or within other words, is told as what it is."""
    assert told("TXT-004", "Wat is griep?")[0].fact.startswith("text stands there twice")
    assert told("TXT-005", "Lees verder op bladzijde 7 bij Griep")[0].fact.startswith("text is added")


def test_headings_that_all_stand_there_once_more_are_contents() -> None:
    """Contents that are tagged as an ordinary list are told as contents."""
    (one,) = told("TXT-004", "Griep", "Wat is griep?", "Wat kun je doen?", "Bronnen")
    assert one.fact.startswith("the program adds contents of its own: 4 places")
