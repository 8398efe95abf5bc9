"""Files that a PDF carries with it, held against what it says of them (ISO 32000-2, 7.11.4)."""

from hashlib import md5

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, StreamObject, TextStringObject

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.objects import dictionary, items


@foreign()
def read_attached(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    """Return what is wrong with the files that are attached: the name of each, and what it is."""
    names = dictionary(reader.root_object.get("/Names"))
    tree = dictionary(names.get("/EmbeddedFiles")) if names is not None else None
    listed = items(tree.get("/Names")) if tree is not None else []
    found: list[tuple[str, str]] = []
    for name, value in zip(listed[::2], listed[1::2], strict=False):
        file = dictionary(value)
        given = dictionary(file.get("/EF")) if file is not None else None
        stream = dictionary(given.get("/F")) if given is not None else None
        said = dictionary(stream.get("/Params")) if stream is not None else None
        if file is None or not isinstance(stream, StreamObject) or said is None:
            continue  # told as an object that is not what it should be
        data, sum_of = stream.get_data(), said.get("/CheckSum")
        told = sum_of.original_bytes if isinstance(sum_of, (TextStringObject, ByteStringObject)) else b""
        if told != md5(data, usedforsecurity=False).digest() or str(said.get("/Size")) != str(len(data)):
            found.append((str(name), message("it is not the file that was attached")))
        if len({str(name), str(file.get("/F")), str(file.get("/UF"))}) > 1:
            found.append((str(name), message("it has several names")))
    return tuple(found)
