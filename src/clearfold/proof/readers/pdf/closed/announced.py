"""Hold what the tags of a PDF announce beside their words against these: lists, tables, references, links, pictures."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from clearfold.model.messages import message
from clearfold.proof.compare.addresses import plain_address
from clearfold.proof.compare.letters import fold
from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.closed.elements import Element, frames, read_elements
from clearfold.proof.readers.pdf.closed.headed_cells import cells_of
from clearfold.proof.readers.pdf.closed.inventory import Strange
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.file import PdfFile, origin
from clearfold.proof.readers.pdf.objects import dictionary, floats, items
from clearfold.proof.readers.pdf.operators.matrix import around, box_of, point
from clearfold.proof.readers.pdf.structure import Key
from clearfold.proof.readers.pdf.structure_types import list_numbering, text_of
from clearfold.proof.readers.pdf.text_pieces import Piece

BULLETS = frozenset(("Disc", "Circle", "Square"))
SERIES = (
    (re.compile(r"\d+[.)]?"), frozenset(("Decimal",))),
    (re.compile(r"[ivxlcdm]+[.)]?"), frozenset(("LowerRoman", "LowerAlpha"))),
    (re.compile(r"[IVXLCDM]+[.)]?"), frozenset(("UpperRoman", "UpperAlpha"))),
    (re.compile(r"[a-z]+[.)]?"), frozenset(("LowerAlpha",))),
    (re.compile(r"[A-Z]+[.)]?"), frozenset(("UpperAlpha",))),
)
LIKE = (["LBody"], ["Lbl", "LBody"])  # the parts of an item
TERMS = ("None", "Description")
REFERENCE = re.compile(r"\s*\[\d+\]")
MARK = re.compile(r"\d+[.)]|[^\w\s]")
"""A label that is a number, or a sign."""
ABOVE = 120.0  # points by which a destination may stand above the baseline of its words
LETTERS = 0.5  # of the type size: as high as this over its baseline a line has letters
CLOSE = 1.5  # points
OF_CONTENT, OF_ARTIFACTS = frozenset(("MCID", "ActualText")), frozenset(("Type", "Subtype", "Attached"))


@foreign()
def read_announced(
    pdf: PdfFile, *, scoped: bool, calls: Collection[str], ways: Mapping[str, Collection[str]]
) -> tuple[Strange, ...]:
    """Return what is announced otherwise than it is.

    ``scoped`` tables have scopes of the copy's own; ``calls`` are the figures of the telephone numbers to which links
    of the copy lead by themselves, ``ways`` the addresses of all its links by their words.
    """
    elements = read_elements(pdf)
    by_number = {element.number: element for element in elements}
    destinations = destinations_of(pdf)
    drawn = {key: at for at, key in enumerate(key for key, *_ in frames(pdf) if key[-1] >= 0)}
    found: list[Strange] = [*_identities(pdf, elements), *_sequences(pdf, elements), *_beside_all(pdf, elements)]
    for element in elements:
        says = [*_references(element, by_number), *_links(pdf, element, by_number, destinations, calls)]
        says += _strayed(element, ways)
        if element.kind == "L":
            says += [*_list(element), *_late(element, drawn)]
        elif element.kind == "TOC" and not _is_headed(element):
            says.append(message("the contents do not stand behind their heading"))
        elif element.kind == "Table":
            says += cells_of(element, scoped=scoped)
        found += [Strange(place(max(element.page, 0)), what) for what in says]
    return tuple(found)


def _list(element: Element) -> Iterator[str]:
    """Yield where a list says of its labels what they are not; one that explains terms says nothing of them."""
    said = list_numbering(element.entries) or "None"
    entries = [item for item in element.kids if item.kind == "LI"]
    labels = [kid.text.strip("() ") for item in entries for kid in item.kids if kid.kind == "Lbl"]
    if said in TERMS:
        if labels and all(MARK.fullmatch(label) for label in labels):
            yield message("a list says nothing of the label “{labels}”", labels=labels[0])
        return
    broken = next((item for item in entries if _kinds(item) not in LIKE), None)
    if broken is not None:
        yield message("an item of a list has no label, or no body: “{text}”", text=broken.text[:40])
    for label in labels:
        if said not in next((kinds for pattern, kinds in SERIES if pattern.fullmatch(label)), BULLETS):
            yield message("a list says {said} of the label “{label}”", said=said, label=label[:20])
            return


def _late(element: Element, drawn: dict[Key, int]) -> Iterator[str]:
    """Yield where the label of an item is drawn elsewhere than right before its words: there it would be copied."""
    for item in element.kids:
        labels, words = (
            [drawn[key] for kid in item.kids if kid.kind == kind for key in kid.worded_marks() if key in drawn]
            for kind in ("Lbl", "LBody")
        )
        if labels and words and max(labels) != min(words) - 1 and not _begins_with_a_picture(item):
            yield message("the label of “{text}” is drawn elsewhere than before it", text=item.text[:40])


def _begins_with_a_picture(item: Element) -> bool:
    """Say whether a picture is the first that an item holds: a block of its own is drawn before all lines of a page."""
    first = item
    while first.kind != "Figure" and first.kids:
        first = next((kid for kid in first.kids if kid.kind != "Lbl"), first.kids[0])
    return first.kind == "Figure"


def _kinds(element: Element) -> list[str]:
    return [kid.kind for kid in element.kids]


def _identities(pdf: PdfFile, elements: Sequence[Element]) -> Iterator[Strange]:
    """Yield where names of elements stand twice, or the tree of names does not lead to them."""
    named = [(text_of(one.entries, "/ID"), one.number) for one in elements if "/ID" in one.entries]
    double = [name for name, count in Counter(name for name, _ in named).items() if count > 1]
    if double:
        yield Strange(message("tags"), message("two tags have the name “{double}”", double=double[0]))
    tree = dictionary(pdf.tree.get("/IDTree")) if pdf.tree is not None else None
    listed = items(tree.get("/Names")) if tree is not None else []
    pairs = zip(listed[::2], listed[1::2], strict=False)
    told = {(str(name), one.idnum if isinstance(one, IndirectObject) else 0) for name, one in pairs}
    names = [str(name) for name in listed[::2]]
    if told != set(named) or names != sorted(names):  # programs look for a name as in a dictionary
        yield Strange(message("tags"), message("the tree of names leads to other tags than have them"))


def _beside_all(pdf: PdfFile, elements: Sequence[Element]) -> Iterator[Strange]:
    """Yield the named destinations that stand above no element: addresses lead to them, also where no link does."""
    by_number = {element.number: element for element in elements}
    for name, value in _named(pdf):
        where, entries = _array(value), dictionary(value)
        goal = items(entries.get("/SD")) if entries is not None else []
        meant = by_number.get(goal[0].idnum) if goal and isinstance(goal[0], IndirectObject) else None
        if where is not None and not any(stands(pdf, where, one) for one in ([meant] if meant else elements)):
            yield Strange(message("destinations"), message("“{name}” leads to a place where nothing begins", name=name))


def _references(element: Element, by_number: dict[int, Element]) -> Iterator[str]:
    """Yield where an entry of contents, or a note, is tied to something else than its words say."""
    targets = [by_number[number] for number in element.refers() if number in by_number]
    if element.kind == "TOCI":
        entry = fold(element.text)
        # An entry leaves out the references to notes that its heading has.
        headings = (targets[0].text, REFERENCE.sub("", targets[0].text)) if len(targets) == 1 else ()
        if not any(entry.startswith(fold(words)) for words in headings):
            yield message("the entry “{text}” of the contents refers to another heading", text=element.text[:40])
    elif element.kind in ("Note", "FENote"):
        for one in targets:
            if element.number not in one.refers() or fold(one.text) != fold(_label(element)):
                yield message(
                    "the note “{text}” and “{text2}” do not refer to each other",
                    text=element.text[:40],
                    text2=one.text[:20],
                )
    elif any(one.kind in ("Note", "FENote") and element.number not in one.refers() for one in targets):
        yield message("“{text}” refers to a note that does not refer to it", text=element.text[:20])


def _label(note: Element) -> str:
    return next((kid.text for kid in note.kids if kid.kind == "Lbl"), "")


def _links(
    pdf: PdfFile,
    element: Element,
    by_number: dict[int, Element],
    named: dict[str, ArrayObject],
    calls: Collection[str],
) -> Iterator[str]:
    """Yield where a link says other words than it has, or leads elsewhere than they and its references say."""
    for link in element.links:
        words = element.text
        if fold(text_of(link, "/Contents")) not in (fold(element.aloud()), fold("".join(element.heard))):
            yield message(
                "a link over “{words}” says “{text_of}”",
                words=(words or element.aloud())[:40],
                text_of=text_of(link, "/Contents")[:40],
            )
        action = dictionary(link.get("/A"))
        address = str(action.get("/URI", "")) if action is not None else ""
        scheme, _, rest = address.partition(":")
        number = re.sub(r"\D", "", rest)
        if scheme == "tel" and number not in calls and number != re.sub(r"\D", "", words):
            yield message("“{words}” calls {rest}", words=words[:40], rest=rest)
        elif scheme == "mailto" and "@" in words and rest.partition("?")[0].casefold() not in words.casefold():
            yield message("“{words}” writes to {rest}", words=words[:40], rest=rest)
        goal = link.get("/Dest") if action is None else action.get("/D")
        where = resolved(goal, named)
        if goal is not None and where is None:
            yield message("the link “{words}” leads to a name that is nowhere", words=words[:40])
        outer = element.around("TOCI")
        note = element.around("Note") or element.around("FENote")
        back = note is not None and fold(words) == fold(_label(note))  # any other link of a note leads where it says
        tied = (outer or element).refers() or (note.refers() if note is not None and back else [])
        targets = [by_number[number] for number in tied if number in by_number]
        if where is not None and targets and not any(stands(pdf, where, one) for one in targets):
            yield message(
                "the link “{words}” leads elsewhere than to “{text}”", words=words[:40], text=targets[0].text[:40]
            )
        parted = parts(pdf, action, named, by_number)
        if parted is not None:
            yield message(
                "the link “{words}” leads elsewhere than to “{text}”", words=words[:40], text=parted.text[:40]
            )


def _is_headed(contents: Element) -> bool:
    """Say whether contents are read right behind their heading; those within contents have none."""
    if contents.parent is None or contents.parent.kind != "Sect":
        return True
    kinds = [kid.kind for kid in contents.parent.kids]
    return re.fullmatch(r"H[1-6]?", kinds[kinds.index("TOC") - 1]) is not None and kinds.index("TOC") > 0


def _strayed(element: Element, ways: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Yield where a link leads out of the file to what is not its words' address in the copy."""
    wanted = ways.get(fold(element.text)) or {address for known in ways.values() for address in known}
    for link in element.links:
        action = dictionary(link.get("/A"))
        address = str(action.get("/URI", "")) if action is not None else ""
        if address and plain_address(address) not in wanted:
            yield message("“{words}” leads to {address}", words=element.text[:40], address=address)


