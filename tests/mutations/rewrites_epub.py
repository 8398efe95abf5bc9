"""Harmless rewritings of an EPUB: what no reading system can tell from the file before."""

import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO

from lxml import etree

from tests.mutations.archive import Entry, packed, unpacked

Rewrite = Callable[[bytes], bytes]
Element = etree._Element
XML = (".xhtml", ".opf", ".ncx", ".xml")
TOKEN = re.compile(r"(<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>]*>|<!\[CDATA\[.*?\]\]>|<[^>]*>)", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s+([\w:.-]+)=("[^"]*"|'[^']*')""")
NS = {"opf": "http://www.idpf.org/2007/opf", "ncx": "http://www.daisy.org/z3986/2005/ncx/"}


def _zip(change: Callable[[list[Entry]], Iterable[Entry]]) -> Rewrite:
    """Return what writes the entries anew; the first one, which says what the file is, stays the first."""

    def rewrite(data: bytes) -> bytes:
        first, *others = unpacked(data)
        return packed([first, *change(others)])

    return rewrite


def _streamed(data: bytes) -> bytes:
    """Write the zip to what cannot be wound back: sizes stand behind the entries."""
    out = BytesIO()

    class Pipe:
        def write(self, part: bytes) -> int:
            return out.write(part)

        def flush(self) -> None:
            pass

    entries = unpacked(data)
    with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for one in entries:
            info = zipfile.ZipInfo(one.name, one.date)
            info.compress_type = zipfile.ZIP_DEFLATED if one.deflated else zipfile.ZIP_STORED
            archive.writestr(info, one.data)
    return out.getvalue()


def _attributed(system: int, mode: int, remark: bytes) -> Rewrite:
    def rewrite(data: bytes) -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for one in unpacked(data):
                info = zipfile.ZipInfo(one.name, one.date)
                info.create_system, info.external_attr, info.comment = system, mode << 16, remark
                info.compress_type = zipfile.ZIP_DEFLATED if one.deflated else zipfile.ZIP_STORED
                archive.writestr(info, one.data)
        return out.getvalue()

    return rewrite


def _with_folders(entries: list[Entry]) -> list[Entry]:
    folders = dict.fromkeys(f"{one.name.rpartition('/')[0]}/" for one in entries if "/" in one.name)
    return [*(Entry(name, b"", deflated=False) for name in folders), *entries]


def _files(endings: tuple[str, ...], change: Callable[[str], str]) -> Rewrite:
    """Return what changes the text of some files."""

    def changed(entries: list[Entry]) -> Iterable[Entry]:
        for one in entries:
            fits = one.name.endswith(endings)
            yield one.holding(change(one.data.decode("utf-8")).encode("utf-8")) if fits else one

    return _zip(changed)


def _xml(tag: Callable[[str], str] = str, text: Callable[[str], str] = str) -> Rewrite:
    """Return what spells tags, and the texts between them, in another way; what a style sheet or DOCTYPE says stays."""

    def change(source: str) -> str:
        parts = TOKEN.split(source)
        return "".join(
            (tag(part) if part[:2] not in ("<?", "<!") else part) if n % 2 else text(part)
            for n, part in enumerate(parts)
        )

    return _files(XML, change)


def _attributes(change: Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]]) -> Callable[[str], str]:
    """Return what writes the attributes of a tag anew."""

    def changed(tag: str) -> str:
        found = [(name, value[1:-1]) for name, value in ATTRIBUTE.findall(tag)]
        if not found:
            return tag
        name = re.match(r"<[\w:.-]+", tag)
        end = "/>" if tag.endswith("/>") else ">"
        return (name[0] if name else "") + "".join(f' {key}="{value}"' for key, value in change(found)) + end

    return changed


def _single(tag: str) -> str:
    return ATTRIBUTE.sub(lambda m: f" {m[1]}='{m[2][1:-1]}'" if "'" not in m[2] else m[0], tag)


def _paired(tag: str) -> str:
    """Write an element without contents with two tags."""
    name = re.match(r"<([\w:.-]+)", tag)
    return f"{tag[:-2].rstrip()}></{name[1]}>" if name and tag.endswith("/>") else tag


def _numbered(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(ord(one)) if ord(one) > 127 else one for one in text)


