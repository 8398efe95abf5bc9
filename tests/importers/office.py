"""Word files and OpenDocument texts made of pieces of XML, for tests."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_OFFICE = "http://schemas.openxmlformats.org"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "c": f"{_OFFICE}/drawingml/2006/chart",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "dgm": f"{_OFFICE}/drawingml/2006/diagram",
    }.items()
)
PACKAGE = f"{_OFFICE}/package/2006"
KINDS = f"{_OFFICE}/officeDocument/2006/relationships"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """Return a Word file: its body, further parts below word/, and (kind, target) of relations by id.

    A target with :// is outside the file. Parts that are text and have no root get that of their name.
    """
    leads = {f"part{n}": (name.split(".")[0].rstrip("0123456789"), name) for n, name in enumerate(parts or {})}
    leads |= dict(relations or {})
    links = "".join(_relation(key, kind, target) for key, (kind, target) in leads.items())
    main = f'<Relationship Id="m" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
    head = f'<Relationships xmlns="{PACKAGE}/relationships">'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f"{head}{main}</Relationships>",
            "word/_rels/document.xml.rels": f"{head}{links}</Relationships>",
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}": data for name, data in (parts or {}).items()},
        }
    )


def _relation(key: str, kind: str, target: str) -> str:
    outside = ' TargetMode="External"' if "://" in target else ""
    return f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{target}"{outside}/>'


def part(name: str, inside: str) -> str:
    """Return a part of a Word file whose root has that name, such as w:styles."""
    return f"<{name} {SPACES}>{inside}</{name}>"


def p(words: str, properties: str = "") -> str:
    """Return a paragraph with one run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(words)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run."""
    around = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{around}<w:t xml:space="preserve">{words}</w:t></w:r>'
