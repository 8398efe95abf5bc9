"""What a painted PDF says of itself: title, language, dates and claims, and the copy that is attached to it."""

from io import BytesIO

import pydyf
from weasyprint import Attachment

from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.xmp import PdfMetadata, information, xmp_packet


def attached(name: str, data: bytes, metadata: PdfMetadata) -> Attachment:
    """Return the copy's source as an attachment; without dates of its own it would carry the time of now."""
    return Attachment(
        file_obj=BytesIO(data),
        name=name,
        description=metadata.title,
        created=metadata.created,
        modified=metadata.modified,
        relationship="Source",
    )


def describe(pdf: pydyf.PDF, metadata: PdfMetadata, profile: PdfProfile) -> None:
    """Write title, language, dates and claims where PDF/A and PDF/UA look for them."""
    packet = pydyf.Stream([xmp_packet(metadata, profile)], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(packet)
    pdf.info.clear()
    if profile is PdfProfile.ARCHIVE:  # ISO 19005-4, 6.1.3 leaves Info out
        pdf.info.update({key: pydyf.String(value) for key, value in information(metadata).items()})
    pdf.catalog["Metadata"] = packet.reference
    pdf.catalog["Lang"] = pydyf.String(metadata.lang)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
    if embedded := pdf.catalog.get("Names", {}).get("EmbeddedFiles"):
        files = pdf.objects[int(embedded.split()[0])]["Names"][1::2]
        for reference in files:
            pdf.objects[int(reference.split()[0])]["AFRelationship"] = "/Source"
        pdf.catalog["AF"] = pydyf.Array(files)
    for intent in pdf.catalog["OutputIntents"]:
        intent["S"] = "/GTS_PDFA1"  # WeasyPrint 70 writes GTS_PDFX where no variant is asked for
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Annot":
            item["F"] = 4  # Print: ISO 19005-2, 6.3.2
        elif isinstance(item, pydyf.Stream) and "Interpolate" in item.extra:
            item.extra["Interpolate"] = "false"  # ISO 19005-2, 6.2.8
