"""A file for the print shop, made by pikepdf alone from the brochure that is set in type: what PDF/X-4 asks for."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String
from PIL import Image

from clearfold.model.paper import Level, Paper
from clearfold.model.units import MM
from tests.faults import typeset

ROOT = Path(__file__).parents[2]
PAPER = Paper(Level.LARGE, width=148, height=210, margin=14, bleed=3, multiple=4, most=20, tagged=False)
RIGHT, TOP = 148 * MM, 210 * MM
BLEED, GAP, MARK, SHEET = 3 * MM, 4 * MM, 9 * MM, 11 * MM
BAND = f"q .97 .78 .26 .33 k {-BLEED:.3f} {-BLEED:.3f} {RIGHT + 2 * BLEED:.3f} {BLEED + 9:.3f} re f Q\n"
PAINTING = frozenset({"Tj", "TJ", "f", "f*", "S", "B"})
BLACK, PAPER_WHITE = (0, 0, 0, 1), (0, 0, 0, 0)
SHAPES = {
    (0.0, 0.0, 0.0): BLACK,
    (1.0, 1.0, 1.0): PAPER_WHITE,
    (0.07, 0.19, 0.36): (0.97, 0.78, 0.26, 0.33),
    (1.0, 0.78, 0.17): (0.01, 0.24, 0.86, 0),
    (0.92, 0.94, 0.98): (0.11, 0.04, 0.02, 0),
}
LETTERS = {**dict.fromkeys(SHAPES, BLACK), (1.0, 1.0, 1.0): PAPER_WHITE, (1.0, 0.78, 0.17): PAPER_WHITE}
Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
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
    """Return the brochure as a file for the print shop that the proof has nothing to say about."""
    pdf = pikepdf.open(BytesIO(typeset.brochure_pdf()))
    for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
        if key in pdf.Root:
            del pdf.Root[key]
    registration = _registration()
    for page in pdf.pages:
        for key in ("/Annots", "/StructParents", "/Tabs"):
            if key in page:
                del page[key]
        page.MediaBox = Array([-SHEET, -SHEET, RIGHT + SHEET, TOP + SHEET])
        page.BleedBox = Array([-BLEED, -BLEED, RIGHT + BLEED, TOP + BLEED])
        page.TrimBox = Array([0, 0, RIGHT, TOP])
        page.Resources.ColorSpace = Dictionary(Registration=registration)
        body = pikepdf.unparse_content_stream(_separated(list(pikepdf.parse_content_stream(page))))
        page.Contents = pdf.make_stream(BAND.encode() + body + _marks().encode())
    put_picture(pdf, Image.new("CMYK", (1500, 500), (90, 60, 20, 0)))
    describe(pdf, CLAIMS)
    return _saved(pdf)


def put_picture(pdf: pikepdf.Pdf, image: Image.Image) -> None:
    """Draw another picture where the brochure has its own."""
    made = picture(pdf, image)
    for page in pdf.pages:
        page.Resources.XObject.Im1 = made


def _separated(operators: list[Instruction]) -> list[Instruction]:
    """Turn colours into inks, those of letters into black or paper, and take what reaches the edge into the bleed."""
    made: list[Instruction] = []
    for index, each in enumerate(operators):
        name = str(each.operator)
        if name in ("rg", "RG"):
            red, green, blue = (round(float(part), 2) for part in each.operands)
            colour = (red, green, blue)
            paints = next((str(o.operator) for o in operators[index:] if str(o.operator) in PAINTING), "f")
            inks = LETTERS[colour] if paints in ("Tj", "TJ") else SHAPES[colour]
            made.append(pikepdf.ContentStreamInstruction(list(inks), Operator("k" if name == "rg" else "K")))
        elif name == "re" and float(each.operands[2]) > RIGHT - 1:
            _, y, _, high = (float(part) for part in each.operands)
            low, top = (-BLEED if y <= 0 else y), (TOP + BLEED if y + high > TOP - 1 else y + high)
            rectangle = [round(part, 3) for part in (-BLEED, low, RIGHT + 2 * BLEED, top - low)]
            made.append(pikepdf.ContentStreamInstruction(rectangle, Operator("re")))
        else:
            made.append(each)
    return made


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
