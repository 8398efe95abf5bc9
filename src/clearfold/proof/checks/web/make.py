"""Web page: it holds the elements, the style and the script of its edition, and asks nobody for anything."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.epub.own.cells import misheaded
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.cards import is_said
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.labels import mislabelled
from clearfold.proof.readers.epub.closed.pieces import misplaced
from clearfold.proof.readers.epub.closed.trees import known_of, strange_in
from clearfold.proof.readers.epub.style_rules import addresses
from clearfold.proof.readers.web.file import LINKED_DATA, WebPage
from clearfold.proof.readers.web.grammar import strangers
from clearfold.proof.readers.web.kinds import CHOICES, PAGE, SPACES
from clearfold.proof.readers.web.languages import without_list
from clearfold.proof.readers.web.made import SCRIPT, foreign_rules, own_part, shipped

# Attributes by which a browser fetches something as soon as it shows a page, or sends something (HTML, 4).
FETCHING = frozenset("src srcset poster data background action formaction ping".split())
AID, AIDS = "reading aid", frozenset({"summary", "legend", "label"})
"""What furniture calls the words of the reading aids, and the elements that have them."""
FETCHING_ELEMENTS = frozenset({"link", "base"})


def requests(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what a browser would fetch."""
    page = evidence.web
    if page is None:
        return
    for element in page.root.iter():
        name = name_of(element)
        for attribute, value in element.attrib.items():
            fetching = attribute in FETCHING or (attribute == "href" and name in FETCHING_ELEMENTS)
            if fetching and value and not value.startswith("data:"):
                yield finding(
                    "WEB-001",
                    None,
                    found=value[:80],
                    fact=message("{attribute}=“{value}” on <{name}>", attribute=attribute, value=value[:80], name=name),
                )
    for sheet in page.sheets:
        for address in addresses(sheet):
            if not address.startswith(("data:", "#")):
                yield finding(
                    "WEB-001", None, found=address[:80], fact=message("{address} in its style", address=address[:80])
                )
    for name, content in page.metas("http-equiv"):
        if name == "refresh":
            yield finding(
                "WEB-001", None, found=content, fact=message("it leads on by itself: {content}", content=content)
            )