def _every_letter(text: str) -> str:
    whole = re.split(r"(&[^;]+;)", text)
    return "".join(p if p.startswith("&") else re.sub(r"[a-z0-9]", lambda m: f"&#x{ord(m[0]):x};", p) for p in whole)


def _cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>" if text.strip() and "&" not in text else text


def _quoted(text: str) -> str:
    return text.replace('"', "&quot;").replace("'", "&apos;").replace(">", "&gt;")


def _trees(endings: tuple[str, ...], change: Callable[[Element], Element | None]) -> Rewrite:
    """Return what changes the trees of some files."""

    def changed(entries: list[Entry]) -> Iterable[Entry]:
        for one in entries:
            if one.name.endswith(endings):
                root = etree.fromstring(one.data)
                root = next((new for new in [change(root)] if new is not None), root)
                tree = root.getroottree()
                yield one.holding(etree.tostring(tree, xml_declaration=True, encoding="utf-8"))
            else:
                yield one

    return _zip(changed)


def _commented(root: Element) -> None:
    """Put a comment before each element that stands among others, without a space."""
    for one in list(root.iter(etree.Element)):
        parent = one.getparent()
        if parent is not None and not (one.getprevious() is None and (parent.text or "").strip()):
            before = one.getprevious()
            note = etree.Comment(" 10 tablets ")
            if before is not None and (before.tail or "").strip():
                continue
            one.addprevious(note)


def _sorted_manifest(root: Element) -> None:
    for manifest in root.iter(f"{{{NS['opf']}}}manifest"):
        manifest[:] = sorted(manifest, key=lambda one: one.get("href") or "")


def _reversed_manifest(root: Element) -> None:
    for manifest in root.iter(f"{{{NS['opf']}}}manifest"):
        manifest[:] = reversed(manifest)


def _renamed_items(root: Element) -> None:
    """Give the items of the manifest other identifiers, wherever these are named."""
    new = {one.get("id"): f"i{n}" for n, one in enumerate(root.iter(f"{{{NS['opf']}}}item"))}
    for one in root.iter(f"{{{NS['opf']}}}item", f"{{{NS['opf']}}}itemref", f"{{{NS['opf']}}}spine"):
        for key in ("id", "idref", "toc"):
            if one.tag.endswith("}itemref") and key == "id":
                continue
            value = one.get(key)
            if value in new:
                one.set(key, new[value])
    for one in root.iter(f"{{{NS['opf']}}}meta"):
        if one.get("name") == "cover" and one.get("content") in new:
            one.set("content", new[one.get("content")])


def _linear(root: Element) -> None:
    """Say of each document what is so if nothing is said."""
    for one in root.iter(f"{{{NS['opf']}}}itemref"):
        if one.get("linear") is None:
            one.set("linear", "yes")


def _prefixed(prefix: str) -> Callable[[str], str]:
    """Return what writes elements without a prefix with one."""

    def change(source: str) -> str:
        named = re.sub(r"<(/?)([\w.-]+)(?=[\s/>])(?![\w.-]*:)", rf"<\1{prefix}:\2", source)
        return re.sub(r'\sxmlns="', f' xmlns:{prefix}="', named)

    return change


def _packed_lines(text: str) -> str:
    return re.sub(r"\s+", " ", text) if not text.strip() else text


def _indented(text: str) -> str:
    return text.replace("\n", "\n\t  ") if not text.strip() else text


def _indent(source: str) -> str:
    return "".join(part if n % 2 else _indented(part) for n, part in enumerate(TOKEN.split(source)))


