"""What an edition with pages declares of its make: the proof holds the finished file against it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Design:
    """What a PDF of ours is drawn with, and what it claims.

    ``fonts`` are the files of which its letters may be. ``profile`` names the standards that it says it keeps:
    "archive" (PDF/A-2a and PDF/UA-1), "next" (PDF/A-4f, PDF/UA-2 and WTPDF 1.0), "exchange" (PDF/X-4), "" for none.
    ``colours`` are all that its pages may have beside their pictures, as ``#rrggbb``; ``code`` is the address in its
    QR code, "" where it has none. ``styled`` is true where rules of the association's own style sheet give words a
    colour or a size.
    """

    fonts: tuple[Path, ...] = ()
    profile: str = ""
    colours: tuple[str, ...] = ()
    code: str = ""
    styled: bool = False
