"""A web page's words again."""

from clearfold.importers.document import Place
from clearfold.importers.proving.html.flow import At, Flow, words_of
from clearfold.importers.proving.html.own import added, is_own, is_title
from clearfold.importers.proving.html.references import References
from clearfold.importers.proving.html.tags import Tag, tags_of
from clearfold.importers.reading import Imported, Original, Passage
from clearfold.model.transcript import Kind


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the words of a web page."""
    root = tags_of(data)
    body = next((tag for tag in root.tags() if tag.name == "body"), root)
    main = _main(body)
    flow = Flow(References(root), "text", inside=main is not body)
    if main is not body and is_own(root):
        flow.left += added(body)
        for head in [tag for tag in body.held if isinstance(tag, Tag) and is_title(tag)]:
            flow.read(head, At())
            flow.flush(At())
            head.held = []
    if main is not body:
        flow.inside = False
        _beside(body, main, flow)
        flow.inside = True
    flow.read(main, At())
    flow.flush(At())
    passages = tuple(flow.passages)
    return Original((*passages, *notes_of(flow)), tuple(flow.left))


def notes_of(flow: Flow) -> list[Passage]:
    """Return the notes in the order of their references."""
    found: list[Passage] = []
    for label in flow.order:
        flow.note, flow.passages = label, []
        flow.read(flow.references.by_id[label], At(Kind.NOTE))
        flow.flush(At(Kind.NOTE))
        found += [p if p.kind is Kind.ALTERNATIVE else Passage(Kind.NOTE, p.text, p.place) for p in flow.passages]
    return found


def _main(body: Tag) -> Tag:
    for name in ("main", "article"):
        found = [tag for tag in body.tags() if name in (tag.name, tag.said.get("role"))]
        if len(found) == 1 and found[0].letters().strip():
            return found[0]
    return body


def _beside(tag: Tag, main: Tag, flow: Flow) -> None:
    """Take in what stands around the element that holds the text."""
    loose: list[str] = []
    for one in tag.held:
        if isinstance(one, str):
            loose.append(one)
        elif one is main:
            continue
        elif any(inner is main for inner in one.tags()):
            _beside(one, main, flow)
        elif text := words_of(one).strip():
            flow.left.append(Passage(Kind.TEXT, text, Place("beside")))
    if text := "".join(loose).strip():
        flow.left.append(Passage(Kind.TEXT, text, Place("beside")))
