"""Read the zip of a book byte by byte: each entry said twice and alike, and nothing between, before or behind them.

OCF 3.3, 4; PKWARE's APPNOTE 6.3. What a reader finds depends on where it looks: at the end of the file, or from its
beginning on. In a book of ours both find the same.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from posixpath import normpath
from zipfile import ZipFile, ZipInfo

from clearfold.model.messages import message
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.guard import foreign

LOCAL, CENTRAL_END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s4H2IH")
ENCRYPTED, DESCRIBED, UTF_8 = 0x1, 0x8, 0x800
OF_THE_FORMAT = ("mimetype", "META-INF/container.xml")


@foreign()
def read_entries(data: bytes, epub: EpubFile) -> tuple[str, ...]:
    """Return what is in the zip of a book and not explained by its make, and what of it is said in two ways."""
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        strange = [*_names(entries, epub)]
        strange += _instructions(archive, epub)
        strange += _laid_out(data, sorted(entries, key=lambda one: one.header_offset), archive)
    return tuple(dict.fromkeys(strange))


def _names(entries: list[ZipInfo], epub: EpubFile) -> Iterator[str]:
    """Yield files that nothing asks for, and names that lead out of the book or that systems read otherwise."""
    known = {*OF_THE_FORMAT, epub.package_path, *(item.path for item in epub.manifest.values())}
    folders = {f"{name.rpartition('/')[0]}/" for name in known}
    folders |= {f"{folder.rpartition('/')[0].rpartition('/')[0]}/" for folder in folders}
    for entry in entries:
        name = entry.orig_filename
        if entry.is_dir() and name in folders and not entry.file_size:
            continue
        if (
            normpath(name) != name
            or name.startswith(("/", ".."))
            or set(name) & set('\\:*?"<>|')
            or not name.isprintable()
        ):
            yield message("a file of the odd name “{name}”", name=name)
        elif name not in known:
            yield message("the file “{name}”, which is no part of the book", name=name)


def _instructions(archive: ZipFile, epub: EpubFile) -> Iterator[str]:
    """Yield documents with instructions for a program, such as xml-stylesheet, which a tree of elements has not."""
    for name in dict.fromkeys((*OF_THE_FORMAT[1:], epub.package_path, *epub.documents, epub.ncx_path)):
        if name in archive.NameToInfo and b"<?" in archive.read(name).lstrip(b"\xef\xbb\xbf").removeprefix(b"<?xml "):
            yield message("an instruction for a program in “{name}”", name=name)


def _laid_out(data: bytes, entries: list[ZipInfo], archive: ZipFile) -> Iterator[str]:
    """Yield bytes that belong to no entry, and entries of which the two headers say different things."""
    at = 0
    for entry in entries:
        if entry.header_offset != at:
            yield message(
                "{header_offset} bytes before “{filename}” that belong to no file",
                header_offset=abs(entry.header_offset - at),
                filename=entry.filename,
            )
        mark, _, flags, method, _, _, check, packed, size, name, extra = LOCAL.unpack_from(data, entry.header_offset)
        begin = entry.header_offset + LOCAL.size
        raw = data[begin : begin + name]
        said = raw.decode("utf-8" if flags & UTF_8 else "cp437", "replace")
        sums = (0, 0, 0) if flags & DESCRIBED else (check, packed, size)
        real = (entry.CRC, entry.compress_size, entry.file_size)
        if mark != b"PK\3\4" or said != entry.orig_filename or method != entry.compress_type:
            yield message("two headers of “{filename}” that name different files", filename=entry.filename)
        elif sums not in (real, (0, 0, 0)) or flags & ENCRYPTED:
            yield message("two headers of “{filename}” that tell different sizes", filename=entry.filename)
        at = begin + name + extra + entry.compress_size
        if flags & DESCRIBED:
            at += _described(data[at : at + 24], real)
    yield from _end(data, at, archive)


def _described(data: bytes, real: tuple[int, int, int]) -> int:
    """Return the length of the sizes behind an entry that was written before they were known."""
    for form in ("<4s3I", "<4sI2Q", "<3I", "<I2Q"):
        size = struct.calcsize(form)
        if len(data) >= size and struct.unpack(form, data[:size])[-3:] == real:
            return size
    return 0


def _end(data: bytes, at: int, archive: ZipFile) -> Iterator[str]:
    if archive.start_dir != at:
        yield message(
            "{start_dir} bytes behind the last file that belong to none", start_dir=abs(archive.start_dir - at)
        )
    end = data.rfind(b"PK\5\6")
    _, *_, size, start, comment = CENTRAL_END.unpack_from(data, end)
    if start + size != end or comment or len(data) != end + CENTRAL_END.size:
        yield message("bytes around the list of its files")
