"""Find the text that a style sheet hides: the proof must not call it read.

Selectors of elements, classes, ids and attributes, and combinations of them, are understood by their last part: a rule
that may hide an element is taken to hide it only where all that its last part says is true of the element.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from clearfold.proof.html.elements import name_of

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ZERO = r"[01](?:px)?"
_HIDDEN = (
    r"display\s*:\s*none",
    r"visibility\s*:\s*(?:hidden|collapse)",
    r"opacity\s*:\s*0(?:\.0*)?",
    r"font-size\s*:\s*0[a-z%]*",
    r"clip-path\s*:\s*inset\(\s*(?:50|100)%\s*\)",
    rf"clip\s*:\s*rect\(\s*{_ZERO}[ ,]+{_ZERO}[ ,]+{_ZERO}[ ,]+{_ZERO}\s*\)",
    r"(?:text-indent|left)\s*:\s*-\d{3,}(?:\.\d+)?[a-z]+",
)
HIDING = re.compile(rf"(?:^|;)\s*(?:{'|'.join(_HIDDEN)})\s*(?:!important\s*)?(?:;|$)", re.IGNORECASE)
SIMPLE = re.compile(r"(?P<mark>[.#]?)(?P<name>[\w-]+|\*)")


def hide(root: Element, sheets: Sequence[str]) -> None:
    """Mark the elements of a document that its style sheets, or a style element of its own, hide."""
    own = ["".join(e.itertext()) for e in root.iter() if name_of(e) == "style"]
    selectors = [selector for sheet in (*sheets, *own) for selector in hiding_selectors(sheet)]
    if not selectors:
        return
    for element in root.iter():
        if name_of(element) and any(fits(selector, element) for selector in selectors):
            element.set("aria-hidden", "true")


def hiding_selectors(sheet: str) -> Iterator[str]:
    """Yield the last parts of the selectors whose rules hide what they select."""
    for selectors, declarations in RULE.findall(COMMENT.sub("", sheet)):
        if HIDING.search(declarations):
            for selector in selectors.split(","):
                parts = re.split(r"[\s>+~]+", selector.strip())
                if parts[-1] and ":" not in parts[-1] and not selector.strip().startswith("@"):
                    yield parts[-1]


def fits(selector: str, element: Element) -> bool:
    """Say whether an element has the name, classes and id that the last part of a selector asks for."""
    for match in SIMPLE.finditer(re.sub(r"\[[^\]]*\]", "", selector)):
        name = match["name"]
        classes = (element.get("class") or "").split()
        right = {"": name in ("*", name_of(element)), ".": name in classes, "#": name == element.get("id")}
        if not right[match["mark"]]:
            return False
    return True
