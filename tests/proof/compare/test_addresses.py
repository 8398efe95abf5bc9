"""Addresses that lead to one place are the same, however they are written; others are not."""

import pytest

from clearfold.proof.compare.addresses import belies, same_address

SAME = {
    "an accent, encoded": ("https://example.org/légume", "https://example.org/l%C3%A9gume"),
    "small letters in an encoding": ("https://example.org/%c3%a9", "https://example.org/%C3%A9"),
    "a decomposed accent": ("https://example.org/e\u0301", "https://example.org/\u00e9"),
    "an encoding of a plain letter": ("https://example.org/%7Ea", "https://example.org/~a"),
    "a host with an accent": ("https://müller.example/a", "https://xn--mller-kva.example/a"),
    "an encoded host": ("https://m%C3%BCller.example/a", "https://xn--mller-kva.example/a"),
    "a host in capitals": ("HTTPS://Example.ORG/a", "https://example.org/a"),
    "a last slash": ("https://example.org/", "https://example.org"),
    "a telephone number with marks": ("tel:0800-123.45", "tel:080012345"),
    "a telephone number with brackets": ("TEL:+32%20(2)%20555", "tel:+322555"),
    "mail": ("mailto:rené@example.org", "mailto:ren%C3%A9@example.org"),
}
OTHERS = {
    "a path": ("https://example.org/a", "https://example.org/b"),
    "capitals in a path": ("https://example.org/A", "https://example.org/a"),
    "an encoded slash": ("https://example.org/a%2Fb", "https://example.org/a/b"),
    "a scheme": ("http://example.org/", "https://example.org/"),
    "a telephone number": ("tel:080012345", "tel:080012354"),
    "an extension": ("tel:080012345;ext=1", "tel:080012345;ext=2"),
    "no address": ("https://[a", "https://[b"),
}


@pytest.mark.parametrize(("one", "two"), SAME.values(), ids=SAME)
def test_same_place(one: str, two: str) -> None:
    """What RFC 3966, RFC 3986 and RFC 3987 hold for equal is equal."""
    assert same_address(one, two)


@pytest.mark.parametrize(("one", "two"), OTHERS.values(), ids=OTHERS)
def test_another_place(one: str, two: str) -> None:
    """What may lead elsewhere is told."""
    assert not same_address(one, two)


@pytest.mark.parametrize(
    ("words", "address", "wrong"),
    [
        ("0800 123 45", "tel:0800-123-45", False),
        ("0800 123 45", "tel:+3280012345", False),
        ("+32 (0)800 123 45", "tel:+3280012345", False),
        ("Bel 0800 123 45 of 112", "tel:112", False),
        ("Bel ons", "tel:080012345", False),
        ("0800 123 45", "tel:080012354", True),
        ("info@example.org", "mailto:INFO@example.org?subject=x", False),
        ("info@example.org", "mailto:info@example.com", True),
        ("0800 123 45", "https://example.org", False),
    ],
)
def test_links_that_belie_their_words(words: str, address: str, wrong: bool) -> None:
    """A link calls the number, and writes to the address, that its words say."""
    assert wrong is belies(words, address)
