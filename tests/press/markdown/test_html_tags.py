"""The tags of HTML as they are written."""

import pytest

from clearfold.press.markdown.html_tags import left_open, tags_of, too_deep


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ([("p", 1, 1), ("p", 1, 5)], "<p>x</p>"),
        ([("br", 2, 2)], "x\n <br/>"),
        ([("b", 1, 17)], "<!-- <i> --> x <<b>"),
        ([("b", 1, 14)], "<![CDATA[x]]><b>"),
        ([("b", 1, 12)], "<![^1]: x> <b>"),
        ([("a", 1, 1)], '<a title="<b>">'),
    ],
    ids=["both ends", "a second line", "a comment", "a section of XML", "what begins as one", "an attribute"],
)
def test_tags_have_their_places(expected: list[tuple[str, int, int]], html: str) -> None:
    """Each tag is told with line and column; comments and attributes hold none."""
    assert expected == [(tag.name, tag.line, tag.column) for tag in tags_of(html)]


def test_first_of_two_attributes_counts() -> None:
    """Of an attribute that stands twice, HTML takes the first."""
    (tag,) = tags_of('<i class="a" class="b" id>')
    assert (("class", "a"), ("id", "")) == tag.attributes


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ([], "<ul><li>One<li>two</ul><p>three<br>"),
        (["div"], "<div><b>One</b>"),
        (["b"], "<div><b>One</div>"),
        ([], "<p>One</b>"),
    ],
    ids=["ends that may be left out", "to the end", "to the end of what is around it", "an end alone"],
)
def test_elements_that_are_left_open(expected: list[str], html: str) -> None:
    """What HTML wants closed is told where it is not."""
    assert expected == [tag.name for tag in left_open(tags_of(html))]


def test_words_of_what_is_too_deep() -> None:
    """What is nested too deep is told by its first words."""
    tags = tags_of("<div><div><div>One <b>two</b></div></div></div>")
    assert ("One two", None) == (too_deep(tags, 2), too_deep(tags, 4))
