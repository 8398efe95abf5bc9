"""Faults put into a file for the print shop with pikepdf alone."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from clearfold.model.units import MM
from tests.faults.fault import Fault, Injected, fault
from tests.faults.print_sample import BAND, BLEED, CLAIMS, GAP, RIGHT, TOP, lines, packet, put_picture
from tests.faults.tagged import saved

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
        page = random.choice(list(pdf.pages)[1:4])  # not the cover, nor the ruled pages at the end
        for name, make in resources.items():
            kind, key = (f"/{part}" for part in name.split("_"))
            page.Resources[kind] = Dictionary({key: make(pdf)})
        operators = list(pikepdf.parse_content_stream(page))
        shown = [
            n for n, each in enumerate(operators) if str(each.operator) == "Tj" and len(bytes(each.operands[0])) > 5
        ]
        at = random.choice(shown)
        back = next(each for each in reversed(operators[:at]) if str(each.operator) == "k")
        pieces = (operators[:at], operators[at : at + 1], [back], operators[at + 1 :])
        before, text, colour_before, rest = (pikepdf.unparse_content_stream(piece) for piece in pieces)
        page.Contents = pdf.make_stream(b"\n".join((before, colour.encode(), text, colour_before, rest)))

    return change


def box(name: str, edges: tuple[float, float, float, float] | None) -> Change:
    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _page(pdf, random)
        if edges is None:
            del page[f"/{name}"]
        else:
            page[f"/{name}"] = Array(list(edges))

    return change


def coarse(pdf: pikepdf.Pdf, _: Random) -> None:
    put_picture(pdf, Image.new("CMYK", (120, 40), (90, 60, 20, 0)))


def wet(pdf: pikepdf.Pdf, random: Random) -> None:
    image = Image.new("CMYK", (1500, 500), (90, 60, 20, 0))
    image.putpixel((random.randrange(1500), random.randrange(500)), (255, 255, 200, 180))
    put_picture(pdf, image)


def bright(pdf: pikepdf.Pdf, _: Random) -> None:
    put_picture(pdf, Image.new("RGB", (1500, 500), (200, 0, 0)))


def loose(pdf: pikepdf.Pdf, random: Random) -> None:
    font = random.choice(list(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


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
            packet({name: value for name, value in said.items() if value}), Type=Name.Metadata, Subtype=Name.XML
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
        b"0 0 0 .2 k 3 300 6 6 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99], Group=group
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
    fault(SHOP, "the trim box is lost", "PRT-010", _with(box("TrimBox", None)), "TYP-012 TYP-021"),
    fault(SHOP, "a box for the art beside that for the trim", "PRT-010", _with(box("ArtBox", (9, 9, 99, 99)))),
    fault(SHOP, "the bleed box is lost", "PRT-010", _with(box("BleedBox", None))),
    fault(
        SHOP, "the trim box is that of another paper", "PRT-010",
        _with(box("TrimBox", (5 * MM, 5 * MM, RIGHT - 5 * MM, TOP - 5 * MM))),
        "PRT-012 PRT-011 TYP-011 TYP-012 TYP-021",
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
    fault(SHOP, "a crop mark is left out", "PRT-012", _with(swap(lambda random: random.choice(lines()), ""))),
    fault(
        SHOP, "a crop mark goes on into the bleed", "PRT-013",
        _with(draw(f".25 w 0 0 0 1 K 0 {TOP:.3f} m 0 {TOP + GAP:.3f} l S")),
    ),
    fault(SHOP, "a shape in RGB", "PRT-014", _with(draw("1 0 0 rg 3 300 6 6 re f"))),
    fault(SHOP, "a line in RGB", "PRT-014", _with(draw("1 0 0 RG 3 300 m 3 330 l S"))),
    fault(SHOP, "text in RGB", "PRT-014", _with(letters("0 0 0 rg"))),
    fault(SHOP, "a picture in RGB", "PRT-014", _with(bright)),
    fault(SHOP, "a gradient in RGB", "PRT-014",
          _with(draw("3 300 6 6 re W n /G sh", Shading_G=_gradient(Name.DeviceRGB, [1, 0, 0], [1, 1, 1])))),
    fault(SHOP, "a pattern in RGB", "PRT-014",
          _with(draw("/Pattern cs /T scn 3 300 6 6 re f", Pattern_T=_tile))),
    fault(SHOP, "a group blended in RGB", "PRT-014", _with(draw("/Group Do", XObject_Group=_group))),
    fault(SHOP, "an ink of a fifth plate", "PRT-014",
          _with(draw("/Gold cs 1 scn 3 300 6 6 re f", ColorSpace_Gold=_space(
              Name.Separation, Name.Gold, Name.DeviceCMYK,
              Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.2, 1, 0.2]))))),
    fault(SHOP, "a colour of Lab", "PRT-014",
          _with(draw("/Eye cs 50 40 30 scn 3 300 6 6 re f",
                     ColorSpace_Eye=_space(Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82]))))),
    fault(SHOP, "text in the association's blue", "PRT-015", _with(letters(".97 .78 .26 .33 k"))),
    fault(SHOP, "text in grey", "PRT-015", _with(letters("0 0 0 .6 k")), "TYP-007"),
    fault(SHOP, "letters with an outline of a colour", "PRT-015", _with(letters("2 Tr 1 0 0 0 K"))),
    fault(SHOP, "a shape of 320 %", "PRT-016", _with(draw("1 .9 .7 .6 k 3 300 6 6 re f"))),
    fault(SHOP, "a gradient to 340 %", "PRT-016",
          _with(draw("3 300 6 6 re W n /G sh", Shading_G=_gradient(Name.DeviceCMYK, [0, 0, 0, 0], [1, 1, 0.8, 0.6])))),
    fault(SHOP, "a pixel of 348 %", "PRT-016", _with(wet)),
    fault(SHOP, "text in black of four inks", "PRT-017", _with(letters(".6 .5 .5 .9 k"))),
    fault(SHOP, "white text that is overprinted", "PRT-018",
          _with(letters("0 0 0 0 k /O gs", ExtGState_O=_over)), "TYP-007"),
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
    fault(SHOP, "another transfer function", "PRT-025",
          _with(draw("/Curve gs", ExtGState_Curve=lambda _: Dictionary(TR2=Name.Identity)))),
    fault(SHOP, "PostScript", "PRT-025",
          _with(draw("", XObject_Old=lambda pdf: pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)))),
)  # fmt: skip
