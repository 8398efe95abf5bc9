"""What is said of contracted braille beside findings: who read its words, and what that does not show."""

from collections.abc import Sequence

from clearfold.model.messages import joined, message
from clearfold.proof.readers.braille.contracted import version
from clearfold.proof.readers.braille.decoding import words_read_otherwise
from clearfold.proof.readers.braille.languages import Language

LISTED = 40  # words


def contractions(texts: Sequence[str], language: Language) -> str:
    """Return what of a copy's texts in contracted braille is not looked at, "" of texts that are not contracted."""
    if not language.table:
        return ""
    pairs = [pair for text in texts for pair in words_read_otherwise(text, language)]
    many = sum(len(text.split()) for text in texts)
    other = sum(max(len(one.split()), len(two.split())) for one, two in pairs)
    values = {"version": version(), "other": other, "many": many}
    if language.unread:
        return message(
            "words: not run, liblouis {version} reads {other} of {many} words otherwise than it was given them, so "
            "that nothing can be read back; whoever reads this braille must read it first",
            **values,
        )
    pairs_told = [message("“{one}” as “{two}”", one=one, two=two) for one, two in dict.fromkeys(pairs[:LISTED])]
    return message(
        "table of contractions: not run, the words were read backwards with the table that wrote them: this shows that "
        "the cells are those of the words, not that the table is right; liblouis {version} reads {other} of {many} "
        "words otherwise than it was given them: {words}",
        **values,
        words=joined("; ", pairs_told) if pairs_told else "–",
    )
