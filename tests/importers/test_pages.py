"""Web pages in other codings, and other ways of writing them."""

import pytest

from tests.importers.taken import take


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=utf-8><main><h1>T</h1><p>é ü €</main>".encode(),
        b'<meta http-equiv=x content="text/html; charset=iso-8859-1"><main><h1>T</h1><p>\xe9 \xfc \x80</main>',
        "\ufeff<main><h1>T</h1><p>é ü €</main>".encode("utf-16"),
        "\ufeff<main><h1>T</h1><p>é ü €</main>".encode(),
        b"<main><h1>T</h1><p>\xe9 \xfc \x80</main>",
        b'<?xml version="1.0" encoding="windows-1252"?><main><h1>T</h1><p>\xe9 \xfc \x80</p></main>',
    ],
    ids=["UTF-8", "Latin 1", "UTF-16", "byte order mark", "Windows", "declared in XML"],
)
def test_letters_are_read_in_the_coding_of_the_page(data: bytes) -> None:
    """Whatever its coding, a page says the same."""
    taken = take(data, "a.html")
    assert ("é ü €", ()) == (taken.body, taken.proof.differences)


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        ("<body><article><h1>T</h1><p>a</article><p>b", "a"),
        ("<body><header><h1>T</h1></header><p>a", "a"),
        ("<div role=main><h1>T</h1><p>a</div><p>b", "a"),
        ("<main><h1>T</h1><ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<main><h1>T</h1><table><tr><td><b>A</b><td><b>B</b><tr><td>c<td>d</table>",
         "| **A** | **B** |\n| --- | --- |\n| c | d |"),
        ("<main><h1>T</h1><table><caption>C</caption></table><p>a", "C\n\na"),
        ("<main><h1>T</h1><ul><li>a<ul><li>b</ul><ul><li>c</ul></ul>",
         "- a\n\n    - b\n\n    <!-- another list -->\n\n    - c"),
        ("<main><h1>T</h1><hr><p>a", "---\n\na"),
        ("<main><h1>T</h1><p><a role=doc-glossref href='#t'>a</a> b", "a b"),
        ("<main><h1>T</h1><p>a<p>b</p><h2>B</h2><ul><li><h3>c</h3>d</ul>", "a\n\nb\n\n## B\n\n- **c**\n\n    d"),
    ],
)  # fmt: skip
def test_pages_are_read_as_people_write_them(page: str, copy: str) -> None:
    """The text of a page is found, and its parts are what they are."""
    taken = take(f"<!DOCTYPE html>{page}".encode(), "a.html")
    assert (copy, ()) == (taken.body, taken.proof.differences)
