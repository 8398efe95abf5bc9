"""EPUB: what the package says of itself is true of its files. What it does not say is left alone."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import GIF, JPEG, PNG, WEBP
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import alternative, name_of
from clearfold.proof.readers.epub.file import EpubFile

MODE, FEATURE, HAZARD = "schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"
PICTURES = frozenset("img image svg picture object canvas video embed".split())
SOUND = frozenset("audio video embed object iframe".split())
RASTER = frozenset({JPEG, PNG, GIF, WEBP})
OPPOSITE = {
    "flashing": "noFlashingHazard",
    "sound": "noSoundHazard",
    "motionSimulation": "noMotionSimulationHazard",
}
STANDARDS = ("a11y", "accessib", "wcag")


def claims(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find the claims of the metadata that the files, or the copy, do not bear out."""
    epub, expected = evidence.epub, evidence.expected
    if epub is None:
        return
    if not epub.absent:  # what a document that is not there held is not known
        yield from _pictures(epub)
        if "auditory" in epub.claimed(MODE) and not _holds_sound(epub):
            yield finding("EPB-041", None, found="auditory")
    yield from _hazards(epub)
    if "evaluation" not in dict(expected.facts):
        for claim in _judged(epub):
            yield finding("EPB-038", None, found=claim, fact=f"“{claim}”")
    for item in epub.manifest.values():
        if "cover-image" in item.properties and item.media_type not in RASTER:
            fact = message("it is {media_type}", media_type=item.media_type)
            yield finding("EPB-039", None, place=item.path, found=item.media_type, fact=fact)


def _pictures(epub: EpubFile) -> Iterator[Diagnostic]:
    pictures = [e for e in _elements(epub) if name_of(e) in PICTURES]
    described = any(alternative(e) for e in pictures) or any(e.get("role") == "img" for e in _elements(epub))
    modes = epub.claimed(MODE)
    if "alternativeText" in epub.claimed(FEATURE) and not described:
        yield finding("EPB-031", None, found="alternativeText")
    if "visual" in modes and not pictures and not described:
        yield finding("EPB-032", None, found="visual")
    if modes and "visual" not in modes and described:
        yield finding("EPB-033", None, expected="visual", found=", ".join(modes))


def _holds_sound(epub: EpubFile) -> bool:
    timed = any(item.media_type.startswith(("audio/", "video/")) for item in epub.manifest.values())
    return timed or any(name_of(e) in SOUND for e in _elements(epub))


def _hazards(epub: EpubFile) -> Iterator[Diagnostic]:
    """Find hazards that exclude each other: “none” beside one, or one beside its own denial."""
    said = set(epub.claimed(HAZARD))
    for hazard, denial in OPPOSITE.items():
        denied = said & {"none", denial}
        if hazard in said and denied:
            fact = message("“{hazard}” and “{denied}”", hazard=hazard, denied=min(denied))
            yield finding("EPB-040", None, found=hazard, fact=fact)


def _judged(epub: EpubFile) -> Iterator[str]:
    """Yield the claims that somebody has judged the book: a standard of accessibility, or who certified it."""
    for standard in epub.claimed("dcterms:conformsTo"):
        if any(word in standard.lower() for word in STANDARDS):
            yield standard
    yield from epub.claimed("a11y:certifiedBy")


def _elements(epub: EpubFile) -> Iterator[Element]:
    for path, root in epub.documents.items():
        if path != epub.nav or path in epub.spine:
            yield from root.iter()