def _addresses(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return what spells addresses of files of the book in another way."""

    def changed(tag: str) -> str:
        local = r'(\s(?:href|src)=")(?![a-z]+:|#|/)([^"#]+)'
        return re.sub(local, lambda m: m[1] + change(m[2]), tag)

    return changed


def _windows(text: str) -> str:
    return text.replace("\n", "\r\n")


REWRITES: dict[str, Rewrite] = {
    "zip written anew": _zip(list),
    "entries in reverse": _zip(lambda entries: entries[::-1]),
    "entries from A to Z": _zip(lambda entries: sorted(entries, key=lambda one: one.name)),
    "entries not packed": _zip(lambda entries: [replace(one, deflated=False) for one in entries]),
    "entries hardly packed": _zip(lambda entries: [replace(one, level=1) for one in entries]),
    "entries tightly packed": _zip(lambda entries: [replace(one, level=9) for one in entries]),
    "other dates": _zip(lambda entries: [replace(one, date=(2026, 11, 28, 21, 4, 6)) for one in entries]),
    "extra fields": _zip(lambda entries: [replace(one, extra=b"UT\x05\0\x01\x10\x20\x30\x40") for one in entries]),
    "remarks on entries": _attributed(3, 0o644, b"10 tablets"),
    "made on Windows": _attributed(0, 0, b""),
    "made on Unix": _attributed(3, 0o100644, b""),
    "executable entries": _attributed(3, 0o100755, b""),
    "sizes behind the entries": _streamed,
    "entries for folders": _zip(_with_folders),
    "trees written anew": _trees(XML, lambda _: None),
    "Windows lines in XML": _files(XML, _windows),
    "Windows lines in style sheets": _files((".css",), _windows),
    "empty line at the end": _files(XML, lambda text: f"{text}\n\n"),
    "byte order mark": _files(XML, lambda text: f"\ufeff{text}"),
    "no XML declaration": _files(XML, lambda text: re.sub(r"^<\?xml[^>]*\?>\s*", "", text)),
    "XML declaration in double quotes": _files(
        XML, lambda text: re.sub(r"^<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-8"?>', text)
    ),
    "XML that stands by itself": _files(
        XML, lambda text: re.sub(r"^<\?xml[^>]*\?>", '<?xml version="1.0" encoding="utf-8" standalone="yes"?>', text)
    ),
    "no document type": _files((".xhtml",), lambda text: re.sub(r"<!DOCTYPE[^>]*>\s*", "", text)),
    "attributes in reverse": _xml(_attributes(lambda found: found[::-1])),
    "attributes from A to Z": _xml(_attributes(sorted)),
    "single quotes": _xml(_single),
    "room in tags": _xml(lambda tag: re.sub(r"\s*(/?>)$", r"  \1", tag)),
    "lines in tags": _xml(lambda tag: ATTRIBUTE.sub(r"\n    \1=\2", tag)),
    "room around equals signs": _xml(lambda tag: ATTRIBUTE.sub(r" \1 = \2", tag)),
    "elements without contents as two tags": _xml(_paired),
    "room before the slash": _xml(lambda tag: re.sub(r"\s*/>$", " />", tag)),
    "decimal references": _xml(text=_numbered("&#{};")),
    "hexadecimal references": _xml(text=_numbered("&#x{:X};")),
    "references with zeros": _xml(text=_numbered("&#{:07};")),
    "references in attributes": _xml(_numbered("&#{};")),
    "every letter a reference": _xml(text=_every_letter),
    "quotes as entities": _xml(text=_quoted),
    "texts in CDATA": _xml(text=_cdata),
    "comments between elements": _trees(XML, _commented),
    "comment before the root": _trees(XML, lambda root: root.addprevious(etree.Comment(" 10 tablets "))),
    "comment behind the root": _trees(XML, lambda root: root.addnext(etree.Comment(" 10 tablets "))),
    "prefix in the package": _files((".opf",), _prefixed("opf")),
    "prefix in the NCX": _files((".ncx",), _prefixed("n")),
    "prefix in documents": _files((".xhtml",), _prefixed("h")),
    "prefix in the container": _files(("container.xml",), _prefixed("c")),
    "lines between elements as spaces": _xml(text=_packed_lines),
    "elements indented": _files((".opf", ".ncx"), _indent),
    "manifest from A to Z": _trees((".opf",), _sorted_manifest),
    "manifest in reverse": _trees((".opf",), _reversed_manifest),
    "other identifiers in the manifest": _trees((".opf",), _renamed_items),
    "documents said to be read in line": _trees((".opf",), _linear),
    "addresses with a dot": _xml(_addresses(lambda path: f"./{path}")),
    "addresses with per cent signs": _xml(_addresses(lambda path: path.replace("-", "%2D"))),
    "addresses by way of a folder": _xml(_addresses(lambda path: f"x/../{path}")),
}
