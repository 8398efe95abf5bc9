"""Faults in a PDF that the press has made raise their codes, and no other; the file itself raises none."""

from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

from tests.faults import own, own_announced, own_covers, own_drawn, own_made, own_painted, own_said
from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, SMALL, Good, built
from tests.faults.rewrites import REWRITES
from tests.faults.tagged import saved

ONLINE = Path("tests/cases/printed/whole-german/de.md")
EVEN = "picture in a mirror"  # the picture of the small leaflet is the same in one
STRIPES = "".join(f'<path stroke="#000" stroke-width="1" d="M0 {4 * n}L100 {4 * n + 3}"/>' for n in range(19))


@cache
def goods(copy: Path = EXAMPLE, edition: str = "accessible") -> tuple[Good, ...]:
    return tuple(good for good in built(copy, (edition,)) if good.edition)


def told(good: Good, data: bytes) -> set[str]:
    return {found.code for found in good.told(data)}


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(one, id=one.name)
        for part in (own, own_drawn, own_announced, own_painted, own_said, own_covers, own_made)
        for one in part.FAULTS
    ],
)
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told, in the smallest leaflet that has a place for it, and nothing else is."""
    on_paper = one.family in (own_painted.ON_PAPER, own_covers.ON_PAPER)
    edition = "clear-print" if on_paper else "accessible"
    copies = (ONLINE,) if on_paper else (EXAMPLE,) if one.name == EVEN else (SMALL, EXAMPLE)
    injected = ((good, one.inject(good.data, Random(one.name))) for copy in copies for good in goods(copy, edition))
    good, data = next((good, item.data) for good, item in injected if item is not None)
    codes = told(good, data)
    assert codes & one.codes
    assert set() == codes - one.codes - one.also


@pytest.mark.no_cover
@pytest.mark.slow("proves a file once for each way")
@pytest.mark.parametrize("name", REWRITES)
def test_file_that_was_only_written_anew_is_as_good(name: str) -> None:
    """What another program packs otherwise, and leaves as it is, is no fault."""
    for good in goods():
        assert set() == told(good, REWRITES[name](good.data))


def test_good_files_raise_nothing() -> None:
    """What the press made is explained to the last object."""
    assert [set()] == [told(good, good.data) for good in goods()]


def test_drawings_of_any_make_raise_nothing(tmp_path: Path) -> None:
    """What drawing programs write, a clip, a path that moves once more, dashes, is drawn in turns of its own."""
    circle = '<circle cx="30" cy="20" r="15" fill="#36c" stroke="#000" stroke-dasharray="4 2"/>'
    drawings = (
        f'<clipPath id="c"><circle cx="30" cy="20" r="9"/></clipPath><g clip-path="url(#c)">{circle}</g>',
        f'{circle}<path d="M9 9h9v9zM0 0"/><path d="M3 3" stroke="#000"/>',
        f'<g opacity=".5">{circle}<use href="#s" x="9"/></g><defs><g id="s">{circle}</g></defs>',
        '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>'
        '<path fill-rule="evenodd" d="M0 0h60v40H0zM9 9h40v20H9z" fill="url(#g)"/>',
    )
    (tmp_path / "bed").mkdir()
    for number, drawn in enumerate(drawings):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">{drawn}</svg>'
        (tmp_path / f"bed/{number}.svg").write_text(svg, "utf-8")
    text = "".join(f"## Part {n}\n\nDig.\n\n![A bed]({n}.svg)\n\n" for n in range(len(drawings)))
    (tmp_path / "bed/en.md").write_text(f"---\ntitle: A bed\nlang: en\n---\n\n{text}", "utf-8")
    (good,) = goods(tmp_path / "bed/en.md")
    assert set() == told(good, good.data)


def test_drawings_of_odd_measures_raise_nothing(tmp_path: Path) -> None:
    """Parts of a pixel, hair lines, fine opacity, and words at any height, or beyond an edge, are no faults."""
    thin = "".join(f'<path d="M{9 + n * 11} {9 + n * 2}l60 {n + 1}l-60 {n - 5}.7z"/>' for n in range(9))
    heights = '<text x="9" y="-14">Away</text>' + "".join(
        f'<text x="{9 + n * 14}" y="{60 + n}" font-size="9">{n}</text>' for n in range(6)
    )
    drawings = (
        f'width="100.4" height="75.6" viewBox="0 0 100.4 75.6">{STRIPES}',
        f'width="7.4mm" height="6mm" viewBox="0 0 74 60">{STRIPES}',
        f'width="170.5" height="70.5">{thin}',
        f'viewBox="0 0 100 75">{heights}<g opacity="0.70222223"><path fill="#36c" d="M5 5h30v30H5z"/></g>',
    )
    (tmp_path / "bed").mkdir()
    for number, drawn in enumerate(drawings):
        (tmp_path / f"bed/{number}.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {drawn}</svg>', "utf-8")
    text = "".join(f"## Part {n}\n\nDig.\n\n![A bed]({n}.svg)\n\n" for n in range(len(drawings)))
    (tmp_path / "bed/en.md").write_text(f"---\ntitle: A bed\nlang: en\n---\n\n{text}", "utf-8")
    (good,) = goods(tmp_path / "bed/en.md")
    assert set() == told(good, good.data)


def test_tabs_have_the_colours_of_their_sections() -> None:
    """Sections that follow each other have tabs of different colours in a thumb index."""
    (good,) = goods(ONLINE, "clear-print")
    with pikepdf.open(BytesIO(good.data)) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    second, third = b"0.043137 0.290196 0.184314 rg", b"0.478431 0.062745 0.25098 rg"
    assert (True, True) == (second in drawn, third in drawn)


def test_tags_to_which_links_and_bookmarks_of_the_next_profile_lead(tmp_path: Path) -> None:
    """A way that leads to a place on a page, and by its tag to another, is told; those of the press agree."""
    (tmp_path / "publisher.yaml").write_text("pdf_profile: next\n", "utf-8")
    (tmp_path / "bed").mkdir()
    text = "".join(f"## Part {n} {{#p{n}}}\n\nDig the bed, and see [part {4 - n}](#p{4 - n}).\n\n" for n in (1, 2, 3))
    (tmp_path / "bed/en.md").write_text(f"---\ntitle: A bed\nlang: en\n---\n\n{text}", "utf-8")
    (good,) = goods(tmp_path / "bed/en.md")
    assert set() == told(good, good.data)
    for kind in ("/Subtype", "/Title"):
        with pikepdf.open(BytesIO(good.data)) as pdf:
            found = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and kind in one)
            ways = [one for one in found if "/SD" in one.get("/A", {})]
            ways[1].A.SD = ways[-1].A.SD
            changed = BytesIO()
            pdf.save(changed)
        assert {"PDF-017"} == told(good, changed.getvalue())


def test_telephone_link_to_another_country_is_told(tmp_path: Path) -> None:
    """A number that the copy writes without its country is called as it is written, or as the copy's own link says."""
    copy = tmp_path / "en.md"
    contact = "contact:\n  phone: 02 123 45 67\n"
    body = "## Who helps?\n\nCall [us](tel:+3221234567), or [070 12 34 56](tel:+3270123456).\n"
    copy.write_text(f"---\ntitle: Help\nlang: en\n{contact}---\n\n{body}", "utf-8")
    (good,) = built(copy, ("accessible",))
    with pikepdf.open(BytesIO(good.data)) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", ()) if "/A" in link]
        for link in links:
            link.A.URI = pikepdf.String(str(link.A.URI).replace("tel:021", "tel:+9921"))
        abroad = saved(pdf)
    assert (set(), {"PDF-017"}) == (told(good, good.data), told(good, abroad))


