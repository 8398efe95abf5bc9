"""A picture's file without what tells more than the picture: where and when it was taken, by whom, with what.

Nothing of the picture itself is made anew: whole pieces of the file are left out.
"""

from collections.abc import Iterator

PNG, JPEG, GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8"
# What a PNG needs to be drawn: the picture, its colours, its frames and how large its dots are (PNG 3, 11).
CHUNKS = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT".split())
ICC, ADOBE, JFIF = b"ICC_PROFILE\0", b"Adobe", b"JFIF"
APP0, APP15, COMMENT = 0xE0, 0xEF, 0xFE
START_OF_SCAN, END = 0xDA, b"\xff\xd9"
ALONE = frozenset((0x00, 0x01, *range(0xD0, 0xD8)))  # what follows 0xff within a scan, or stands without a length
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def stripped(data: bytes) -> bytes:
    """Return a picture's file with nothing in it but the picture; as it is where its kind is not known."""
    try:
        if data.startswith(PNG):
            return PNG + b"".join(_png(data))
        if data.startswith(JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(GIF):
            return b"".join(_gif(data))
    except IndexError:
        return data  # cut off: of which the reading of the copy has told
    return data


def _png(data: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at < len(data):
        kind, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4])
        if kind in CHUNKS:
            yield data[at:end]
        at = len(data) if kind == b"IEND" else end


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Yield the segments that are drawn, up to the end of the first picture (ITU-T T.81, B.1)."""
    yield JPEG
    at = 2
    while data[at : at + 2] != END:
        if data[at] != 0xFF or data[at + 1] == 0:
            at += 1  # a segment was longer than it says: all programs go on at the next one
            continue
        marker, end = data[at + 1], at + 2
        if marker not in ALONE and marker != 0xFF:
            end += int.from_bytes(data[end : end + 2])
        if marker == START_OF_SCAN:
            end = _scanned(data, end)
        if marker == 0xFF:
            end = at + 1  # a filling byte
        elif not (APP0 <= marker <= APP15 or marker == COMMENT) or data[at + 4 :].startswith((ICC, ADOBE, JFIF), 0, 12):
            yield data[at:end]
        at = end
    yield END


def _scanned(data: bytes, at: int) -> int:
    """Return where the dots of a scan end, which begin there."""
    while (at := data.find(b"\xff", at)) >= 0:
        if data[at + 1] not in ALONE:
            return at
        at += 2
    raise IndexError


def _gif(data: bytes) -> Iterator[bytes]:
    """Yield the blocks of a GIF but for comments and what programs write for themselves (GIF89a)."""
    at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    yield data[:at]
    while at < len(data) and data[at] != 0x3B:  # some programs write no end
        first = at
        if data[at] == 0x2C:
            at += 11 + (3 << (data[at + 9] & 7) + 1 if data[at + 9] & 0x80 else 0)
        else:
            at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
        label = data[first + 1]
        own = data[first] == 0x21 and (
            label in (0xFE, 0x01) or (label == 0xFF and data[first + 3 : first + 14] not in LOOPS)
        )
        if not own:
            yield data[first:at]
    yield b"\x3b"