def elements(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find elements and attributes that no page of ours has, each sort once, and names that two elements have."""
    page = evidence.web
    if page is None or not evidence.ours:
        return
    strange = list(strangers(page.root))
    found = Counter(what for element, what in strange if not _is_told(element, what))
    if not strange:  # what each element may hold is right; now their order, and what each must have
        trees = copy_trees(evidence.expected.markup)
        parts = (
            what
            for what in strange_in(without_list(page.root), PAGE, SPACES, known_of(trees))
            if not what.startswith("the id ")
        )
        found.update((*parts, *_lacking(page), *misplaced(trees, [page.body]), *misheaded(page.body, trees)))
        found.update(_misnamed(page, [one.text for one in evidence.furniture if one.name == AID]))
        closing = {one.text for one in evidence.furniture if one.name == "close"}
        said = page.body.get("data-close") or ""
        if closing and said not in closing:
            found[message("a button that closes a note and says {words}", words=quoted(said))] = 1
        if all("href" in link.attrib for tree in trees for link in tree.iter("a")):
            found.update(
                message("a link without an address") for link in page.body.iter("a") if "href" not in link.attrib
            )
    if not page.standard:
        found[message("another document type, by which a browser shows it as a page of former times")] = 1
    for what, count in found.items():
        times = message(", {count} times", count=count) if count > 1 else ""
        yield finding("WEB-005", None, found=what, fact=f"{what}{times}")
    names = Counter(name for element in page.root.iter() if (name := element.get("id")))
    for name, count in names.items():
        if count > 1:
            yield finding("WEB-010", None, found=name, fact=message("{count} with id=“{name}”", count=count, name=name))


def _lacking(page: WebPage) -> Iterator[str]:
    """Yield what regions and reading aids must say, and do not."""
    met: set[str] = set()
    for element in (*page.body.iter("nav"), *page.body.iter("section")):
        named = element.get("aria-label") or element.get("aria-labelledby") or ""
        first = next(iter(element), None)
        headed = first is not None and name_of(first) == "h2"
        words = " ".join("".join(first.itertext()).split()) if first is not None and headed else ""
        right = words if name_of(element) == "nav" else (first.get("id") or "") if first is not None and headed else ""
        if name_of(element) == "section":
            # Two regions of one name cannot be told apart in a list of them: the second is none.
            right = "" if words.casefold() in met and not element.get("role") else right
            met.add(words.casefold())
        if (element.get("class") or "").split()[:1] in (["panel"], ["part"], ["contents"]) and named != right:
            yield message(
                "a <{name_of}> that is called “{named}”, and not “{right}”",
                name_of=name_of(element),
                named=named,
                right=right,
            )
    for cell in page.body.iter("td"):
        if any(child.get("class") == "label" and child.get("aria-hidden") is None for child in cell):
            yield message("a head before its cell that is said as well")
    chosen = [(one.get("name"), one.get("value"), "checked" in one.attrib) for one in page.body.iter("input")]
    ours = [(name, value, value == dict(reversed(CHOICES))[name]) for name, value in CHOICES]
    if chosen != ours:
        yield message("other choices among the reading aids, or in another order")


def _misnamed(page: WebPage, wanted: list[str]) -> Iterator[str]:
    """Yield which reading aids have the words of another; ``wanted`` are theirs in order, each once."""
    named = [element for aids in page.body.iter("details") for element in aids.iter() if name_of(element) in AIDS]
    words = [" ".join("".join(element.itertext()).split()) for element in named]
    if wanted and [word for word in dict.fromkeys(words) if word] != wanted[-len(dict.fromkeys(words)) :]:
        yield message("reading aids in other words, or in another order")
    labels: dict[str, str] = {}
    for element, word in zip(named, words, strict=True):
        value = next((child.get("value") or "" for child in element if name_of(child) == "input"), "")
        if value and labels.setdefault(value, word) != word:
            yield message("a reading aid that is called {word}, and elsewhere otherwise", word=quoted(word))
    if [button.get("class") for button in page.body.iter("button")] != ["read", "stop"]:
        yield message("buttons that do another thing than they say")


def page_labels(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of cells on a narrow screen whose label is another column's, or is missing: the eye takes it for true."""
    page = evidence.web
    if page is None or not evidence.ours:
        return
    for table in page.body.iter("table"):
        classes = (table.get("class") or "").split()
        if "stacked" in classes and "cards" not in classes and is_said(table, lambda _: True):
            fact = message("a head that is drawn above cards which say it, on a narrow screen")
            yield finding("WEB-005", None, fact=fact)
    for words, label, head in mislabelled(page.body):
        fact = message(
            "{words} stands under {label}, not under {head}",
            words=quoted(words),
            label=quoted(label or message("nothing")),
            head=quoted(head),
        )
        yield finding("WEB-005", None, expected=head, found=label, fact=fact)


def style(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold the page's style against the edition's sheet: to the letter, but for fonts and the association's tokens."""
    page = evidence.web
    if page is None or not evidence.ours:
        return
    own = own_part(page.sheets[0]) if len(page.sheets) == 1 else None
    if own is None:
        yield finding(
            "WEB-002",
            None,
            fact=message("{sheets} style elements, or another sheet than the edition's", sheets=len(page.sheets)),
        )
        return
    for rule in foreign_rules(own):
        yield finding("WEB-002", None, found=rule, fact=rule)


def script(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold the page's scripts against the edition's, and its policy against what is in it."""
    page = evidence.web
    if page is None or not evidence.ours:
        return
    running = [text.replace("\r\n", "\n").strip() for kind, text in page.scripts if kind != LINKED_DATA]
    if running != [shipped(SCRIPT)]:
        yield finding(
            "WEB-003", None, fact=message("{running} scripts, or another than the edition's", running=len(running))
        )
    said = [content for name, content in page.metas("http-equiv") if name == "content-security-policy"]
    if said != [_policy(page)]:
        yield finding("WEB-004", None, found="; ".join(said), fact="; ".join(said)[:90] or message("no policy"))


def _is_told(element: Element, what: str) -> bool:
    """Say whether another check tells of what is strange: what is fetched, and scripts."""
    name, attribute = name_of(element), what.split("=")[0].split(" on ")[0]
    fetched = attribute in FETCHING or (attribute == "href" and name in FETCHING_ELEMENTS)
    value = element.get(attribute) or ""
    fetched = fetched and bool(value) and not value.startswith("data:")
    return fetched or (what.startswith(("<script>", "type=“")) and name == "script")


def _policy(page: WebPage) -> str:
    """Return what a browser needs to be allowed for this page: Content Security Policy 3, with the digests in it."""
    sheets = " ".join(_digest(text) for text in page.sheets)
    scripts = " ".join(_digest(text) for kind, text in page.scripts if kind != LINKED_DATA)
    return (
        f"default-src 'none'; style-src {sheets}; script-src {scripts}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