def test_narrow_picture_raises_nothing(tmp_path: Path) -> None:
    """A picture that is narrow itself is held as a small one, also where it stands alone in a line of text."""
    narrow = Image.new("LA", (300, 1400), (225, 255))
    draw = ImageDraw.Draw(narrow)
    draw.rectangle((0, 0, 75, 1400), (225, 90))
    draw.ellipse((60, 280, 240, 1120), (120, 200), (20, 255), 6)
    draw.line((0, 0, 300, 1400), (60, 255), 6)
    (tmp_path / "bed").mkdir()
    narrow.save(tmp_path / "bed/pole.png")
    (tmp_path / "bed/en.md").write_text(
        "---\ntitle: A bed\nlang: en\n---\n\n## Beans\n\nA pole.\n\n![A pole](pole.png)\n", "utf-8"
    )
    (good,) = goods(tmp_path / "bed/en.md", "clear-print")
    assert set() == told(good, good.data)


def test_headings_of_many_lines_raise_nothing(tmp_path: Path) -> None:
    """The leader of an entry of the contents stands at its last line, however many there are."""
    copy = tmp_path / "en.md"
    long = "What keeps through the winter, what does not, and what is to be done in the first week of November or so"
    sections = "".join(f"## {title}?\n\nDig.\n\n" for title in (f"{long}, if it has not frozen", "Why", long, "When"))
    copy.write_text(f"---\ntitle: A bed\nlang: en\n---\n\n{sections}", "utf-8")
    for edition in ("accessible", "clear-print"):
        (good,) = goods(copy, edition)
        assert set() == told(good, good.data)