def destinations_of(pdf: PdfFile) -> dict[str, ArrayObject]:
    """Return the named destinations."""
    return {name: target for name, value in _named(pdf) if (target := _array(value)) is not None}


def _named(pdf: PdfFile) -> Iterator[tuple[str, PdfObject]]:
    """Yield the names of destinations, and what each stands for."""
    names = dictionary(pdf.catalogue.get("/Names"))
    waiting = [dictionary(names.get("/Dests"))] if names is not None else []
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        waiting += [dictionary(kid) for kid in items(node.get("/Kids"))]
        listed = items(node.get("/Names"))
        yield from zip(map(str, listed[::2]), listed[1::2], strict=False)


def resolved(goal: PdfObject | None, named: dict[str, ArrayObject]) -> ArrayObject | None:
    """Return the destination that is given, or that a name stands for; None where there is none."""
    if goal is None:
        return None
    return _array(goal) or named.get(str(goal.get_object()))


def _array(value: PdfObject) -> ArrayObject | None:
    target = value.get_object()
    inner = target.get("/D") if isinstance(target, DictionaryObject) else target
    found = inner.get_object() if isinstance(inner, PdfObject) else None
    return found if isinstance(found, ArrayObject) else None


def stands(pdf: PdfFile, where: ArrayObject, element: Element) -> bool:
    """Say whether a destination stands above the first words of an element, with no line of others between.

    Words of a drawing may lie beyond its edge, where nobody sees them.
    """
    first = element.first
    if first is None or not isinstance(where[0], IndirectObject) or len(where) < 4:
        return True  # of a picture, or a destination without a height, nothing is known here
    page = pdf.page_of.get(where[0].idnum, -1)
    if page != first.page:
        return False
    left, high = point(origin(pdf.reader.pages[page]), *floats(list(where[2:4])))
    start, low = min(first.starts), first.y + LETTERS * first.size
    if left > start + CLOSE or not low <= high <= first.y + ABOVE:
        return False
    return not any(
        low < piece.y < high and piece.text.strip() and not (piece.artifact or piece.figure) and _beside(piece, first)
        for piece in pdf.pages[page].pieces
    )


