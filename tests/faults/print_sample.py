"""A file for the print shop, made by pikepdf alone from the sample's pages: all that PDF/X-4 asks for, and no more."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from clearfold.paper import Level, Paper
from tests.faults import sample

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
    drawn = picture(pdf, Image.new("CMYK", (300, 300), (90, 60, 20, 0)))
    for page in pdf.pages:
        for key in ("/Annots", "/StructParents", "/Tabs"):
            if key in page:
                del page[key]
        page.MediaBox = Array([-SHEET, -SHEET, RIGHT + SHEET, TOP + SHEET])
        page.BleedBox = Array([-BLEED, -BLEED, RIGHT + BLEED, TOP + BLEED])
        page.TrimBox = Array([0, 0, RIGHT, TOP])
        fonts = Dictionary(dict.fromkeys(page.Resources.Font.keys(), font))
        spaces = Dictionary(Registration=registration)
        page.Resources = Dictionary(Font=fonts, XObject=Dictionary(Picture=drawn), ColorSpace=spaces)
        body = page.Contents.read_bytes()
        page.Contents = pdf.make_stream((BAND + PICTURE + "0 0 0 1 k\n").encode() + body + _marks().encode())
    describe(pdf, CLAIMS)
    return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, force_version="1.6")
    return out.getvalue()


def describe(pdf: pikepdf.Pdf, claims: dict[str, str]) -> None:
    pdf.Root.Metadata = pdf.make_stream(packet(claims), Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo["/Trapped"] = Name("/False")
    profile = pdf.make_stream((ROOT / "styles/profiles/ISOcoated_v2_300_bas.icc").read_bytes(), N=4)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"))
    intent.RegistryName, intent.DestOutputProfile = String("http://www.color.org"), profile
    pdf.Root.OutputIntents = Array([intent])


def packet(claims: dict[str, str]) -> bytes:
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


def picture(pdf: pikepdf.Pdf, image: Image.Image) -> pikepdf.Object:
    space = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "L": Name.DeviceGray}[image.mode]
    entries = {"/Type": Name.XObject, "/Subtype": Name.Image, "/ColorSpace": space, "/BitsPerComponent": 8}
    return pdf.make_stream(image.tobytes(), {**entries, "/Width": image.width, "/Height": image.height})


def lines() -> list[str]:
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
    return "\nq .25 w /Registration CS 1 SCN\n" + "\n".join(lines()) + "\nQ\n"
