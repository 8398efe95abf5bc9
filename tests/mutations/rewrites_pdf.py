"""Harmless rewritings of a PDF: what no reader can tell from the file before, and of which the proof says nothing."""

from base64 import a85encode
from collections.abc import Callable, Iterator
from io import BytesIO
from zlib import compress

import pikepdf
import pypdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, ObjectStreamMode, Page, Stream, StreamDecodeLevel

from tests.mutations import pdf_spelling as spelling
from tests.mutations.pdf_spelling import Spelling, spelt

Rewrite = Callable[[bytes], bytes]


def _saved(**options: object) -> Rewrite:
    def rewrite(data: bytes) -> bytes:
        out = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(out, fix_metadata_version=False, **options)  # type: ignore[arg-type]  # each has its own type
        return out.getvalue()

    return rewrite


def _changed(change: Callable[[pikepdf.Pdf], object]) -> Rewrite:
    """Return what changes an opened file and saves it."""

    def rewrite(data: bytes) -> bytes:
        out = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            change(pdf)
            pdf.save(out, fix_metadata_version=False, compress_streams=False)
        return out.getvalue()

    return rewrite


def _pypdf(*, packed: bool) -> Rewrite:
    def rewrite(data: bytes) -> bytes:
        out, writer = BytesIO(), pypdf.PdfWriter(clone_from=BytesIO(data))
        for page in writer.pages if packed else ():
            page.compress_content_streams()
        writer.write(out)
        return out.getvalue()

    return rewrite


def _streams(pdf: pikepdf.Pdf) -> Iterator[Stream]:
    # What stands uncompressed does so because it must: metadata are found by programs that read no PDF.
    found = (one for one in pdf.objects if isinstance(one, Stream) and one.get("/Type") != Name.Metadata)
    return (one for one in found if "/Filter" not in one or one.Filter == Name.FlateDecode)


def _filtered(encode: Callable[[bytes], bytes], *filters: str) -> Rewrite:
    def change(pdf: pikepdf.Pdf) -> None:
        for one in _streams(pdf):
            data = one.read_bytes()
            if filters:
                # qpdf takes the filter away from what it can read; the parameters are those of the old filter.
                one.write(
                    encode(data), filter=Array([Name(f) for f in filters]) if len(filters) > 1 else Name(filters[0])
                )
            else:
                one.write(data)

    return _changed(change)


def _predicted(data: bytes) -> bytes:
    return compress(b"".join(b"\0" + data[n : n + 1] for n in range(len(data))))


def _with_predictor(pdf: pikepdf.Pdf) -> None:
    for one in _streams(pdf):
        if "/Length1" in one:
            parameters = Dictionary(Predictor=12, Columns=1)
            one.write(_predicted(one.read_bytes()), filter=Name.FlateDecode, decode_parms=parameters)


def _pages(change: Callable[[pikepdf.Pdf, Page], object]) -> Rewrite:
    def changed(pdf: pikepdf.Pdf) -> None:
        for page in list(pdf.pages):
            change(pdf, page)

    return _changed(changed)


def _drawn(page: Page) -> list[ContentStreamInstruction]:
    return [one for one in pikepdf.parse_content_stream(page) if isinstance(one, ContentStreamInstruction)]


def _split(every: int) -> Rewrite:
    """Return what parts the stream of each page between operators."""

    def change(pdf: pikepdf.Pdf, page: Page) -> None:
        drawn = _drawn(page)
        parts = [drawn[n : n + every] for n in range(0, len(drawn), every)]
        page.Contents = Array([pdf.make_stream(pikepdf.unparse_content_stream(part)) for part in parts])

    return _pages(change)


def _written(write: Callable[[list[ContentStreamInstruction]], bytes]) -> Rewrite:
    """Return what spells the stream of each page anew."""

    def change(pdf: pikepdf.Pdf, page: Page) -> None:
        page.Contents = pdf.make_stream(write(_drawn(page)))

    return _pages(change)


def _joined(line: bytes) -> Callable[[list[ContentStreamInstruction]], bytes]:
    return lambda drawn: line.join(pikepdf.unparse_content_stream([one]) for one in drawn)


