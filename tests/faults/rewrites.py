"""Ways in which other programs write a PDF anew and leave what it says and shows as it is."""

from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from tests.faults.own_drawn import read

Rewrite = Callable[[bytes], bytes]


Save = Callable[[pikepdf.Pdf, BytesIO], None]


def _plainly(pdf: pikepdf.Pdf, out: BytesIO) -> None:
    pdf.save(out)


def saving(change: Callable[[pikepdf.Pdf], object] = lambda _: None, save: Save = _plainly) -> Rewrite:
    """Return what opens a file, changes how it is put together, and saves it in some way."""

    def rewrite(data: bytes) -> bytes:
        out = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            change(pdf)
            save(pdf, out)
        return out.getvalue()

    return rewrite


def _contents(write: Callable[[pikepdf.Pdf, pikepdf.Page], object]) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.Contents = write(pdf, page)

    return change


def _parsed(pdf: pikepdf.Pdf, page: pikepdf.Page) -> object:
    return pdf.make_stream(pikepdf.unparse_content_stream(read(page)))


def _parted(pdf: pikepdf.Pdf, page: pikepdf.Page) -> object:
    operators = read(page)
    middle = len(operators) // 2
    parts = (operators[:middle], operators[middle:])
    return Array([pdf.make_stream(pikepdf.unparse_content_stream(part)) for part in parts])


def _spaced(pdf: pikepdf.Pdf, page: pikepdf.Page) -> object:
    return pdf.make_stream(b"% written anew\n" + pikepdf.unparse_content_stream(read(page)) + b"\n \n")


def _within(pdf: pikepdf.Pdf, page: pikepdf.Page) -> object:
    return pdf.make_stream(b"q\n" + pikepdf.unparse_content_stream(read(page)) + b"\nQ\n")


def _streams(encode: Callable[[bytes], bytes], name: pikepdf.Name | None) -> Callable[[pikepdf.Pdf], None]:
    """Return what writes the content of pages through another filter."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            stream = page.Contents
            if isinstance(stream, Stream):
                stream.write(encode(stream.read_bytes()), filter=name)

    return change


def _reordered(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        entries = dict(page.obj.items())
        for key in entries:
            del page.obj[key]
        for key in reversed(entries):
            page.obj[key] = entries[key]


def _apart(key: str) -> Callable[[pikepdf.Pdf], None]:
    """Return what gives an entry of pages an object of its own."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            if key in page.obj and not page.obj[key].is_indirect:
                page.obj[key] = pdf.make_indirect(page.obj[key])

    return change


def _nested(pdf: pikepdf.Pdf) -> None:
    """Put the pages on two branches of their tree."""
    root = pdf.Root.Pages
    kids = list(root.Kids)
    middle = len(kids) // 2
    branches = []
    for some in (kids[:middle], kids[middle:]):
        branch = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(some), Kids=Array(some), Parent=root))
        for kid in some:
            kid.Parent = branch
        branches.append(branch)
    root.Kids = Array(branches)


def _unused(pdf: pikepdf.Pdf) -> None:
    pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Stamp))


def _named_apart(pdf: pikepdf.Pdf) -> None:
    """Put the named destinations on two branches."""
    tree = pdf.Root.Names.Dests
    names = list(tree.Names)
    middle = len(names) // 4 * 2
    branches = [
        pdf.make_indirect(Dictionary(Names=Array(some), Limits=Array([some[0], some[-2]])))
        for some in (names[:middle], names[middle:])
    ]
    pdf.Root.Names.Dests = pdf.make_indirect(Dictionary(Kids=Array(branches)))


def _appended(data: bytes) -> bytes:
    """Return a file behind which its own cross-reference table is named once more."""
    start = data.rpartition(b"startxref")[2]
    return data + b"\n%%EOF-\nstartxref" + start


HEX = Name.ASCIIHexDecode
STREAMS = pikepdf.ObjectStreamMode
REWRITES: Mapping[str, Rewrite] = MappingProxyType(
    {
        "saved": saving(),
        "object streams": saving(save=lambda pdf, out: pdf.save(out, object_stream_mode=STREAMS.generate)),
        "no object streams": saving(save=lambda pdf, out: pdf.save(out, object_stream_mode=STREAMS.disable)),
        "for the web": saving(save=lambda pdf, out: pdf.save(out, linearize=True)),
        "for the web, in object streams": saving(
            save=lambda pdf, out: pdf.save(out, linearize=True, object_stream_mode=STREAMS.generate)
        ),
        "to be read": saving(save=lambda pdf, out: pdf.save(out, qdf=True, object_stream_mode=STREAMS.disable)),
        "packed again": saving(save=lambda pdf, out: pdf.save(out, recompress_flate=True, compress_streams=True)),
        "not packed": saving(
            save=lambda pdf, out: pdf.save(
                out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized
            )
        ),
        "contents made normal": saving(save=lambda pdf, out: pdf.save(out, normalize_content=True)),
        "another identity": saving(save=lambda pdf, out: pdf.save(out, deterministic_id=True)),
        "contents written anew": saving(_contents(_parsed)),
        "contents in two parts": saving(_contents(_parted)),
        "contents with comments": saving(_contents(_spaced)),
        "contents within a state": saving(_contents(_within)),
        "contents in hexadecimal": saving(_streams(lambda raw: raw.hex().encode() + b">", HEX)),
        "contents not packed": saving(_streams(bytes, None)),
        "keys in another order": saving(_reordered),
        "resources apart": saving(_apart("/Resources")),
        "boxes apart": saving(_apart("/MediaBox")),
        "annotations apart": saving(_apart("/Annots")),
        "pages on branches": saving(_nested),
        "an object that nobody uses": saving(_unused),
        "names on branches": saving(_named_apart),
        "unused resources removed": saving(lambda pdf: pdf.remove_unreferenced_resources()),
        "table named twice": _appended,
    }
)
"""Each way by its name."""
