"""The page for editors: complete at a glance, worst first, one file that fetches nothing, readable by everybody."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.media_types import EPUB, PDF
from clearfold.model.paper import Fold, Level, Paper
from clearfold.proof.findings.finding import finding
from clearfold.proof.findings.rules import ELSEWHERE, RULES, Rank
from clearfold.proof.report import EditionReport, wording
from clearfold.proof.report.exhibit import Exhibit
from clearfold.proof.report.page import TEMPLATES, to_html
from clearfold.proof.witnesses import Outcome, Verdict
from tests.faults import sample
from tests.page.exhibits import book_with, exhibit, proven

CHANGED = sample.pdf_with("Dit helpt bij griep:", "Dit schaadt bij griep:")
SILENT = frozenset({"meta", "img", "br", "link", "hr"})


class Outline(HTMLParser):
    """Takes a page apart: levels of headings, attributes by tag, the text of each element, and what is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.tags: dict[str, list[dict[str, str | None]]] = {}
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.setdefault(tag, []).append(dict(attrs))
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag in ("td", "br"):
            self.text += " "
        if tag not in SILENT:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop(), f"{tag} closes what is not open"

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def text(html: str) -> str:
    return " ".join(Outline(html).text.split())


def bad() -> tuple[Exhibit, ...]:
    return exhibit(CHANGED, PDF, "griep.pdf"), exhibit(sample.epub(), EPUB, "griep.epub")


@pytest.mark.parametrize("html", [to_html(proven()), to_html(bad())], ids=["proven", "with findings"])
def test_page_is_one_file_that_is_well_formed(html: str) -> None:
    """All elements are closed, nothing is fetched, no script runs, headings follow each other, pictures have words."""
    page = Outline(html)
    assert [] == page.open
    assert not {"script", "link", "iframe", "object", "a"} & set(page.tags)
    assert all(str(image["src"]).startswith("data:image/png;base64,") for image in page.tags["img"])
    assert all("alt" in image for image in page.tags["img"])
    assert not re.search(r"url\(|@import|https?://(?!example\.org)", html)
    assert [1, 2] == page.levels[:2]
    assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert "en" == page.tags["html"][0]["lang"]
    assert all(one.get("scope") for one in page.tags["th"])


def test_good_files_are_told_at_a_glance() -> None:
    """The verdict, and for each file its name and the words found in each order."""
    told = text(to_html(proven()))
    assert "Both editions hold every word of the copy, in its order." in told
    assert "Accessible PDF ✓ Proven griep.pdf" in told
    assert "Read aloud by a screen reader ✓ 184 of 184 words Copied, searched and reflowed ✓ 178 of 178 words" in told
    assert "E-book (EPUB) ✓ Proven griep.epub" in told
    assert "A second opinion was not asked." in told
    assert "What to do" not in told


def test_a_finding_is_told_in_plain_words() -> None:
    """What is wrong, where, what it means, both words between their neighbours, the line of the copy, what to do."""
    told = text(to_html(bad()))
    assert "1 of 2 editions is not proven." in told
    assert "Words are not the copy's Accessible PDF, page 1 The reader gets other words than you wrote." in told
    assert "What changed … elk jaar een nieuw vaccin. Wat kun je doen? Dit helpt schaadt bij griep" not in told
    assert re.search(r"What changed … [^…]*Dit helpt schaadt bij griep: veel drinken[^…]*… your copy this file", told)
    assert "In your copy griep/nl-BE.md, line 31 Dit helpt bij griep:" in told
    assert "What to do Build again." in told


def test_changed_words_are_marked_by_more_than_colour() -> None:
    """Words lost and added are del and ins, which screen readers tell; the words of the copy are a mark."""
    html = to_html(bad())
    assert "<del>helpt</del>" in html
    assert "<ins>schaadt</ins>" in html
    assert re.search(r"Dit\s+<mark>helpt</mark>\s+bij griep:", html)


def test_a_finding_stands_beside_the_picture_of_its_page() -> None:
    """The picture says in words which page it is of, and that the place is marked."""
    pictures = Outline(to_html(bad())).tags["img"]
    assert ["Part of page 1, the place marked"] == [image["alt"] for image in pictures if image["alt"]]


