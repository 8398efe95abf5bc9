"""A file for the print shop, made by pikepdf alone from the sample's pages, and faults that a preflight must find."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from clearfold.paper import Level, Paper
from tests.faults import sample
from tests.faults.fault import Fault, Injected, fault
from tests.faults.tagged import saved

ROOT = Path(__file__).parents[2]
PAPER = Paper(Level.LARGE, width=148, height=210, margin=14, bleed=3, tagged=False)
MM = 72 / 25.4
RIGHT, TOP = 148 * MM, 210 * MM
BLEED, GAP, MARK, SHEET = 3 * MM, 4 * MM, 9 * MM, 11 * MM
BAND = f"q .97 .78 .26 .33 k {-BLEED:.3f} {-BLEED:.3f} {RIGHT + 2 * BLEED:.3f} {BLEED + 9:.3f} re f Q\n"
PICTURE = "q 72 0 0 72 320 20 cm /Picture Do Q\n"
CLAIMS = {
    "pdf:Trapped": "False",
    "xmp:CreateDate": "2026-11-23T00:00:00Z",
    "xmp:ModifyDate": "2026-11-23T00:00:00Z",
    "xmp:MetadataDate": "2026-11-23T00:00:00Z",
    "xmpMM:DocumentID": "uuid:0",
    "xmpMM:VersionID": "1",
    "xmpMM:RenditionClass": "default",
    "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    "dc:title": '<rdf:Alt><rdf:li xml:lang="x-default">Griep in de winter</rdf:li></rdf:Alt>',
}
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}


@cache
def good() -> bytes:
    """Return the sample as a file for the print shop that the proof has nothing to say about."""
    pdf = pikepdf.open(BytesIO(sample.pdf()))
    for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
        if key in pdf.Root:
            del pdf.Root[key]
    font = _font(pdf)
    registration = _registration()
    picture = _picture(pdf, Image.new("CMYK", (300, 300), (90, 60, 20, 0)))
    for page in pdf.pages:
        for key in ("/Annots", "/StructParents", "/Tabs"):
            if key in page:
                del page[key]
        page.MediaBox = Array([-SHEET, -SHEET, RIGHT + SHEET, TOP + SHEET])
        page.BleedBox = Array([-BLEED, -BLEED, RIGHT + BLEED, TOP + BLEED])
        page.TrimBox = Array([0, 0, RIGHT, TOP])
        fonts = Dictionary(dict.fromkeys(page.Resources.Font.keys(), font))
        spaces = Dictionary(Registration=registration)
        page.Resources = Dictionary(Font=fonts, XObject=Dictionary(Picture=picture), ColorSpace=spaces)
        body = page.Contents.read_bytes()
        page.Contents = pdf.make_stream((BAND + PICTURE + "0 0 0 1 k\n").encode() + body + _marks().encode())
    _describe(pdf, CLAIMS)
    return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, force_version="1.6")
    return out.getvalue()


def _describe(pdf: pikepdf.Pdf, claims: dict[str, str]) -> None:
    pdf.Root.Metadata = pdf.make_stream(_packet(claims), Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo["/Trapped"] = Name("/False")
    profile = pdf.make_stream((ROOT / "styles/profiles/ISOcoated_v2_300_bas.icc").read_bytes(), N=4)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"))
    intent.RegistryName, intent.DestOutputProfile = String("http://www.color.org"), profile
    pdf.Root.OutputIntents = Array([intent])


def _packet(claims: dict[str, str]) -> bytes:
    spaces = "".join(f' xmlns:{name}="{address}"' for name, address in SPACES.items())
    said = "".join(f"<{name}>{value}</{name}>" for name, value in claims.items())
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{said}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return a font with its program, for the letters of Windows' first code page."""
    file = ROOT / "styles/fonts/AtkinsonHyperlegibleNext-400.ttf"
    face = TTFont(file)
    names, widths = face.getBestCmap(), face["hmtx"]
    per = 1000 / face["head"].unitsPerEm
    codes = [bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
    descriptor = pdf.make_indirect(Dictionary(Type=Name.FontDescriptor, FontName=Name.Atkinson, Flags=32))
    descriptor.FontFile2 = pdf.make_stream(file.read_bytes())
    descriptor.FontBBox, descriptor.ItalicAngle, descriptor.StemV = Array([-200, -300, 1300, 1000]), 0, 80
    descriptor.Ascent, descriptor.Descent, descriptor.CapHeight = 950, -250, 670
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Atkinson, Encoding=Name.WinAnsiEncoding)
    font.FirstChar, font.LastChar = 32, 255
    font.Widths = Array([round(widths[names[ord(c)]][0] * per) if ord(c) in names else 0 for c in codes])
    font.FontDescriptor = descriptor
    return pdf.make_indirect(font)


