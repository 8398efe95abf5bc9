"""What stands in a document beside its text: readings over characters, and words that some readers show instead.

It is taken out of the text before that is compared, and noted, so that nobody takes it for compared.
"""

from collections.abc import Iterator
from unicodedata import name
from xml.etree.ElementTree import Element

from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.html.elements import name_of

SPOKEN = ("HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL", "LATIN", "COMBINING", "MODIFIER")
BASES = ("CJK", "HIRAGANA", "KATAKANA")
READING, CHOICE = "data-reading", "data-choice"  # the words that were taken out
SHOWN = 60  # letters of them that are told


def set_aside(root: Element) -> None:
    """Take out of the text what stands beside it."""
    for element in list(root.iter()):
        if name_of(element) == "ruby":
            _read(element)
        elif name_of(element) == "switch":
            _choose(element)


def beside(root: Element) -> Iterator[str]:
    """Yield in plain words what was taken out."""
    readings = " ".join(element.get(READING) or "" for element in root.iter() if element.get(READING))
    if readings:
        yield message("readings over characters: {words}", words=f"“{readings[:SHOWN]}”")
    for element in root.iter():
        if words := element.get(CHOICE):
            yield message("words that some readers show in place of others: {words}", words=f"“{words[:SHOWN]}”")


def _read(ruby: Element) -> None:
    """Take out how characters are read (HTML 4.5.10); what has figures, or stands over other words, is text.

    The brackets are for readers that cannot set readings apart.
    """
    given = [child for child in ruby if name_of(child) in ("rt", "rp")]
    readings = "".join("".join(child.itertext()) for child in given if name_of(child) == "rt")
    base = (ruby.text or "") + "".join(
        ("" if child in given else "".join(child.itertext())) + (child.tail or "") for child in ruby
    )
    if _all_of(readings, SPOKEN) and _all_of(base, BASES):
        ruby.set(READING, readings.strip())
        for child in given:
            _take_out(ruby, child)


def _choose(switch: Element) -> None:
    """Keep of a choice what every reader can show (EPUB Content Documents 3.2, 2.3.4)."""
    usual = [child for child in switch if name_of(child) == "default"]
    others = [child for child in switch if name_of(child) == "case"]
    for child in others if usual else ():
        words = " ".join("".join(child.itertext()).split())
        if fold(words) != fold("".join(usual[0].itertext())):
            switch.set(CHOICE, words)
        _take_out(switch, child)


def _all_of(text: str, scripts: tuple[str, ...]) -> bool:
    letters = [char for char in text if not char.isspace()]
    return bool(letters) and all(name(char, "").startswith(scripts) for char in letters)


def _take_out(parent: Element, child: Element) -> None:
    """Take an element out of its parent; what follows it stays."""
    at = list(parent).index(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)
