"""How nodes are written as XHTML."""

import pytest

from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import Note, Paragraph
from clearfold.press.document.inlines import NoteReference, Text, WayBack
from clearfold.press.document.parse import parse
from clearfold.press.document.render import xhtml


@pytest.mark.parametrize(
    "written",
    [
        '<p class="a" id="b" lang="fr" dir="ltr">One <em>two</em><br/>three</p>',
        "<ul>\n<li>One<ul>\n<li>two</li>\n</ul>\n</li>\n</ul>",
        "<dl>\n<dt>One</dt>\n<dd>\n<p>two</p>\n</dd>\n</dl>",
        '<table>\n<thead>\n<tr>\n<th>One</th>\n<td class="align-left"></td>\n</tr>\n</thead>\n</table>',
        "<table>\n<caption>One</caption><tbody>\n<tr>\n<td>two</td>\n</tr>\n</tbody>\n</table>",
        "<table>\n  <caption>One</caption>\n  <tbody>\n    <tr><th>two</th><td>three</td></tr>\n  </tbody></table>",
        '<aside class="admonition tip">\n<p>One</p>\n</aside>',
        '<figure><img alt="One" src="a.svg"/><figcaption>two</figcaption></figure>',
        "<pre><code>One\n  two\n</code></pre>",
        "<blockquote>\n<p>One &amp; &lt;two&gt;</p>\n</blockquote>\n<hr/>",
        '<a href="#a" title="&quot;One&quot; &lt;two&gt;">three</a>',
    ],
)
def test_what_is_written_is_read_back(written: str) -> None:
    """XHTML that is parsed and written again is the same, to the letter."""
    assert written == xhtml(parse(written))


def test_element_without_text_has_an_end() -> None:
    """HTML would take ``<p/>`` for the beginning of a paragraph that nothing closes."""
    assert "<p></p>" == xhtml([Paragraph(())])


def test_white_space_of_an_attribute_is_kept() -> None:
    """XML reads the end of a line in an attribute as a blank, unless it is written as a character."""
    assert '<p title="a&#10;b"></p>' == xhtml([Paragraph((), Attributes((("title", "a\nb"),)))])


def test_references_and_notes_lead_to_each_other() -> None:
    """A reference has an id of its own, the second one too, and the note leads back to the first."""
    note = Note(3, (Paragraph((WayBack(3), Text(" One."))),))
    assert (
        '<a class="noteref" role="doc-noteref" href="#fn-3" id="fnref-3">[3]</a>'
        '<a class="noteref" role="doc-noteref" href="#fn-3" id="fnref-3-2">[3]</a>'
        '<aside class="note" role="doc-footnote" id="fn-3"><p><a role="doc-backlink" href="#fnref-3">[3]</a> One.</p>'
        "</aside>"
    ) == xhtml([NoteReference(3), NoteReference(3, 2), note])