def test_bold_of_a_house_that_is_medium_raises_nothing(tmp_path: Path) -> None:
    """Page numbers are as bold as the bolder of an association's two faces; a number in the other one is told."""
    for name, weight in (("Regular", 400), ("Bold", 500)):
        with TTFont(f"styles/fonts/InclusiveSans-{400 if weight == 400 else 600}.ttf") as font:
            font["OS/2"].usWeightClass = weight
            font.save(tmp_path / f"House-{name}.ttf")
    (tmp_path / "publisher.yaml").write_text(
        "typeface:\n  family: House\n  regular: House-Regular.ttf\n  bold: House-Bold.ttf\n", "utf-8"
    )
    (tmp_path / "bed").mkdir()
    copy = tmp_path / "bed/en.md"
    copy.write_text("---\ntitle: A bed\nlang: en\n---\n\n## Why?\n\nDig **here**.\n", "utf-8")
    (good,) = goods(copy)
    assert set() == told(good, good.data)
    (tmp_path / "light.css").write_text("@page :right { @bottom-right { font-weight: 400; } }\n", "utf-8")
    (tmp_path / "publisher.yaml").write_text(
        (tmp_path / "publisher.yaml").read_text("utf-8") + "style: light.css\n", "utf-8"
    )
    (light,) = built(copy, ("accessible",))
    assert "TYP-012" in told(light, light.data)


def test_borders_of_every_style_raise_nothing(tmp_path: Path) -> None:
    """Double, shaded and dashed borders of an association's sheet are right; one that has lost a line is told."""
    (tmp_path / "publisher.yaml").write_text("style: own.css\n", "utf-8")
    (tmp_path / "own.css").write_text(
        "aside.admonition { border: 3pt double; border-width: 3pt 6pt; }\n"
        "aside.tip { border-style: dashed double solid dotted; border-color: #600 #060 #006 #000; }\n"
        "blockquote { border: 6pt ridge #ccc; }\ntable { border: 4pt groove #888; }\n"
        "figure { border: 5pt inset #999; }\npre { border: 5pt outset #999; }\nh3 { border-bottom: 4pt double; }\n",
        "utf-8",
    )
    (tmp_path / "bed").mkdir()
    Image.new("RGB", (900, 600), (30, 120, 60)).save(tmp_path / "bed/bed.png")
    body = (
        "## Why?\n\n### Now\n\nDig.\n\n!!! note\n    Dig.\n\n!!! tip\n    Rest.\n\n> Deep.\n\n"
        '| a | b |\n|---|---|\n| c | d |\n\n![A bed](bed.png "Ours")\n\n```\ncode\n```\n'
    )
    (tmp_path / "bed/en.md").write_text(f"---\ntitle: A bed\nlang: en\n---\n\n{body}", "utf-8")
    (good,) = goods(tmp_path / "bed/en.md")
    assert set() == told(good, good.data)
    with pikepdf.open(BytesIO(good.data)) as pdf:
        lost = 0
        for page in pdf.pages:
            operations = pikepdf.parse_content_stream(page)
            names = [str(one.operator) for one in operations]
            ends = [at for at in range(len(names)) if names[at : at + 5] == ["re", "re", "re", "re", "f*"]]
            for at in reversed(ends):
                del operations[at + 1]
                lost += 1
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operations))
        changed = saved(pdf)
    assert lost
    assert "PDF-030" in told(good, changed)


def test_boxes_in_items_and_empty_quotations_raise_nothing(tmp_path: Path) -> None:
    """A box has its title in an item of a list too, and of a quotation without a word nothing is announced."""
    copy = tmp_path / "en.md"
    body = '## Why?\n\n- Dig.\n\n    !!! note "Mind"\n        The worms.\n\n- Rest.\n\n>\n\nWater.\n'
    copy.write_text(f"---\ntitle: A bed\nlang: en\n---\n\n{body}", "utf-8")
    (good,) = goods(copy)
    assert set() == told(good, good.data)
