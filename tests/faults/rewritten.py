"""Books written anew by another program, and no other books for it: packing, signs, order, white space, names."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO, RawIOBase
from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from lxml import etree

from tests.faults.epub import OPF, XHTML

Files = dict[str, bytes]
Text = Callable[[str], str]
OPS = "http://www.idpf.org/2007/ops"
BLOCKS = frozenset("section p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td figure aside".split())


def files_of(data: bytes) -> Files:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, method: int = zipfile.ZIP_DEFLATED, level: int = 6) -> bytes:
    """Put a book together, its media type first and as it is."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=level) as archive:
        for name, text in files.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else method)
    return out.getvalue()


def texts(change: Text, *endings: str) -> Callable[[bytes], bytes]:
    """Change the text of the files of a book whose names end so."""

    def rewrite(data: bytes) -> bytes:
        files = files_of(data)
        for name in files:
            if name.endswith(endings or (".xhtml",)):
                files[name] = change(files[name].decode("utf-8")).encode("utf-8")
        return packed(files)

    return rewrite


def trees(change: Callable[[etree._Element], object], *endings: str) -> Callable[[bytes], bytes]:
    """Change the tree of each of the documents of a book whose names end so."""

    def rewritten(text: str) -> str:
        root = etree.fromstring(text.encode())
        change(root)
        return str(etree.tostring(root.getroottree(), encoding="unicode"))

    return texts(rewritten, *endings)


def _turned(data: bytes) -> bytes:
    first, *rest = files_of(data).items()
    return packed(dict((first, *reversed(rest))))