def _spelt_operands(**how: object) -> Callable[[list[ContentStreamInstruction]], bytes]:
    style = Spelling(**how)  # type: ignore[arg-type]  # each has its own type

    def write(drawn: list[ContentStreamInstruction]) -> bytes:
        with pikepdf.new() as pdf:
            writer = spelling.Writer(pdf, style)
            lines = (
                style.room.join([*(writer.value(one) for one in each.operands), str(each.operator).encode()])
                for each in drawn
            )
            return style.line.join(lines)

    return write


def _inherited(pdf: pikepdf.Pdf) -> None:
    """Let the pages have their size from the tree in which they stand."""
    boxes = [list(page.MediaBox) for page in pdf.pages]
    if all(box == boxes[0] for box in boxes):
        pdf.Root.Pages.MediaBox = Array(boxes[0])
        for page in pdf.pages:
            del page.obj["/MediaBox"]


def _branched(pdf: pikepdf.Pdf) -> None:
    """Let the pages stand in branches of two."""
    pages = [page.obj for page in pdf.pages]
    branches = []
    for n in range(0, len(pages), 2):
        some = pages[n : n + 2]
        branch = pdf.make_indirect(
            Dictionary(Type=Name.Pages, Kids=Array(some), Count=len(some), Parent=pdf.Root.Pages)
        )
        for page in some:
            page.Parent = branch
        branches.append(branch)
    pdf.Root.Pages.Kids = Array(branches)


def _leaves(key: str, tree: pikepdf.Object, pdf: pikepdf.Pdf) -> None:
    """Part the entries of a name or number tree among leaves of four."""
    entries = list(tree[key])
    leaves = []
    for n in range(0, len(entries), 8):
        some = entries[n : n + 8]
        leaves.append(pdf.make_indirect(Dictionary({key: Array(some), "/Limits": Array([some[0], some[-2]])})))
    del tree[key]
    tree.Kids = Array(leaves)


def _parent_tree(pdf: pikepdf.Pdf) -> None:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is not None and "/Nums" in tree.ParentTree:
        _leaves("/Nums", tree.ParentTree, pdf)


