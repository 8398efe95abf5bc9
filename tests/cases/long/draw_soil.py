"""Draw soil.png, the one picture of this leaflet that is made of pixels: a cut through four layers of soil."""

import struct
import zlib
from pathlib import Path

WIDTH, HEIGHT = 600, 400  # pixels
LAYERS = (  # the row at which a layer ends, and its colour
    (90, (214, 236, 250)),
    (130, (79, 154, 91)),
    (250, (92, 60, 36)),
    (340, (168, 122, 82)),
    (HEIGHT, (128, 128, 128)),
)


def chunk(name: bytes, data: bytes) -> bytes:
    """Return one PNG chunk: length, name, data and checksum (ISO/IEC 15948, 5.3)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png() -> bytes:
    """Return the picture as an RGB PNG of eight bits a channel, without filters."""
    rows = bytearray()
    for row in range(HEIGHT):
        colour = next(colour for end, colour in LAYERS if row < end)
        rows += b"\0" + bytes(colour) * WIDTH
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(rows), 9)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


if __name__ == "__main__":
    (Path(__file__).parent / "garden" / "images" / "soil.png").write_bytes(png())
