"""Turn all that a page draws with into inks: its forms, patterns, shadings, pictures, soft masks.

Third step of the print shop's writer: it finds the streams that ``separation`` rewrites, each of them once.
"""

from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from clearfold.model.messages import message
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.print.inks import inks, printed
from clearfold.press.print.separation import Separator, overprinting

GREY, CMYK = NameObject("/DeviceGray"), NameObject("/DeviceCMYK")
_WITH_DATA = ("/Filter", "/DecodeParms", "/Length")
_RAW = {("/DeviceGray", 1): "1", ("/DeviceGray", 8): "L", ("/DeviceRGB", 8): "RGB", ("/DeviceCMYK", 8): "CMYK"}


@dataclass(slots=True)
class Separated:
    """The objects of a PDF that are turned into inks; ``overprint`` is for its black letters."""

    writer: PdfWriter
    overprint: bool
    done: set[int] = field(default_factory=set)
    met: list[DictionaryObject] = field(default_factory=list)

    def finish(self) -> None:
        """Leave out the colour spaces of the screen, which nothing names any more."""
        for resources in self.met:
            resources.pop(NameObject("/ColorSpace"), None)

    def page(self, page: PageObject) -> bytes:
        """Return the content of a page in inks, and turn what it draws with."""
        resources = _dictionary(page.get("/Resources"))
        content = page.get_contents()
        data = self._content(content, resources, mask=False) if content is not None else b""
        self._resources(resources, mask=False)
        return data

    def _content(self, stream: StreamObject, resources: DictionaryObject, *, mask: bool) -> bytes:
        content = ContentStream(stream, self.writer)
        spaces = _dictionary(resources.get("/ColorSpace"))
        separator = Separator(spaces, overprint=self.overprint, mask=mask)
        content.operations = list(separator.separate(content.operations))
        return content.get_data()

    def _resources(self, resources: DictionaryObject, *, mask: bool) -> None:
        if id(resources) in self.done:
            return
        self.done.add(id(resources))
        self.met.append(resources)
        for item in _dictionary(resources.get("/XObject")).values():
            self._drawn(item, mask=mask)
        for item in _dictionary(resources.get("/Pattern")).values():
            pattern = item.get_object()
            if isinstance(pattern, StreamObject):
                self._form(item, mask=mask)
            elif isinstance(pattern, DictionaryObject):
                self._shading(_dictionary(pattern.get("/Shading")), mask=mask)
        for item in _dictionary(resources.get("/Shading")).values():
            self._shading(_dictionary(item), mask=mask)
        states = _dictionary(resources.get("/ExtGState"))
        for state in states.values():
            soft = _dictionary(_dictionary(state).get("/SMask"))
            if "/G" in soft:
                self._form(soft.raw_get("/G"), mask=True)
        if self.overprint:
            states.update(overprinting())
            resources[NameObject("/ExtGState")] = states

    def _drawn(self, item: PdfObject, *, mask: bool) -> None:
        drawn = item.get_object()
        if not isinstance(drawn, StreamObject) or not isinstance(item, IndirectObject):
            return
        if drawn.get("/Subtype") == "/Form":
            self._form(item, mask=mask)
        elif item.idnum not in self.done and not drawn.get("/ImageMask"):
            self.done.add(item.idnum)
            self.writer._replace_object(item, _picture(drawn))

    def _form(self, item: PdfObject, *, mask: bool) -> None:
        """Turn a form, or the cell of a pattern."""
        form = item.get_object()
        if not isinstance(form, StreamObject) or not isinstance(item, IndirectObject) or item.idnum in self.done:
            return
        self.done.add(item.idnum)
        resources = _dictionary(form.get("/Resources"))
        made = _stream(self._content(form, resources, mask=mask))
        made.update({key: form.raw_get(key) for key in form if key not in (*_WITH_DATA, "/StructParents")})
        group = _dictionary(made.get("/Group"))
        if group:
            # Colours are blended in the space in which they are printed: ISO 15930-7.
            made[NameObject("/Group")] = DictionaryObject({**group, NameObject("/CS"): GREY if mask else CMYK})
        self.writer._replace_object(item, made)
        self._resources(resources, mask=mask)

    def _shading(self, shading: DictionaryObject, *, mask: bool) -> None:
        """Turn a gradient: the colours between which it goes."""
        if id(shading) in self.done or shading.get("/ColorSpace") in (None, GREY):
            return
        self.done.add(id(shading))
        shading[NameObject("/ColorSpace")] = GREY if mask else CMYK
        functions = [shading.get("/Function")]
        while functions:
            function = functions.pop()
            if isinstance(function, ArrayObject):
                functions += [part.get_object() for part in function]
            elif isinstance(function, DictionaryObject) and function.get("/FunctionType") == 3:
                functions.append(function.get("/Functions"))
            elif isinstance(function, DictionaryObject) and function.get("/FunctionType") == 2:
                for key in ("/C0", "/C1"):
                    function[NameObject(key)] = _end(function.get(key), mask=mask)
            elif function is not None:
                raise RenderError((message("a gradient that is drawn by a table is not turned into inks"),))


def _end(colour: object, *, mask: bool) -> ArrayObject:
    """Return the colour at one end of a gradient."""
    values = [float(str(part)) for part in colour] if isinstance(colour, ArrayObject) else [0.0]
    red, green, blue = values if len(values) == 3 else values[:1] * 3
    parts = [round((red + green + blue) / 3, 4)] if mask else inks(red, green, blue)
    return ArrayObject(FloatObject(part) for part in parts)


def _picture(drawn: StreamObject) -> StreamObject:
    """Return a picture in inks, its soft mask as it was."""
    made = printed(_opened(drawn))
    stream = _stream(made.tobytes())
    kept = ("/Type", "/Subtype", "/SMask", "/Mask", "/Intent")
    stream.update({NameObject(key): drawn.raw_get(key) for key in kept if key in drawn})
    stream[NameObject("/Width")], stream[NameObject("/Height")] = (NumberObject(side) for side in made.size)
    stream[NameObject("/ColorSpace")] = GREY if made.mode == "L" else CMYK
    stream[NameObject("/BitsPerComponent")] = NumberObject(8)
    return stream


def _opened(drawn: StreamObject) -> Image.Image:
    filters = drawn.get("/Filter")
    last = filters[-1] if isinstance(filters, ArrayObject) else filters
    if last in ("/DCTDecode", "/JPXDecode"):
        picture = Image.open(BytesIO(drawn._data))
        picture.load()
        return picture
    key = (str(drawn.get("/ColorSpace")), int(str(drawn.get("/BitsPerComponent"))))
    if key not in _RAW:
        raise RenderError(
            (
                message(
                    "a picture of {key} bits in {key2} is not turned into inks: save it as 8 bits",
                    key=key[1],
                    key2=key[0].strip("/"),
                ),
            )
        )
    size = (int(str(drawn["/Width"])), int(str(drawn["/Height"])))
    return Image.frombytes(_RAW[key], size, drawn.get_data())


def _stream(data: bytes) -> StreamObject:
    plain = DecodedStreamObject()
    plain.set_data(data)
    return plain.flate_encode(9)


def _dictionary(value: object) -> DictionaryObject:
    """Return the dictionary that a value is or refers to, an empty one for anything else."""
    target = value.get_object() if isinstance(value, PdfObject) else value
    return target if isinstance(target, DictionaryObject) else DictionaryObject()