def _beside(piece: Piece, first: Piece) -> bool:
    """Say whether a piece stands in the column of another."""
    return min(piece.starts) < max(first.ends) and max(piece.ends) > min(first.starts)


def parts(
    pdf: PdfFile, action: DictionaryObject | None, named: dict[str, ArrayObject], by_number: dict[int, Element]
) -> Element | None:
    """Return the element to which an action leads by its tag, where that begins elsewhere than its place on a page.

    Some programs follow the one, some the other (ISO 32000-2, 12.3.2.3). The whole document stands for no element.
    """
    goal = items(action.get("/SD")) if action is not None else []
    meant = by_number.get(goal[0].idnum) if goal and isinstance(goal[0], IndirectObject) else None
    where = resolved(action.get("/D"), named) if action is not None else None
    if meant is None or where is None or meant.kind == "Document" or _begins_with_a_picture(meant):
        return None
    return None if stands(pdf, where, meant) else meant


def _sequences(pdf: PdfFile, elements: Sequence[Element]) -> Iterator[Strange]:
    """Yield where marked content says more than its tag, or is called otherwise; and pictures with another box."""
    owners = {key: element for element in elements for key in element.marks}
    for key, tag, keys, inner, clip in frames(pdf):
        artifact = tag == "Artifact"
        if inner or not keys <= (OF_ARTIFACTS if artifact else OF_CONTENT):
            yield Strange(
                place(key[0]),
                message(
                    "marked content {tag} has {keys}",
                    tag=tag,
                    keys=", ".join(sorted(keys)) or message("another around it"),
                ),
            )
            continue
        owner = owners.get(key)
        if owner is None:
            continue
        if tag != owner.kind:
            yield Strange(
                place(key[0]), message("marked content is called {tag}, and its tag {kind}", tag=tag, kind=owner.kind)
            )
        if owner.kind == "Figure":
            boxes = [one for entry in items(owner.entries.get("/A")) if (one := dictionary(entry)) is not None]
            given = [box_of(items(one["/BBox"])) for one in boxes if "/BBox" in one]
            placed = [around(origin(pdf.reader.pages[key[0]]), box) for box in given]
            if any(max(abs(a - b) for a, b in zip(_sides(one), _sides(clip), strict=True)) > CLOSE for one in placed):
                yield Strange(
                    place(key[0]),
                    message(
                        "the picture “{text_of}” is said to be elsewhere", text_of=text_of(owner.entries, "/Alt")[:40]
                    ),
                )


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top