def _registration() -> pikepdf.Object:
    tint = Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def _picture(pdf: pikepdf.Pdf, image: Image.Image) -> pikepdf.Object:
    space = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "L": Name.DeviceGray}[image.mode]
    entries = {"/Type": Name.XObject, "/Subtype": Name.Image, "/ColorSpace": space, "/BitsPerComponent": 8}
    return pdf.make_stream(image.tobytes(), {**entries, "/Width": image.width, "/Height": image.height})


def _lines() -> list[str]:
    """Return the crop marks, one a line."""
    return [
        line
        for x, way in ((0.0, -1), (RIGHT, 1))
        for y, up in ((0.0, -1), (TOP, 1))
        for line in (
            f"{x + way * GAP:.3f} {y:.3f} m {x + way * MARK:.3f} {y:.3f} l S",
            f"{x:.3f} {y + up * GAP:.3f} m {x:.3f} {y + up * MARK:.3f} l S",
        )
    ]


def _marks() -> str:
    return "\nq .25 w /Registration CS 1 SCN\n" + "\n".join(_lines()) + "\nQ\n"


Change = Callable[[pikepdf.Pdf, Random], None]


def _with(change: Change) -> Callable[[bytes, Random], Injected]:
    def inject(data: bytes, random: Random) -> Injected:
        pdf = pikepdf.open(BytesIO(data))
        change(pdf, random)
        return Injected(saved(pdf))

    return inject


def _page(pdf: pikepdf.Pdf, random: Random) -> pikepdf.Page:
    return random.choice(list(pdf.pages))


def draw(operators: str, *, first: bool = False, **resources: Callable[[pikepdf.Pdf], pikepdf.Object]) -> Change:
    """Draw more on a page: before all else, or after it; resources are named by kind and name, as ``XObject_X``."""

    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _page(pdf, random)
        for name, make in resources.items():
            kind, key = (f"/{part}" for part in name.split("_"))
            if kind not in page.Resources:
                page.Resources[kind] = Dictionary()
            page.Resources[kind][key] = make(pdf)
        more = f"\nq {operators} Q\n".encode()
        body = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(more + body if first else body + more)

    return change


def swap(old: str | Callable[[Random], str], new: str) -> Change:
    """Draw something else on a page."""

    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _page(pdf, random)
        found = old if isinstance(old, str) else old(random)
        before = page.Contents.read_bytes()
        after = before.replace(found.encode(), new.encode())
        assert before != after
        page.Contents = pdf.make_stream(after)

    return change


def letters(colour: str, **resources: Callable[[pikepdf.Pdf], pikepdf.Object]) -> Change:
    """Give one text of a page another colour."""

    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _page(pdf, random)
        for name, make in resources.items():
            kind, key = (f"/{part}" for part in name.split("_"))
            page.Resources[kind] = Dictionary({key: make(pdf)})
        operators = list(pikepdf.parse_content_stream(page))
        shown = [
            n for n, each in enumerate(operators) if str(each.operator) == "Tj" and len(bytes(each.operands[0])) > 3
        ]
        at = random.choice(shown)
        before, after = (pikepdf.unparse_content_stream(part) for part in (operators[:at], operators[at : at + 1]))
        rest = pikepdf.unparse_content_stream(operators[at + 1 :])
        parts = (before, colour.encode(), after, b"0 0 0 1 k", rest)
        page.Contents = pdf.make_stream(b"\n".join(parts))

    return change


def box(name: str, edges: tuple[float, float, float, float] | None) -> Change:
    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _page(pdf, random)
        if edges is None:
            del page[f"/{name}"]
        else:
            page[f"/{name}"] = Array(list(edges))

    return change


def coarse(pdf: pikepdf.Pdf, random: Random) -> None:
    page = _page(pdf, random)
    page.Resources.XObject.Picture = _picture(pdf, Image.new("CMYK", (120, 120), (90, 60, 20, 0)))


def wet(pdf: pikepdf.Pdf, random: Random) -> None:
    image = Image.new("CMYK", (300, 300), (90, 60, 20, 0))
    image.putpixel((random.randrange(300), random.randrange(300)), (255, 255, 200, 180))
    _page(pdf, random).Resources.XObject.Picture = _picture(pdf, image)


def bright(pdf: pikepdf.Pdf, random: Random) -> None:
    _page(pdf, random).Resources.XObject.Picture = _picture(pdf, Image.new("RGB", (300, 300), (200, 0, 0)))