def test_a_finding_in_a_book_has_the_words_around_it() -> None:
    """A book has no pages: its own words are shown around the place."""
    book = book_with("500 mg per keer", "50 mg per keer")
    told = text(to_html((exhibit(book, EPUB),)))
    assert "This can hurt somebody 1 finding" in told
    assert re.search(r"In the file … [^…]*paracetamol 50 mg per keer", told)


def test_the_worst_comes_first_over_all_editions() -> None:
    """Findings are grouped by what they can do, whatever edition they are of, and numbered through."""
    at = Location(Path("griep/nl-BE.md"), 31, 1)
    above = replace(at, line=12)
    one = replace(proven()[0], report=replace(proven()[0].report, diagnostics=(finding("TAG-008", above),)))
    two = replace(proven()[1], report=replace(proven()[1].report, diagnostics=(finding("TXT-002", at),)))
    told = text(to_html((one, two)))
    assert told.index("This can hurt somebody") < told.index("Not told as what it is")
    assert told.index("1 A number, unit, date, name or negation") < told.index("2 Kind of block differs")


def test_findings_of_one_passage_stand_together() -> None:
    """What goes wrong at one passage is told once, the worst of it first, and in which editions it is met as well."""
    at = Location(Path("griep/nl-BE.md"), 31, 1)
    one = replace(proven()[0], report=replace(proven()[0].report, diagnostics=(finding("TAG-008", at),)))
    lost = finding("TXT-002", at, expected="500 mg", found="50 mg")
    two = replace(proven()[1], report=replace(proven()[1].report, diagnostics=(lost,)))
    html = to_html((one, two))
    assert 1 == html.count('<article class="finding')
    assert "This can hurt somebody 2 findings" in text(html)
    told = text(html).partition("Also of this passage")[2]
    assert f"{one.name}: Kind of block differs" in told


def test_what_is_told_of_no_passage_stands_together_where_it_is_the_same() -> None:
    """Two defects of whole files are two causes; one that two editions have is one."""
    diagnostics = (finding("TAG-008", None, place="page 2"), finding("TXT-002", None, place="page 3"))
    editions = [replace(one, report=replace(one.report, diagnostics=diagnostics)) for one in proven()[:2]]
    html = to_html(editions)
    assert 2 == html.count('<article class="finding')
    assert 2 == text(html).count("The same, elsewhere")


def test_too_many_findings_are_counted() -> None:
    """What is beyond the first findings is counted by edition and code, and nothing is left out in silence."""
    many = tuple(finding("TAG-008", None, place=f"page 9{n}") for n in range(50))
    html = to_html((replace(proven()[1], report=replace(proven()[1].report, diagnostics=many)),))
    assert 40 == html.count('<article class="finding') + html.count('<li class="error"')
    assert "And more E-book (EPUB): Kind of block differs TAG-008, 10 times" in text(html)


def test_text_of_a_copy_stays_text() -> None:
    """Signs of HTML in a finding are shown, not carried out."""
    told = finding("TXT-005", None, place="page 1", found="<script>alert(1)</script>", around=("a", "b"))
    html = to_html((replace(proven()[1], report=replace(proven()[1].report, diagnostics=(told,))),))
    assert "script" not in Outline(html).tags
    assert "<script>alert(1)</script>" in Outline(html).text


def test_what_did_not_run_is_said() -> None:
    """A check that was not run is told with its reason, a witness with how to get it; neither counts as passed."""
    report = EditionReport(
        "a.pdf",
        "",
        PDF,
        proven()[0].report.streams,
        not_run=("structure: not run, the file has no tags", "sound: not run, there is none"),
        verdicts=(
            Verdict(Path("a.pdf"), "veraPDF", "UA-1", Outcome.NOT_RUN, how_to_get="pip install it"),
            Verdict(Path("a.pdf"), "veraPDF", "UA-2", Outcome.PASSED),
        ),
    )
    told = text(to_html((replace(proven()[0], report=report),)))
    assert "Structure – Not looked at: the file has no tags" in told
    assert "Text alternatives – Not looked at: the file has no tags" in told
    assert "sound – Not looked at: there is none" in told
    assert "veraPDF, UA-1 – Not run: pip install it. veraPDF, UA-2 ✓ Passed." in told
    assert "A second opinion was not asked." not in told


