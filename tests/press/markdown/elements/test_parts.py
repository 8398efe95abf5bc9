"""Parts of a leaflet that people expect are known by their classes."""

import pytest

from clearfold.press.document.parse import parse
from clearfold.press.document.render import xhtml
from clearfold.press.markdown.elements import parts, tables

WEEK = f"<table><tbody><tr>{'<td>1</td>' * 7}</tr></tbody></table>"


@pytest.mark.parametrize(
    ("classes", "html"),
    [
        ('<blockquote class="quotation"><p>Yes.</p><p class="speaker">— A.</p></blockquote>', "<p>Yes.</p><p>— A.</p>"),
        ("<blockquote><p>Yes.</p><p>No.</p></blockquote>", "<p>Yes.</p><p>No.</p>"),
        ("<blockquote><p>— Yes.</p></blockquote>", "<p>— Yes.</p>"),
    ],
)
def test_speaker_of_a_quotation(classes: str, html: str) -> None:
    """Who speaks stands in a last paragraph behind a dash; a quotation of one paragraph names nobody."""
    assert classes == xhtml(parts.finish(parse(f"<blockquote>{html}</blockquote>")))


@pytest.mark.parametrize(
    ("known", "html"),
    [
        (True, f'<div class="admonition calendar">{WEEK}</div>'),
        (False, f'<div class="admonition note">{WEEK}</div>'),
        (False, f'<div class="admonition calendar">{WEEK.replace("<td>1</td>", "", 1)}</div>'),
    ],
)
def test_days_of_a_calendar(known: bool, html: str) -> None:
    """A table of seven columns in a calendar is one of days."""
    assert known is ('class="days"' in xhtml(parts.finish(parse(html))))


@pytest.mark.parametrize(("headers", "box"), [(0, "calendar"), (1, "note")])
def test_marked_mondays_are_no_headers(headers: int, box: str) -> None:
    """Where each Monday of a calendar is marked, it stays a day; elsewhere such a column is one of headers."""
    week = WEEK.replace("<td>1</td>", "<td><strong>1</strong></td>", 1)
    found = xhtml(tables.finish(parts.finish(parse(f'<div class="admonition {box}">{week}</div>'))))
    assert headers == found.count('scope="row"')