def _destinations(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.get("/Names")
    if names is not None and "/Dests" in names and "/Names" in names.Dests:
        _leaves("/Names", names.Dests, pdf)


def _labels(pdf: pikepdf.Pdf) -> None:
    if "/PageLabels" in pdf.Root and "/Nums" in pdf.Root.PageLabels:
        _leaves("/Nums", pdf.Root.PageLabels, pdf)


def _elements(pdf: pikepdf.Pdf) -> list[Dictionary]:
    found = (one for one in pdf.objects if isinstance(one, Dictionary))
    return [one for one in found if one.get("/Type") == Name.StructElem]


def _lists_of_one(pdf: pikepdf.Pdf) -> None:
    for one in _elements(pdf):
        if "/K" in one and not isinstance(one.K, Array):
            one.K = Array([one.K])


def _no_lists_of_one(pdf: pikepdf.Pdf) -> None:
    for one in _elements(pdf):
        if isinstance(one.get("/K"), Array) and len(one.K) == 1:
            one.K = one.K[0]


def _untyped_elements(pdf: pikepdf.Pdf) -> None:
    """Leave out the type of structure elements, which is optional."""
    for one in _elements(pdf):
        del one["/Type"]


def _each(key: str, change: Callable[[pikepdf.Pdf, pikepdf.Object], object]) -> Rewrite:
    def changed(pdf: pikepdf.Pdf) -> None:
        for one in list(pdf.objects):
            if isinstance(one, Dictionary) and key in one:
                one[key] = change(pdf, one[key])

    return _changed(changed)


def _own(pdf: pikepdf.Pdf, value: pikepdf.Object) -> pikepdf.Object:
    return pdf.make_indirect(value) if isinstance(value, (Dictionary, Array)) and not value.is_indirect else value


def _inside(_: pikepdf.Pdf, value: pikepdf.Object) -> pikepdf.Object:
    if isinstance(value, Dictionary):
        return Dictionary(dict(value.items()))
    return Array(list(value)) if isinstance(value, Array) else value


def _text(encoding: str, mark: bytes) -> Rewrite:
    """Return what writes the texts of metadata, bookmarks and alternatives in another encoding."""

    def change(pdf: pikepdf.Pdf) -> None:
        held = [one for one in pdf.objects if isinstance(one, Dictionary)]
        for one in [*held, pdf.docinfo]:
            for key in ("/Title", "/Alt", "/ActualText", "/E", "/Contents", "/Subject", "/Author"):
                value = one.get(key)
                if isinstance(value, pikepdf.String) and value.is_indirect is False:
                    try:
                        one[key] = pikepdf.String(mark + str(value).encode(encoding))
                    except UnicodeEncodeError:
                        continue

    return _changed(change)


def _updated(data: bytes) -> bytes:
    """Append the catalogue once more, as a program does that changes a file and keeps what was there."""
    with pikepdf.open(BytesIO(data)) as pdf:
        number = pdf.Root.objgen[0]
        size, before = int(pdf.trailer.Size), data.rsplit(b"startxref", 1)[1].split()[0]
        body = b"\n%d 0 obj\n" % number + pdf.Root.unparse(resolved=True) + b"\nendobj\n"
        kept = b"".join(
            f"/{key} ".encode() + pdf.trailer[f"/{key}"].unparse()
            for key in ("Root", "Info", "ID")
            if f"/{key}" in pdf.trailer
        )
    at = len(data) + 1
    start = len(data) + len(body)
    table = b"xref\n0 1\n0000000000 65535 f \n%d 1\n%010d 00000 n \n" % (number, at)
    tail = b"trailer\n<<" + kept + b"/Size %d/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, before, start)
    return data + body + table + tail


def _updated_table(data: bytes) -> bytes:
    """Do the same to a file that has its objects in a table."""
    return _updated(spelt(Spelling())(data))


def _unreached(pdf: pikepdf.Pdf) -> None:
    pdf.make_indirect(Dictionary(Type=Name.Annot, Contents=pikepdf.String("10 tablets")))


def _empty_stream(pdf: pikepdf.Pdf, page: Page) -> None:
    page.contents_add(b"\n", prepend=True)


REWRITES: dict[str, Rewrite] = {
    "objects in streams": _saved(object_stream_mode=ObjectStreamMode.generate),
    "no object in a stream": _saved(object_stream_mode=ObjectStreamMode.disable),
    "for the web": _saved(linearize=True),
    "for the web, objects in streams": _saved(linearize=True, object_stream_mode=ObjectStreamMode.generate),
    "to be read": _saved(qdf=True, object_stream_mode=ObjectStreamMode.disable),
    "packed again": _saved(recompress_flate=True, compress_streams=True),
    "unpacked": _saved(compress_streams=False, stream_decode_level=StreamDecodeLevel.generalized),
    "streams as they are": _saved(compress_streams=False, stream_decode_level=StreamDecodeLevel.none),
    "unpacked, pictures too": _saved(stream_decode_level=StreamDecodeLevel.specialized),
    "operators in lines": _saved(normalize_content=True),
    "identifier from the contents": _saved(deterministic_id=True),
    "by pypdf": _pypdf(packed=False),
    "by pypdf, packed": _pypdf(packed=True),
    "streams in hexadecimal": _filtered(lambda data: data.hex().encode() + b">", "/ASCIIHexDecode"),
    "streams in base 85": _filtered(lambda data: a85encode(data) + b"~>", "/ASCII85Decode"),
    "streams packed, then in base 85": _filtered(
        lambda data: a85encode(compress(data)) + b"~>", "/ASCII85Decode", "/FlateDecode"
    ),
    "streams hardly packed": _filtered(lambda data: compress(data, 1), "/FlateDecode"),
    "streams not packed, and said to be": _filtered(lambda data: compress(data, 0), "/FlateDecode"),
    "streams tightly packed": _filtered(lambda data: compress(data, 9), "/FlateDecode"),
    "streams without a filter": _filtered(bytes),
    "fonts packed by a predictor": _changed(_with_predictor),
    "contents in two": _split(400),
    "contents in many": _split(7),
    "contents in one": _pages(lambda _, page: page.contents_coalesce()),
    "empty stream before the contents": _pages(_empty_stream),
    "contents in Windows lines": _written(_joined(b"\r\n")),
    "contents in old Macintosh lines": _written(_joined(b"\r")),
    "contents in one line": _written(_joined(b" ")),
    "contents with much room": _written(_joined(b"  \n\t \n")),
    "comments in the contents": _written(_joined(b" % 10 tablets\n")),
    "contents with strings in hexadecimal": _written(_spelt_operands(string=spelling.hexadecimal)),
    "contents with strings in small hexadecimal": _written(_spelt_operands(string=spelling.small_hexadecimal)),
    "contents with strings in parentheses": _written(_spelt_operands(string=spelling.literal)),
    "contents with strings in octal": _written(_spelt_operands(string=spelling.octal)),
    "contents with longer numbers": _written(_spelt_operands(number=spelling.long_number)),
    "contents with signed numbers": _written(_spelt_operands(number=spelling.signed_number)),
    "contents with bare numbers": _written(_spelt_operands(number=spelling.bare_number)),
    "contents with numbered names": _written(_spelt_operands(name=spelling.numbered_name)),
    "spelt anew": spelt(Spelling()),
    "strings in hexadecimal": spelt(Spelling(string=spelling.hexadecimal)),
    "strings in small hexadecimal": spelt(Spelling(string=spelling.small_hexadecimal)),
    "strings in octal": spelt(Spelling(string=spelling.octal)),
    "names in numbers": spelt(Spelling(name=spelling.numbered_name)),
    "first letter of names a number": spelt(Spelling(name=spelling.half_numbered_name)),
    "longer numbers": spelt(Spelling(number=spelling.long_number)),
    "numbers without a zero before": spelt(Spelling(number=spelling.bare_number)),
    "signed numbers": spelt(Spelling(number=spelling.signed_number)),
    "much room": spelt(Spelling(room=b"\n \t\r\n ")),
    "Windows lines": spelt(Spelling(line=b"\r\n", room=b"\r\n")),
    "old Macintosh lines": spelt(Spelling(line=b"\r")),
    "comments between objects": spelt(Spelling(before=b"% 10 tablets\n")),
    "comments in objects": spelt(Spelling(room=b" % 10 tablets >>\n")),
    "other binary mark": spelt(Spelling(head=b"%\xc2\xa5\xc2\xb1")),
    "empty lines behind the file": spelt(Spelling(tail=b"\n\n\r\n")),
    "objects in reverse": spelt(Spelling(order=lambda found: found[::-1])),
    "objects in an order of chance": spelt(Spelling(order=spelling.shuffled)),
    "objects numbered from 1000": spelt(Spelling(first=1000)),
    "objects with gaps in their numbers": spelt(Spelling(step=3)),
    "keys in reverse": spelt(Spelling(keys=lambda keys: list(keys)[::-1])),
    "keys in an order of chance": spelt(Spelling(keys=spelling.shuffled)),
    "entries that are null": spelt(Spelling(nothing=True)),
    "lengths in objects of their own": spelt(Spelling(lengths=True)),
    "dictionaries in objects of their own": spelt(Spelling(apart=lambda one: isinstance(one, Dictionary))),
    "catalogue written again behind the file": _updated_table,
    "object that nothing leads to": _changed(_unreached),
    "size of the pages inherited": _changed(_inherited),
    "pages in branches": _changed(_branched),
    "ParentTree in leaves": _changed(_parent_tree),
    "destinations in leaves": _changed(_destinations),
    "page labels in leaves": _changed(_labels),
    "elements with lists of one": _changed(_lists_of_one),
    "elements without lists of one": _changed(_no_lists_of_one),
    "elements without their type": _changed(_untyped_elements),
    "annotations of a page apart": _each("/Annots", _own),
    "resources of a page apart": _each("/Resources", _own),
    "resources of a page inside": _each("/Resources", _inside),
    "actions apart": _each("/A", _own),
    "attributes of elements inside": _each("/A", _inside),
    "places of annotations apart": _each("/Rect", _own),
    "texts in UTF-16": _text("utf-16-be", b"\xfe\xff"),
    "texts in Latin letters": _text("latin-1", b""),
}