def test_other_files_and_remarks_are_told() -> None:
    """Files of an earlier build, and warnings about the copy, have their place."""
    warning = Diagnostic("SRC-050", Severity.WARNING, Location(Path("griep/nl-BE.md"), 12, 1), "it is long", "cut it")
    told = text(to_html(proven(), (warning,), ("griep-giant.pdf",)))
    assert "Also in this folder: griep-giant.pdf. Of an earlier build" in told
    assert "About the copy griep/nl-BE.md, line 12: It is long. Cut it." in told


def test_several_leaflets_share_a_page() -> None:
    """A page over several copies names each of them."""
    other = replace(proven()[1], source=replace(sample.copy(), path=Path("tea/en.md")), title="Tea", lang="en")
    told = text(to_html((proven()[0], other)))
    assert "Proof 2 leaflets Griep in de winter: griep/nl-BE.md Tea: tea/en.md" in told


def test_folded_sheets_are_shown_as_pages() -> None:
    """A file that cannot be unfolded is shown as it is; its finding stays."""
    paper = Paper(Level.LARGE, 148.5, 210, 10, fold=Fold.BOOKLET, tagged=False)
    one = exhibit(CHANGED, PDF)
    assert "Words are not the copy's" in text(to_html((replace(one, paper=paper),)))
    broken = replace(one, paper=paper, data=b"no PDF")
    assert "Words are not the copy's" in text(to_html((broken,)))


def test_the_same_files_give_the_same_page() -> None:
    """The page holds no clock and no path of this machine: it is the same byte for byte."""
    html = to_html(bad())
    assert html == to_html(bad())
    assert str(Path.cwd()) not in html
    outside = replace(proven()[0], source=replace(sample.copy(), path=Path("/somewhere/else/griep/nl-BE.md")))
    assert "/somewhere" not in to_html((outside,))


def test_page_of_good_files_is_small() -> None:
    """A page of a proven set is a light companion to it."""
    assert 60_000 > len(to_html(proven()))


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_code_has_a_meaning_for_readers(code: str) -> None:
    """Whatever the proof can say, the page can say what it means for a reader, and in which group."""
    assert wording.meaning(code)
    assert RULES[code].rank in wording.GROUPS


def test_each_rank_has_a_group() -> None:
    """No finding is without a heading."""
    assert set(Rank) == set(wording.GROUPS)


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_colours_stand_out(scheme: int) -> None:
    """Text has 7:1 on every ground that it stands on (WCAG 2.2, 1.4.6), in light, in dark and in print."""
    blocks = re.findall(r":root \{(.*?)\}", (TEMPLATES / "proof.css").read_text("utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", blocks[scheme]))
    pairs = [
        *((state, ground) for state in ("ink", "soft", "primary") for ground in ("paper", "ground")),
        *((name, ground) for name in ("good", "bad", "warn") for ground in ("paper", f"{name}-tint")),
        *(("ink", f"{name}-tint") for name in ("good", "bad", "warn")),
        *(("on-primary", "primary"), ("mark-ink", "mark"), ("paper", "good"), ("paper", "bad")),
    ]
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {} == {pair: value for pair, value in weak.items() if value < 7}


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_file_of_another_tool_is_told_as_one() -> None:
    """Nobody is told to build it; where the cause is known it is the heading, and what to do is for the editor."""
    known = finding("TXT-005", None, place="page 1", found="!!! tip", fact="“!!! tip”")
    known = replace(known, fact="signs stand in the text: “!!! tip”", hint="write what it knows")
    other = replace(finding("TXT-003", None, place="page 1", expected="a", found="b", fact="x"), hint=ELSEWHERE)
    report = EditionReport("a.pdf", "", PDF, proven()[0].report.streams, (known, other))
    told = text(to_html((replace(proven()[0], report=report),)))
    assert "This file is not proven." in told
    assert "Signs stand in the text a.pdf, page 1 The reader meets text that is not in your copy." in told
    assert "What to do Write what it knows." in told
    assert "What to do Do not publish this file as it is. Change it in the program" in told
    assert "Build again" not in told