class _Pipe(RawIOBase):
    """A stream that cannot go back, so that a zip says the sizes of a file behind it."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.written += data
        return len(data)


def _streamed(data: bytes) -> bytes:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files_of(data).items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return bytes(pipe.written)


def _with_folders(data: bytes) -> bytes:
    files = files_of(data)
    folders = sorted({f"{name.rpartition('/')[0]}/" for name in files if "/" in name})
    return packed({"mimetype": files.pop("mimetype"), **dict.fromkeys(folders, b""), **files})


def _dated(data: bytes) -> bytes:
    """Give each file a time, rights and a field of Unix, as Info-ZIP does."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files_of(data).items():
            info = zipfile.ZipInfo(name, (2026, 11, 28, 12, 0, 0))
            info.external_attr = 0o600 << 16
            info.extra = b"" if name == "mimetype" else b"UT\x05\x00\x03\x00\x00\x00\x00"
            archive.writestr(info, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _bytes(change: Callable[[bytes], bytes], *endings: str) -> Callable[[bytes], bytes]:
    def rewrite(data: bytes) -> bytes:
        return packed({name: change(text) if name.endswith(endings) else text for name, text in files_of(data).items()})

    return rewrite


def _numbered(form: str) -> Text:
    return lambda text: "".join(sign if ord(sign) < 128 else form.format(ord(sign)) for sign in text)


def _reversed_attributes(root: etree._Element) -> None:
    for element in root.iter("*"):
        pairs = list(element.attrib.items())
        element.attrib.clear()
        for name, value in reversed(pairs):
            element.set(name, value)


def _quoted(text: str) -> str:
    """Write values between single quotation marks, where they hold none."""
    return re.sub(r'(?<==)"([^"\']*)"(?=[^<]*>)', r"'\1'", text)


def _prefixed(text: str) -> str:
    """Give each element of XHTML a prefix, and the name space of EPUB's words another one."""
    root = etree.fromstring(text.encode())
    out: list[str] = []

    def write(element: etree._Element) -> None:
        names = []
        for key, value in element.attrib.items():
            name = etree.QName(key)
            prefix = {None: "", OPS: "o:", "http://www.w3.org/XML/1998/namespace": "xml:"}[name.namespace]
            names.append(f" {prefix}{name.localname}={quoteattr(str(value))}")
        spaces = f' xmlns:h="{XHTML[1:-1]}" xmlns:o="{OPS}"' if element is root else ""
        tag = f"h:{etree.QName(element).localname}"
        out.append(f"<{tag}{spaces}{''.join(names)}>{_escaped(element.text)}")
        for child in element:
            write(child)
            out.append(_escaped(child.tail))
        out.append(f"</{tag}>")

    write(root)
    return "".join(out)


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _spaced(root: etree._Element) -> None:
    """Put each block on lines of its own, as an editor does."""
    for element in root.iter("*"):
        if etree.QName(element).localname in BLOCKS and not (element.tail or "").strip():
            element.tail = f"\n\n    {element.tail or ''}"


def _joined(root: etree._Element) -> None:
    """Take away the white space between blocks."""
    for element in root.iter("*"):
        if etree.QName(element).localname in BLOCKS and not (element.tail or "").strip():
            element.tail = None


def _indented(root: etree._Element) -> None:
    etree.indent(root, "\t")


def _noted(root: etree._Element) -> None:
    """Leave a comment in each section."""
    for element in root.iter(f"{XHTML}section", f"{XHTML}nav"):
        note = etree.Comment(" checked ")
        note.tail, element.text = element.text, None
        element.insert(0, note)


def _in_sections(text: str) -> str:
    """Write the words of paragraphs as sections of characters."""
    return re.sub(r"(?<=<p>)([^<&\]]+)(?=</p>)", r"<![CDATA[\1]]>", text)


def _other_order(*names: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        for name in names:
            for parent in root.iter(f"{OPF}{name}"):
                parent[:] = list(reversed(parent))

    return change


def _other_ids(root: etree._Element) -> None:
    """Name the items of the package otherwise, wherever they are named."""
    for element in root.iter(f"{OPF}item", f"{OPF}itemref", f"{OPF}spine", f"{OPF}meta"):
        for key in ("id", "idref", "toc"):
            if key in element.attrib and etree.QName(element).localname != "meta":
                element.set(key, f"x-{element.get(key)}")
        if element.get("name") == "cover":
            element.set("content", f"x-{element.get('content')}")


def _other_statements(root: etree._Element) -> None:
    """Name the statements of the metadata otherwise, wherever others refine them."""
    for element in root[0]:
        for key, sign in (("id", ""), ("refines", "#")):
            if (said := element.get(key)) and said not in ("id", "#id"):
                element.set(key, f"{sign}y-{said.removeprefix('#')}")


def _turned_classes(root: etree._Element) -> None:
    for element in root.iter("*"):
        if (said := element.get("class")) is not None:
            element.set("class", "  ".join(reversed(said.split())))


def _from_here(root: etree._Element) -> None:
    """Write addresses within the book from the folder on."""
    for element in root.iter("*"):
        for key in ("href", "src"):
            if (said := element.get(key)) and ":" not in said and not said.startswith("#"):
                element.set(key, f"./{said}")


def _signs_by_number(root: etree._Element) -> None:
    """Write the hyphens of addresses by their number."""
    for element in root.iter("*"):
        for key in ("href", "src"):
            if (said := element.get(key)) and ":" not in said:
                path, mark, name = said.partition("#")
                element.set(key, f"{path.replace('-', '%2D')}{mark}{name}")


def _alone(root: etree._Element) -> None:
    for element in root.iter("*"):
        if "hidden" in element.attrib:
            element.set("hidden", "")


ALL = (".xhtml", ".opf", ".ncx", "container.xml")
REWRITES = MappingProxyType(
    {
        "files in another order": _turned,
        "files not packed": lambda data: packed(files_of(data), zipfile.ZIP_STORED),
        "files packed harder": lambda data: packed(files_of(data), level=9),
        "files packed less": lambda data: packed(files_of(data), level=1),
        "zip written to a pipe": _streamed,
        "zip with its folders": _with_folders,
        "zip with times and rights": _dated,
        "line ends of Windows": texts(lambda text: text.replace("\n", "\r\n"), *ALL, ".css"),
        "line ends of old Macs": texts(lambda text: "\r".join(text.splitlines()), *ALL, ".css"),
        "mark of UTF-8": _bytes(lambda text: b"\xef\xbb\xbf" + text, *ALL, ".css"),
        "UTF-16": _bytes(lambda text: text.decode().replace('"utf-8"', '"utf-16"', 1).encode("utf-16"), ".xhtml"),
        "signs by decimal numbers": texts(_numbered("&#{};"), *ALL),
        "signs by hexadecimal numbers": texts(_numbered("&#x{:x};"), *ALL),
        "attributes in another order": trees(_reversed_attributes, *ALL),
        "values between single marks": texts(_quoted),
        "prefixes for all elements": texts(_prefixed),
        "empty elements closed at once": texts(lambda text: re.sub(r"<(span)([^>]*)></\1>", r"<\1\2/>", text)),
        "empty elements closed apart": texts(
            lambda text: re.sub(r"<(br|img|hr|meta|link)([^>]*)/>", r"<\1\2></\1>", text)
        ),
        "spaces within tags": texts(lambda text: text.replace("/>", " />").replace('">', '" >')),
        "blocks on lines of their own": trees(_spaced),
        "no white space between blocks": trees(_joined),
        "package and NCX indented": trees(_indented, ".opf", ".ncx", "container.xml"),
        "comments": trees(_noted),
        "no declarations": texts(lambda text: re.sub(r"^<\?xml[^>]*>\s*", "", text), *ALL),
        "words as character data": texts(_in_sections),
        "items in another order": trees(_other_order("manifest"), ".opf"),
        "items of other names": trees(_other_ids, ".opf"),
        "statements of other names": trees(_other_statements, ".opf"),
        "classes in another order": trees(_turned_classes),
        "addresses from the folder on": trees(_from_here),
        "hyphens of addresses by number": trees(_signs_by_number),
        "attributes without a value": trees(_alone, "nav.xhtml"),
        "a line behind the document": texts(lambda text: f"{text}\n\n", *ALL),
    }
)
