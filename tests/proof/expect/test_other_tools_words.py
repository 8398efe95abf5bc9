"""The words of other tools' files are read as the copy has them where they are the same to a reader."""

from clearfold.model.transcript import Block, Kind, Span, Transcript
from clearfold.proof.compare.stream import Reading
from clearfold.proof.expect.other_tools_words import in_words_of, plain_language

COPY = Transcript(
    (
        Block(Kind.TITLE, "Griep", lang="nl-BE"),
        Block(Kind.PARAGRAPH, "Een auto-immuunziekte en de luchtwegen", lang="nl-BE", spans=(Span(0, 3, lang="en"),)),
        Block(Kind.TABLE_CELL, "Kuur", lang="nl-BE", header=True),
    ),
    "nl-BE",
)


def read(*blocks: Block) -> tuple[list[str], list[str]]:
    """Return the texts that are compared, and the facts that are told."""
    reading, told = in_words_of(COPY, Reading("content order", Transcript(blocks)))
    return [block.text.replace("\u200b", "") for block in reading.transcript.blocks], [d.fact for d in told]


def test_hyphen_at_the_end_of_a_line_parts_no_word() -> None:
    """The hyphen of a line's end is left out where the copy has the whole word, and told."""
    texts, told = read(Block(Kind.TEXT, "de lucht\u2010", place="page 1"), Block(Kind.TEXT, "wegen", place="page 1"))
    assert ["de lucht", "wegen"] == texts
    assert ["a word is split: at the end of a line: “lucht\u2010wegen”"] == told


def test_hyphen_of_the_copy_stays() -> None:
    """A hyphen that the copy has, and one between words that it does not have, are letters."""
    texts, told = read(Block(Kind.TEXT, "auto-"), Block(Kind.TEXT, "immuunziekte"), Block(Kind.TEXT, "lucht-ballon"))
    assert (["auto-", "immuunziekte", "lucht-ballon"], []) == (texts, told)


def test_words_that_are_joined_before_the_hyphen_are_known() -> None:
    """A space that is lost before the word does not hide its hyphen."""
    assert ["deluchtwegen"] == read(Block(Kind.PARAGRAPH, "delucht\u2010wegen"))[0]


def test_head_of_a_table_that_is_repeated_in_its_cell_is_told_as_repeated() -> None:
    """A cell that holds the copy's head several times over is that many cells; other words are left alone."""
    assert ["Kuur", "Kuur", "Kuur"] == read(Block(Kind.TABLE_CELL, "KuurKuurKuur"))[0]
    assert ["1111"] == read(Block(Kind.TABLE_CELL, "1111"))[0]


def test_contents_in_the_words_of_the_headings_are_no_text() -> None:
    """An entry that reads like a heading is left out; any other stays."""
    entries = ("Griep", "Griep . . . . 12", ". . . . .", "Inhoud")
    assert ["Inhoud"] == read(*(Block(Kind.CONTENTS, entry) for entry in entries))[0]


def test_region_counts_where_the_copy_names_one() -> None:
    """The copy's en may be any English; its nl-BE is no other Dutch; what it does not speak stays as it is."""
    assert ["en", "nl-NL", "de-DE", "nl-be"] == [
        plain_language(lang, COPY) for lang in ("en-US", "nl-NL", "de-DE", "nl-be")
    ]


def test_sign_of_the_way_back_says_nothing() -> None:
    """The sign at the end of a note is left out."""
    assert ["in de winter.", ""] == read(Block(Kind.TEXT, "in de winter.\u21a9\ufe0e"), Block(Kind.TEXT, "\u21a9"))[0]
