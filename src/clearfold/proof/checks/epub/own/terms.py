"""Difficult words in a book of ours: in each part the first use of a term leads to its meaning, and no other does."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import lang_of, name_of
from clearfold.proof.html.terms import terms_of, unled
from clearfold.proof.readers.epub.closed.trees import kinds_in

GLOSSARY, PARTS = "section-glossary", ("section-part", "section-summary")


def book_terms(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of first uses of a term that do not lead to it, and of later ones that do (EPB-071)."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    roots = [epub.documents[path] for path in epub.spine if path in epub.documents]
    glossary = next((e for root in roots for e, kind in kinds_in(root) if kind == GLOSSARY), None)
    terms = terms_of(glossary) if glossary is not None else ()
    for path in epub.spine if terms else ():
        root = epub.documents.get(path)
        if root is None or not any(kind in PARTS for _, kind in kinds_in(root)):
            continue
        body = next((e for e in root if name_of(e) == "body"), root)
        for word, first in unled(body, terms, lang_of(root)):
            fact = (
                message("{word} leads not to its meaning", word=quoted(word))
                if first
                else message("{word} leads there once more", word=quoted(word))
            )
            yield finding("EPB-071", None, place=path, found=word, fact=fact)
