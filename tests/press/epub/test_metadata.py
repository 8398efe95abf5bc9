"""What a book says of itself is true of its files, and it claims no standard that nobody has held it against."""

from pathlib import Path

import pytest

from tests.press.epub.books import EXAMPLE, book_of, leaflet_at, pair_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/>{}</svg>'
EVALUATION = """evaluation:
  by: Tea Reviews
  date: 2026-03-04
  standard: EPUB Accessibility 1.1 - WCAG 2.2 Level AA
  report: https://example.com/tea
"""


def test_book_without_pictures_claims_none(tmp_path: Path) -> None:
    """No picture, no text alternatives, and nothing that has to be seen."""
    book = book_of("Text.", folder=tmp_path)
    assert ["textual"] == book.metadata("schema:accessMode") == book.metadata("schema:accessModeSufficient")
    assert "alternativeText" not in book.metadata("schema:accessibilityFeature")
    assert "picture" not in book.metadata("schema:accessibilitySummary")[0]


@pytest.mark.parametrize(
    ("picture", "described"), [("![A square](a.svg)", True), ("![](a.svg){role=presentation}", False)]
)
def test_picture_counts_where_it_tells_something(tmp_path: Path, picture: str, described: bool) -> None:
    """One that is described is a way in which the text is given; one that decorates is not."""
    (tmp_path / "a.svg").write_text(SVG.format(""), "utf-8")
    book = book_of(f"Text.\n\n{picture}", folder=tmp_path)
    assert described is ("visual" in book.metadata("schema:accessMode"))
    assert described is ("textual,visual" in book.metadata("schema:accessModeSufficient"))
    assert described is ("alternativeText" in book.metadata("schema:accessibilityFeature"))


@pytest.mark.parametrize(
    ("inside", "hazard"), [("", "none"), ('<animate attributeName="x" dur="1s" repeatCount="9"/>', "unknown")]
)
def test_picture_that_moves_is_not_said_to_be_harmless(tmp_path: Path, inside: str, hazard: str) -> None:
    """Nobody has judged whether it flashes; the summary says that something moves."""
    (tmp_path / "a.svg").write_text(SVG.format(inside), "utf-8")
    book = book_of("![A square](a.svg)", folder=tmp_path)
    assert [hazard] == book.metadata("schema:accessibilityHazard")
    assert (hazard == "unknown") is ("move" in book.metadata("schema:accessibilitySummary")[0])


def test_standard_is_claimed_only_where_somebody_has_judged(tmp_path: Path) -> None:
    """EPUB Accessibility 1.1, 4.3: the standard, who judged, when, and their report; without them, nothing."""
    judged = book_of("Text.", EVALUATION, tmp_path)
    assert ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"] == judged.metadata("dcterms:conformsTo")
    assert ["Tea Reviews"] == judged.metadata("a11y:certifiedBy")
    assert ["2026-03-04"] == judged.metadata("dcterms:date")
    report = "//opf:link[@rel='a11y:certifierReport']/@href"
    assert ["https://example.com/tea"] == judged.strings("content.opf", report)
    plain = book_of("Text.", folder=tmp_path)
    assert [] == [*plain.metadata("dcterms:conformsTo"), *plain.metadata("a11y:certifiedBy")]


@pytest.mark.slow("writes a book with its pages")
def test_front_matter_is_what_the_package_says() -> None:
    """Title, subtitle, language, authors, publisher, date, audience, licence and version, in the leaflet's language."""
    leaflet = leaflet_at(EXAMPLE)
    data, book = leaflet.metadata, pair_of(leaflet)[1]
    assert [data.title, data.subtitle] == book.strings("content.opf", "//dc:title/text()")
    assert [data.lang] == book.strings("content.opf", "//dc:language/text()")
    assert list(data.authors) == book.strings("content.opf", "//dc:creator/text()")
    assert [data.publisher] == book.strings("content.opf", "//dc:publisher/text()")
    assert [str(data.published)] == book.strings("content.opf", "//dc:date/text()")
    assert [data.audience] == book.strings("content.opf", "//dc:description/text()")
    assert [data.version] == book.metadata("schema:version")
    assert "Dit e-boek" in book.metadata("schema:accessibilitySummary")[0]
