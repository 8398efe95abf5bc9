"""Of what an edition of ours is made, object by object: the keys of each kind, and what may stand there.

An allow-list, from the pages that the standards give them (ISO 32000-1, 7 to 14), so that what nobody thought of falls
out by itself: no layer, form, script, comment, or mask over a page is in it. A line is a key, with "?" where it may be
absent, and what it may hold, one of several:

- ``text``, ``int``, ``number``, ``bool``, ``name`` are plain values; ``/Name`` and ``=4`` these and no others;
- ``numbers`` is an array of numbers, ``box`` of four and ``matrix`` of six, ``once`` of texts, each once, ``pairs``
  of names in their order and what they name, ``place`` a place on a page, ``values`` an array of plain values of any
  sort, nested or not;
- ``@kind`` is a dictionary or stream of that kind, ``[kind]`` an array of such and of plain values, ``(kind)`` of one
  such alone, ``{kind}`` such by names of any sort;
- ``^`` leads back to what is looked at elsewhere.
"""

from dataclasses import dataclass
from types import MappingProxyType

STREAM = """
Length? int
Filter? name values
DecodeParms? @parameters [parameters]
"""
DESCRIPTOR = """
Type /FontDescriptor
FontName name
FontFamily? text
Flags int
FontBBox box
ItalicAngle number
Ascent number
Descent number
CapHeight? number
StemV number
StemH? number
CIDSet? @content
"""
ELEMENT = """
Type? /StructElem
P ^
Pg? ^
K? int @kid [kid]
Lang? text
NS? @namespace
"""
STRUCTURE = (
    "/Document /Sect /Div /Aside /BlockQuote /P /TOC /LI /Lbl /LBody /Table /THead /TBody "
    "/TFoot /TR /Caption /Strong /Em /Code /Quote"
)
NUMBERINGS = "/None /Disc /Decimal /LowerAlpha /UpperAlpha /LowerRoman /UpperRoman /Description"
_KINDS = {
    "trailer": """
Root @catalogue
Info? @information
ID values
Size int
Prev? int
XRefStm? int
Type? /XRef
W? numbers
Index? numbers
Length? int
Filter? name values
DecodeParms? @parameters [parameters]
""",
    "information": """
Title? text
Author? text
Subject? text
Keywords? text
Creator text
Producer text
CreationDate text
ModDate text
Trapped? /False
""",
    "catalogue": """
Type /Catalog
Version? name
Pages @pages
Lang? text
Metadata @metadata
MarkInfo? @marked
StructTreeRoot? @tree
ViewerPreferences? @preferences
Outlines? @outlines
Names? @names
Dests? {destination}
PageLabels? @labels
OutputIntents? (intent)
AF? [file]
Extensions? {extension}
""",
    "extension": "Type? /DeveloperExtensions\nBaseVersion name\nExtensionLevel int",
    "metadata": STREAM + "Type /Metadata\nSubtype /XML",
    "marked": "Marked? bool",
    "preferences": "DisplayDocTitle? bool\nPrintScaling? /None\nDuplex? /DuplexFlipShortEdge",
    "names": "Dests? @name-tree\nEmbeddedFiles? @file-tree",
    "name-tree": "Names? pairs\nKids? [name-tree]\nLimits? values",
    "file-tree": "Names [file]",
    "destination": "D place\nSD? values",
    "labels": "Nums? [label]\nKids? [labels]\nLimits? numbers",
    "label": "Type? /PageLabel\nS? name\nP? text\nSt? int",
    "intent": """
Type /OutputIntent
S /GTS_PDFA1 /GTS_PDFX
OutputConditionIdentifier text
OutputCondition? text
RegistryName? text
Info? text
DestOutputProfile? @profile
""",
    "profile": STREAM + "N? int\nAlternate? name\nRange? numbers",
    "file": """
Type /Filespec
F text
UF text
Desc? text
AFRelationship /Source
EF @embedded
""",
    "embedded": "F @copy\nUF? @copy",
    "copy": STREAM + "Type /EmbeddedFile\nSubtype name\nParams @parameters",
    "parameters": """
CheckSum? text
CreationDate? text
ModDate? text
Size? int
Predictor? int
Columns? int
Colors? int
BitsPerComponent? int
ColorTransform? int
""",
    "outlines": "Type? /Outlines\nCount int\nFirst? @outline\nLast? ^",
    "outline": """
Title text
Parent ^
Prev? ^
Next? @outline
First? @outline
Last? ^
Count? int
Dest? text place
A? @go
""",
    "go": "Type? /Action\nS /GoTo\nD text place\nSD? values",
    "pages": "Type /Pages\nCount int\nKids [page-or-pages]\nParent? ^\nMediaBox? box\nResources? @page-resources",
    "page": """
Type /Page
Parent ^
MediaBox? box
TrimBox? box
BleedBox? box
Contents @content [content]
Resources? @page-resources
Annots? [annotation]
StructParents? int
Tabs? /S
""",
    "content": STREAM,
    "link": """
Type /Annot
Subtype /Link
Rect box
Contents text
StructParent int
F =4
BS @border
A? @action
Dest? text place
P? ^
""",
    "border": "W =0",
    "address": "Type? /Action\nS /URI\nURI text",
    "page-resources": """
Font? {font}
XObject? {drawn}
ExtGState? {page-state}
ColorSpace? {space-part}
Pattern? {pattern}
Shading? {shading}
ProcSet? values
""",
    "page-state": "Type? /ExtGState\nca? number\nCA? number\nOP? bool\nop? bool\nOPM? int",
    "resources": """
Font? {font}
XObject? {drawn}
ExtGState? {state}
ColorSpace? {space-part}
Pattern? {pattern}
Shading? {shading}
ProcSet? values
""",
    "state": """
Type? /ExtGState
ca? number
CA? number
OP? bool
op? bool
OPM? int
AIS? bool
BM? name
SMask? /None @mask
""",
    "mask": "Type? /Mask\nS /Luminosity /Alpha\nG @form",
    "font": """
Type /Font
Subtype /Type0
BaseFont name
Encoding /Identity-H
DescendantFonts (inner-font)
ToUnicode @content
""",
    "inner-font": """
Type /Font
Subtype /CIDFontType2 /CIDFontType0
BaseFont name
CIDSystemInfo @system
CIDToGIDMap? /Identity
FontDescriptor @descriptor
W values
DW? number
""",
    "system": "Registry text\nOrdering text\nSupplement int",
    "descriptor": DESCRIPTOR + "FontFile2 @font-file",
    "cff-descriptor": DESCRIPTOR + "FontFile3 @font-file",
    "font-file": STREAM + "Length1? int\nSubtype? /OpenType /CIDFontType0C",
    "form": STREAM
    + """
Type? /XObject
Subtype /Form
BBox box
Matrix? matrix
Resources? @resources
Group? @group
StructParents? int
""",
    "group": "Type? /Group\nS /Transparency\nI? bool\nK? bool\nCS? name [space-part]",
    "image": STREAM
    + """
Type? /XObject
Subtype /Image
Width int
Height int
BitsPerComponent? int
ColorSpace? name [space-part]
Decode? numbers
Interpolate? bool
SMask? @image
ImageMask? bool
Intent? name
""",
    "calibrated": "WhitePoint numbers\nBlackPoint? numbers\nGamma? number numbers\nMatrix? numbers\nRange? numbers",
    "pattern": """
Type? /Pattern
PatternType int
Matrix? matrix
Shading? @shading
""",
    "cell": STREAM
    + """
Type? /Pattern
PatternType =1
PaintType int
TilingType int
BBox box
XStep number
YStep number
Matrix? matrix
Resources @resources
""",
    "shading": """
ShadingType int
ColorSpace name [space-part]
Background? numbers
BBox? box
AntiAlias? bool
Coords numbers
Domain? numbers
Extend? values
Function @function [function]
""",
    "function": """
FunctionType int
Domain numbers
Range? numbers
C0? numbers
C1? numbers
N? number
Functions? [function]
Bounds? numbers
Encode? numbers
""",
    "tree": """
Type /StructTreeRoot
K @element [element]
RoleMap @roles
ParentTree @parents
ParentTreeNextKey int
IDTree? @ids
Namespaces? [namespace]
""",
    "roles": "Em? /Span\nStrong? /Span\nAside? /Sect\nFENote? /Note",
    "parents": "Nums? ^\nKids? ^",
    "ids": "Names? ^\nKids? ^",
    "namespace": "Type /Namespace\nNS text",
    "element": ELEMENT + "S " + STRUCTURE,
    "heading": ELEMENT + "S /H1 /H2 /H3 /H4 /H5 /H6\nActualText? text",
    "span": ELEMENT + "S /Span\nE? text\nActualText? text",
    "figure": ELEMENT + "S /Figure\nAlt? text\nA @layout [layout]",
    "list": ELEMENT + "S /L\nA @numbering [numbering]",
    "header-cell": ELEMENT + "S /TH\nID text\nA @scope [scope]",
    "cell-of-a-table": ELEMENT + "S /TD\nID? text\nA? @cells [cells]",
    "note": ELEMENT + "S /Note /FENote\nID text\nRef? ^",
    "way": ELEMENT + "S /TOCI /Reference\nRef? ^",
    "link-of-words": ELEMENT + "S /Link\nRef? ^\nActualText? text",
    "marked-content": "Type /MCR\nPg ^\nMCID int",
    "reference": "Type /OBJR\nPg ^\nObj ^",
    "layout": "O /Layout\nPlacement /Block /Inline\nBBox box",
    "numbering": "O /List\nListNumbering " + NUMBERINGS,
    "scope": "O /Table\nScope /Row /Column /Both\nHeaders? once\nRowSpan? int\nColSpan? int",
    "cells": "O /Table\nHeaders? once\nRowSpan? int\nColSpan? int",
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a kind: what may stand there, and whether it must."""

    allowed: tuple[str, ...]
    needed: bool


def _read(text: str) -> dict[str, Key]:
    lines = (line.split() for line in text.splitlines() if line)
    return {f"/{name.rstrip('?')}": Key(tuple(allowed), not name.endswith("?")) for name, *allowed in lines}


KINDS = MappingProxyType({name: _read(text) for name, text in _KINDS.items()})
"""Each kind with its keys."""