def loose(pdf: pikepdf.Pdf, random: Random) -> None:
    font = next(iter(_page(pdf, random).Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


def intent(change: Callable[[pikepdf.Pdf], None]) -> Change:
    return lambda pdf, _: change(pdf)


def _no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _other_condition(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("CGATS TR 001")


def _screen(pdf: pikepdf.Pdf) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(profile, N=3)


def _no_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0]["/DestOutputProfile"]


def _no_registry(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0]["/RegistryName"]


def linked(pdf: pikepdf.Pdf, random: Random) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://example.org"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[50, 50, 90, 90], A=action)
    _page(pdf, random).Annots = Array([pdf.make_indirect(link)])


def root(key: str, make: Callable[[pikepdf.Pdf], pikepdf.Object]) -> Change:
    def change(pdf: pikepdf.Pdf, _: Random) -> None:
        pdf.Root[f"/{key}"] = make(pdf)

    return change


def claims(**values: str) -> Change:
    """Write other metadata: names have __ for a colon, and "" leaves one out."""

    def change(pdf: pikepdf.Pdf, _: Random) -> None:
        said = {**CLAIMS, **{name.replace("__", ":"): value for name, value in values.items()}}
        pdf.Root.Metadata = pdf.make_stream(
            _packet({name: value for name, value in said.items() if value}), Type=Name.Metadata, Subtype=Name.XML
        )

    return change


def untrapped(pdf: pikepdf.Pdf, _: Random) -> None:
    del pdf.docinfo["/Trapped"]


def later(data: bytes, _: Random) -> Injected:
    return Injected(data.replace(b"%PDF-1.6", b"%PDF-1.7", 1))


def nameless(data: bytes, _: Random) -> Injected:
    return Injected(data.replace(b"/ID [", b"/XD [", 1))


def _group(pdf: pikepdf.Pdf) -> pikepdf.Object:
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    return pdf.make_stream(
        b"0 0 0 .2 k 50 50 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99], Group=group
    )


def _gradient(space: Name, one: list[float], two: list[float]) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    function = Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=one, C1=two)
    return lambda pdf: pdf.make_indirect(
        Dictionary(ShadingType=2, ColorSpace=space, Coords=[50, 50, 90, 50], Function=function)
    )


def _tile(pdf: pikepdf.Pdf) -> pikepdf.Object:
    cell = Dictionary(Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9)
    return pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f", {**cell, "/Resources": Dictionary()})


def _over(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(OP=True, op=True, OPM=1))


def _space(*parts: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    return lambda _: Array(list(parts))


SHOP = "print shop"
FAULTS: tuple[Fault, ...] = (
    fault(SHOP, "the trim box is lost", "PRT-010", _with(box("TrimBox", None))),
    fault(SHOP, "the bleed box is lost", "PRT-010", _with(box("BleedBox", None))),
    fault(
        SHOP, "the trim box is that of another paper", "PRT-010",
        _with(box("TrimBox", (5 * MM, 5 * MM, RIGHT - 5 * MM, TOP - 5 * MM))), "PRT-012 PRT-011",
    ),
    fault(
        SHOP, "the bleed is 1 mm short on one side", "PRT-010",
        _with(box("BleedBox", (-2 * MM, -BLEED, RIGHT + BLEED, TOP + BLEED))),
    ),
    fault(
        SHOP, "the sheet has no room for the marks", "PRT-010",
        _with(box("MediaBox", (-2 * MM, -2 * MM, RIGHT + 2 * MM, TOP + 2 * MM))), "PRT-012 PRT-011",
    ),
    fault(
        SHOP, "the band stops where the page is trimmed", "PRT-011",
        _with(swap(BAND, f"q .97 .78 .26 .33 k 0 0 {RIGHT:.3f} 9 re f Q\n")),
    ),
    fault(
        SHOP, "a side of the band stops at the trim", "PRT-011",
        _with(swap(BAND, f"q .97 .78 .26 .33 k 0 {-BLEED:.3f} {RIGHT + BLEED:.3f} {BLEED + 9:.3f} re f Q\n")),
    ),
    fault(SHOP, "a crop mark is left out", "PRT-012", _with(swap(lambda random: random.choice(_lines()), ""))),
    fault(
        SHOP, "a crop mark goes on into the bleed", "PRT-013",
        _with(draw(f".25 w 0 0 0 1 K 0 {TOP:.3f} m 0 {TOP + GAP:.3f} l S")),
    ),
    fault(SHOP, "a shape in RGB", "PRT-014", _with(draw("1 0 0 rg 50 50 9 9 re f"))),
    fault(SHOP, "a line in RGB", "PRT-014", _with(draw("1 0 0 RG 50 50 m 90 90 l S"))),
    fault(SHOP, "text in RGB", "PRT-014", _with(letters("0 0 0 rg"))),
    fault(SHOP, "a picture in RGB", "PRT-014", _with(bright)),
    fault(SHOP, "a gradient in RGB", "PRT-014",
          _with(draw("/G sh", first=True, Shading_G=_gradient(Name.DeviceRGB, [1, 0, 0], [1, 1, 1])))),
    fault(SHOP, "a pattern in RGB", "PRT-014",
          _with(draw("/Pattern cs /T scn 50 50 9 9 re f", Pattern_T=_tile))),
    fault(SHOP, "a group blended in RGB", "PRT-014", _with(draw("/Group Do", XObject_Group=_group))),
    fault(SHOP, "an ink of a fifth plate", "PRT-014",
          _with(draw("/Gold cs 1 scn 50 50 9 9 re f", ColorSpace_Gold=_space(
              Name.Separation, Name.Gold, Name.DeviceCMYK,
              Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.2, 1, 0.2]))))),
    fault(SHOP, "a colour of Lab", "PRT-014",
          _with(draw("/Eye cs 50 40 30 scn 50 50 9 9 re f",
                     ColorSpace_Eye=_space(Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82]))))),
    fault(SHOP, "text in the association's blue", "PRT-015", _with(letters(".97 .78 .26 .33 k"))),
    fault(SHOP, "text in grey", "PRT-015", _with(letters("0 0 0 .6 k"))),
    fault(SHOP, "letters with an outline of a colour", "PRT-015", _with(letters("2 Tr 1 0 0 0 K"))),
    fault(SHOP, "a shape of 320 %", "PRT-016", _with(draw("1 .9 .7 .6 k 50 50 9 9 re f"))),
    fault(SHOP, "a gradient to 340 %", "PRT-016",
          _with(draw("/G sh", first=True, Shading_G=_gradient(Name.DeviceCMYK, [0, 0, 0, 0], [1, 1, 0.8, 0.6])))),
    fault(SHOP, "a pixel of 348 %", "PRT-016", _with(wet)),
    fault(SHOP, "text in black of four inks", "PRT-017", _with(letters(".6 .5 .5 .9 k"))),
    fault(SHOP, "white text that is overprinted", "PRT-018", _with(letters("0 0 0 0 k /O gs", ExtGState_O=_over))),
    fault(SHOP, "a coarse picture", "PRT-020", _with(coarse)),
    fault(SHOP, "a font is not embedded", "PRT-021", _with(loose)),
    fault(SHOP, "the output intent is lost", "PRT-022", _with(intent(_no_intent))),
    fault(SHOP, "a printing condition of another continent", "PRT-022", _with(intent(_other_condition))),
    fault(SHOP, "the profile is a screen's", "PRT-022", _with(intent(_screen))),
    fault(SHOP, "the profile is lost", "PRT-022", _with(intent(_no_profile))),
    fault(SHOP, "the registry is lost", "PRT-022", _with(intent(_no_registry))),
    fault(SHOP, "a link", "PRT-023", _with(linked)),
    fault(SHOP, "an action on opening", "PRT-023",
          _with(root("OpenAction", lambda pdf: Array([pdf.pages[0].obj, Name.Fit])))),
    fault(SHOP, "a script", "PRT-023", _with(root("Names", lambda _: Dictionary(JavaScript=Dictionary(Names=[]))))),
    fault(SHOP, "a form to fill in", "PRT-023", _with(root("AcroForm", lambda _: Dictionary(Fields=[])))),
    *(
        fault(SHOP, f"{name} is lost", "PRT-024", _with(claims(**{name.replace(":", "__"): ""})))
        for name in CLAIMS
    ),
    fault(SHOP, "the file says that it is PDF/X-1a", "PRT-024", _with(claims(pdfxid__GTS_PDFXVersion="PDF/X-1a:2003"))),
    fault(SHOP, "the file contradicts itself on trapping", "PRT-024", _with(claims(pdf__Trapped="True"))),
    fault(SHOP, "Trapped is lost", "PRT-024", _with(untrapped)),
    fault(SHOP, "PDF 1.7", "PRT-024", later),
    fault(SHOP, "the file has no ID", "PRT-024", nameless),
    fault(SHOP, "a transfer function", "PRT-025",
          _with(draw("/Curve gs", ExtGState_Curve=lambda _: Dictionary(TR=Name.Identity)))),
    fault(SHOP, "PostScript", "PRT-025",
          _with(draw("", XObject_Old=lambda pdf: pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)))),
)  # fmt: skip
