"""Bytes shown in a font become text by its ToUnicode map, else by its encoding."""

from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from clearfold.proof.readers.pdf.fonts.fonts import parse_to_unicode, read_font

CMAP = b"""begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <00660066> endbfchar
3 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <D83DDE00>] <0030> <0031> <10FFFF> endbfrange endcmap"""


def font(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def test_to_unicode_is_parsed() -> None:
    """Single codes, ranges and lists of ranges give text, also ligatures and what is outside the first plane."""
    sizes, text = parse_to_unicode(CMAP)
    assert {2} == sizes
    assert ["A", "ff", "a", "b", "c", "x", "\U0001f600"] == [text[c] for c in (1, 2, 16, 17, 18, 32, 33)]


def test_composite_font_reads_by_its_map() -> None:
    """A composite font's codes have two bytes; a code without text is U+FFFD."""
    stream = DecodedStreamObject()
    stream.set_data(CMAP)
    got = read_font(font(Subtype=NameObject("/Type0"), ToUnicode=stream))
    assert "Affa\ufffd" == got.decode(b"\x00\x01\x00\x02\x00\x10\x00\x99")


def test_simple_fonts_read_by_their_encoding() -> None:
    """Windows, Mac and Standard encoding, and differences from them, give text."""
    differences = ArrayObject([NumberObject(65), NameObject("/eacute"), NameObject("/g999")])
    other = font(BaseEncoding=NameObject("/WinAnsiEncoding"), Differences=differences)
    assert ["\u20ac", "\u00c4", "A", "\u00e9\ufffdC"] == [
        read_font(font(Encoding=NameObject("/WinAnsiEncoding"))).decode(b"\x80"),
        read_font(font(Encoding=NameObject("/MacRomanEncoding"))).decode(b"\x80"),
        read_font(font()).decode(b"A"),
        read_font(font(Encoding=other)).decode(b"ABC"),
    ]
