"""Pages made at random by seed, of everything that a leaflet can hold: each block comes back whole, and in order.

The number of pages is CLEARFOLD_RANDOM_PAGES, 2 where it is not set.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render import Rendered
from clearfold.proof.witnesses import Outcome
from clearfold.proof.witnesses.verapdf import verapdf

pytestmark = pytest.mark.no_cover

SEEDS = range(int(os.environ.get("CLEARFOLD_RANDOM_PAGES", "2")))
CLAIMS = {
    PdfProfile.ARCHIVE: ("PDF/UA-1", "PDF/A-2a"),
    PdfProfile.NEXT: ("PDF/UA-2", "PDF/A-4f", "WTPDF 1.0 accessibility", "WTPDF 1.0 reuse"),
}
WORDS = (
    "soil water sand clay loam root leaf seed bed spade rain frost spring efficient office affluent naïve café T-cell "
    "compost garden vegetable (raised) 3,5 % \u2265 10 well-drained wheelbarrow nitrogen phosphorus"
).split()
BULLET = re.compile(r"[•◦▪]|\w+\.")


@dataclass(slots=True)
class Page:
    """A page in the making: its HTML, and the blocks that must be found in it, each with its type."""

    random: Random
    html: list[str] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    notes: int = 0
    targets: list[str] = field(default_factory=list)

    def words(self, most: int) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))

    def inline(self, most: int, depth: int = 0) -> tuple[str, str]:
        """Return some text with elements in it, as HTML and as it is read."""
        parts = [self.piece(most, depth) for _ in range(self.random.randint(1, 4))]
        html, text = parts[0]
        for more_html, more_text in parts[1:]:
            gap = self.random.choice((" ", " ", "\n", "&nbsp;", "<br>", ", ", ""))
            html += gap + more_html
            text += {"&nbsp;": " ", "<br>": " "}.get(gap, gap) + more_text
        return html, text

    def piece(self, most: int, depth: int) -> tuple[str, str]:
        text = self.words(most)
        html = text
        if depth < 2 and self.random.random() < 0.5:
            html, text = self.inline(max(1, most // 2), depth + 1)
        tag = self.random.choice(
            ("", "", "", "em", "strong", "code", "b", "cite", "span", "fr", "abbr", "a", "hidden", "img")
        )
        match tag:
            case "":
                return html, text
            case "fr":
                return f'<span lang="fr">{html}</span>', text
            case "abbr":
                return f'<abbr title="long for it">{html}</abbr>', text
            case "a" if "<a" not in html:
                target = self.random.choice(("https://example.org/", *(f"#{name}" for name in self.targets)))
                return f'<a href="{target}">{html}</a>', text
            case "hidden":
                return f'{html}<span aria-hidden="true">{self.words(2)}</span>', text
            case "img":
                return f'{html} <img src="square.svg" alt="a square" style="width: 1em">', f"{text}  a square "
            case "a":
                return html, text
            case _:
                return f"<{tag}>{html}</{tag}>", text

    def add(self, before: str, type: str, most: int, after: str) -> None:
        html, text = self.inline(most)
        self.html.append(before + html + after)
        self.blocks.append((type, " ".join(text.split())))

    def heading(self, level: int) -> None:
        name = f"h{len(self.targets)}"
        self.targets.append(name)
        self.add(f'<h{level} id="{name}">', f"H{level}", 5, f"</h{level}>")

    def paragraph(self) -> None:
        before, after = self.random.choice((("<p>", "</p>"), ('<p lang="nl">', "</p>"), ("<div>", "</div>")))
        self.add(before, "P", 20, after)

    def noted(self) -> None:
        self.notes += 1
        n = self.notes
        html, text = self.inline(15)
        call = f'<a class="noteref" role="doc-noteref" id="fnref-{n}" href="#fn-{n}">[{n}]</a>'
        self.html.append(f"<p>{html}{call}.</p>")
        self.blocks.append(("P", " ".join(f"{text}[{n}].".split())))
        back = f'<p><a role="doc-backlink" href="#fnref-{n}">[{n}]</a> '
        self.html.append(f'<aside class="note" role="doc-footnote" id="fn-{n}">')
        self.blocks.append(("Lbl", f"[{n}]"))
        self.add(back, "P", 15, "</p></aside>")

    def list(self, depth: int = 0) -> None:
        tag = self.random.choice(("ul", "ol", 'ol start="4"', 'ol type="a"', 'ol type="I"'))
        self.html.append(f"<{tag}>")
        loose = self.random.random() < 0.4
        for _ in range(self.random.randint(1, 5)):
            self.html.append("<li>")
            for _ in range(self.random.randint(1, 2) if loose else 1):
                self.add("<p>" if loose else "", "P" if loose else "LBody", 15, "</p>" if loose else "")
            if depth < 2 and self.random.random() < 0.3:
                self.list(depth + 1)
            self.html.append("</li>")
        self.html.append(f"</{tag[:2]}>")

    def descriptions(self) -> None:
        self.html.append("<dl>")
        for _ in range(self.random.randint(1, 4)):
            self.add("<dt>", "Lbl", 3, "</dt>")
            self.add("<dd>", "LBody", 15, "</dd>")
        self.html.append("</dl>")

    def table(self) -> None:
        columns = self.random.randint(2, 4)
        self.html.append("<table>")
        if self.random.random() < 0.5:
            self.add("<caption>", "Caption", 6, "</caption>")
        self.html.append("<thead><tr>")
        for _ in range(columns):
            self.add('<th scope="col">', "TH", 2, "</th>")
        self.html.append("</tr></thead><tbody>")
        for _ in range(self.random.randint(1, 12)):
            self.html.append("<tr>")
            self.add('<th scope="row">', "TH", 2, "</th>")
            left = columns - 1
            while left:
                width = self.random.randint(1, left)
                left -= width
                if self.random.random() < 0.15:
                    self.html.append(f'<td colspan="{width}"></td>')
                else:
                    self.add(f'<td colspan="{width}">', "TD", 6, "</td>")
            self.html.append("</tr>")
        self.html.append("</tbody></table>")

    def figure(self) -> None:
        self.html.append('<figure><img src="square.svg" alt="the square">')
        self.blocks.append(("Figure", "the square"))
        self.add("<figcaption>", "Caption", 8, "</figcaption></figure>")

    def box(self) -> None:
        tag = self.random.choice(("blockquote", "aside"))
        self.html.append(f'<{tag} class="admonition tip">')
        for _ in range(self.random.randint(1, 3)):
            self.random.choice((self.paragraph, self.list))()
        self.html.append(f"</{tag}>")


def made(seed: int) -> Page:
    """Return a page of one title and some sections."""
    page = Page(Random(seed))
    page.html.append("<h1>A page at random</h1>")
    page.blocks.append(("H1", "A page at random"))
    for _ in range(page.random.randint(1, 3)):
        page.html.append("<section>")
        page.heading(2)
        for _ in range(page.random.randint(2, 6)):
            kinds = (
                page.paragraph,
                page.paragraph,
                page.noted,
                page.list,
                page.descriptions,
                page.table,
                page.figure,
                page.box,
            )
            page.random.choice(kinds)()
        if page.random.random() < 0.5:
            page.heading(3)
            page.paragraph()
        page.html.append("</section>")
    return page


@pytest.mark.slow("prints random pages in both profiles and asks veraPDF")
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("profile", PdfProfile)
def test_random_page(
    seed: int,
    profile: PdfProfile,
    tmp_path: Path,
    print_page: Callable[..., Rendered],
    read_back: Callable[[bytes], Any],
    blocks_of: Callable[[bytes], list[tuple[str, str]]],
) -> None:
    """Every block is one element, equal and in order; nothing is astray; veraPDF finds nothing."""
    page = made(seed)
    data = print_page("".join(page.html), profile).data
    blocks = [block for block in blocks_of(data) if block[0] != "Lbl" or not BULLET.fullmatch(block[1])]
    assert page.blocks == blocks
    assert [] == read_back(data).astray
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    assert [] == [str(verdict) for verdict in verapdf(path, CLAIMS[profile]) if verdict.outcome is not Outcome.PASSED]
