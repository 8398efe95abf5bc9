"""Hold the structure tree of a PDF against the pages that it speaks of, both ways: marked content, links (14.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject, PdfObject

from clearfold.model.messages import message
from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.closed.inventory import Strange
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.file import PdfFile, origin
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.operators.matrix import around, box_of
from clearfold.proof.readers.pdf.structure import Key, page_of

DEEPEST = 400  # elements within elements


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link can be clicked: its page from 0, its room there, the marked content of its words.

    ``pictured`` is true where a picture is a part of the link.
    """

    page: int
    box: Box
    marks: frozenset[Key]
    pictured: bool


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties the tags of a file to its pages: the areas of links, and what does not agree."""

    links: tuple[LinkArea, ...]
    strange: tuple[Strange, ...]


@foreign()
def read_ties(pdf: PdfFile) -> Ties:
    """Read what ties tags and pages together; a file without tags has no ties, and its links are strange."""
    walk = _Walk(pdf)
    if pdf.tree is not None:
        for kid in items(pdf.tree.get("/K")):
            walk.element(kid, -1, frozenset(), 0)
    areas = list(_areas(pdf, walk))
    strange = (*walk.strange, *_parents(pdf, walk))
    strange += tuple(
        Strange(place(page), message("a link that no tag knows"))
        for page, _, annotation in areas
        if annotation not in walk.links
    )
    strange += tuple(_turned(areas, walk))
    links = (
        LinkArea(page, box, walk.marks_of(annotation), walk.links[annotation] in walk.pictured)
        for page, box, annotation in areas
        if annotation in walk.links
    )
    return Ties(tuple(links), strange)


@dataclass(slots=True)
class _Walk:
    """What the tree claims: the element of each marked content, and of each link's annotation, by object number.

    ``within`` has the marked content of each element and of all below it, ``pictured`` the elements around pictures.
    """

    pdf: PdfFile
    owner: dict[Key, int] = field(default_factory=dict)
    links: dict[int, int] = field(default_factory=dict)
    within: dict[int, set[Key]] = field(default_factory=dict)
    pictured: set[int] = field(default_factory=set)
    strange: list[Strange] = field(default_factory=list)

    def element(self, raw: PdfObject, page: int, around_it: frozenset[int], depth: int) -> None:
        """Follow an element and all below it."""
        found = dictionary(raw)
        if found is None or depth > DEEPEST or not isinstance(raw, IndirectObject):
            return
        page = page_of(self.pdf, found, page)
        self.pictured.update(around_it if found.get("/S") == "/Figure" else ())
        around_it = around_it | {raw.idnum}
        behind = False
        for kid in items(found.get("/K")):
            target = kid.get_object()
            area = isinstance(target, DictionaryObject) and target.get("/Type") == "/OBJR"
            if behind and not area:
                self.strange.append(Strange(place(page), message("words behind the area of their link")))
            behind = behind or area
            if isinstance(target, NumberObject):
                self._claim((page, 0, int(target)), raw.idnum, around_it)
            elif isinstance(target, DictionaryObject) and target.get("/Type") == "/MCR":
                key = (page_of(self.pdf, target, page), 0, int(str(target["/MCID"])))
                self._claim(key, raw.idnum, around_it)
            elif isinstance(target, DictionaryObject) and target.get("/Type") == "/OBJR":
                self._link(target, raw.idnum, page)
            else:
                self.element(kid, page, around_it, depth + 1)
        if found.get("/S") == "/TOC":
            # What is read stands in the order in which it is drawn: entries of contents can all change places unseen.
            listed = [key for key in self.owner if key in self.within.get(raw.idnum, ())]
            if listed != sorted(listed):
                self.strange.append(Strange(place(page), message("entries of the contents are read in another order")))

    def _claim(self, key: Key, element: int, around_it: frozenset[int]) -> None:
        if key in self.owner:
            self.strange.append(
                Strange(place(key[0]), message("marked content {key} that two elements claim", key=key[2]))
            )
        self.owner[key] = element
        for outer in around_it:
            self.within.setdefault(outer, set()).add(key)

    def _link(self, reference: DictionaryObject, element: int, page: int) -> None:
        target = reference.raw_get("/Obj") if "/Obj" in reference else None
        if isinstance(target, IndirectObject):
            if target.idnum in self.links:
                self.strange.append(Strange(place(page), message("a link that two elements claim")))
            self.links[target.idnum] = element

    def marks_of(self, annotation: int) -> frozenset[Key]:
        """Return the marked content of the words of a link."""
        return frozenset(self.within.get(self.links.get(annotation, 0), ()))


def _areas(pdf: PdfFile, walk: _Walk) -> Iterator[tuple[int, Box, int]]:
    """Yield each link's page, room and object number."""
    for number, page in enumerate(pdf.reader.pages):
        for raw in items(page.get("/Annots")):
            annotation = dictionary(raw)
            if annotation is not None and annotation.get("/Subtype") == "/Link":
                box = around(origin(page), box_of(items(annotation.get("/Rect"))))
                yield number, box, raw.idnum if isinstance(raw, IndirectObject) else -1


def _turned(areas: list[tuple[int, Box, int]], walk: _Walk) -> Iterator[Strange]:
    """Yield the pages whose links a keyboard reaches in another order than they are read."""
    for number in dict.fromkeys(page for page, *_ in areas):
        here = [annotation for page, _, annotation in areas if page == number and annotation in walk.links]
        if here != [annotation for annotation in walk.links if annotation in here]:
            yield Strange(place(number), message("links that stand in another order than they are read"))


def _leaves(tree: DictionaryObject, depth: int) -> Iterator[PdfObject]:
    """Yield the numbers and values of a number tree, its branches in their order (ISO 32000-1, 7.9.7)."""
    yield from items(tree.get("/Nums"))
    for kid in items(tree.get("/Kids")) if depth < DEEPEST else ():
        branch = dictionary(kid)
        yield from _leaves(branch, depth + 1) if branch is not None else ()


def _parents(pdf: PdfFile, walk: _Walk) -> Iterator[Strange]:
    """Compare the way from the pages to the tags with the way from the tags to the pages."""
    tree = dictionary(pdf.tree.get("/ParentTree")) if pdf.tree is not None else None
    numbers = list(_leaves(tree, 0)) if tree is not None else []
    parents = dict(zip((int(str(n.get_object())) for n in numbers[::2]), numbers[1::2], strict=False))
    for number, page in enumerate(pdf.reader.pages):
        listed = parents.get(int(str(page.get("/StructParents", -1))))
        given = listed.get_object() if listed is not None else None
        known = list(given) if isinstance(given, ArrayObject) else []
        said = {(number, 0, mcid): one.idnum for mcid, one in enumerate(known) if isinstance(one, IndirectObject)}
        claimed = {key: element for key, element in walk.owner.items() if key[0] == number}
        if said != claimed:
            keys = [key[2] for key in {**said, **claimed} if said.get(key) != claimed.get(key)]
            yield Strange(
                place(number), message("ParentTree and tags say otherwise of marked content {keys}", keys=min(keys))
            )
        for raw in items(page.get("/Annots")):
            annotation = dictionary(raw)
            if annotation is not None and isinstance(raw, IndirectObject) and raw.idnum in walk.links:
                back = parents.get(int(str(annotation.get("/StructParent", -1))))
                if not isinstance(back, IndirectObject) or back.idnum != walk.links[raw.idnum]:
                    yield Strange(place(number), message("ParentTree and tags say otherwise of a link"))
