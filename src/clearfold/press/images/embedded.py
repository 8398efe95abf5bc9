"""Pictures of dots that stand in a drawing as the address that holds them (RFC 2397)."""

import re
from base64 import b64decode, b64encode
from binascii import Error
from io import BytesIO

from clearfold.press.images.for_pages import is_upright
from clearfold.press.images.stripped import stripped

# Of those kinds that are taken; Sodipodi wrote no kind.
_HELD = re.compile(
    r"\s*data:(?:image/(?:png|jpe?g|gif)|application/octet-stream)?(?:;[^,;]*)?;base64,(?P<data>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"), (b"GIF8", "gif"))


def held(address: str) -> bytes:
    """Return the bytes of the picture that an address holds, b"" where it holds none of the kinds that are taken."""
    match = _HELD.match(address)
    try:
        data = b64decode("".join(match["data"].split())) if match else b""
    except (Error, ValueError):
        return b""
    return data if kind_of(data) else b""


def kind_of(data: bytes) -> str:
    """Return the kind of a picture by its first bytes, png, jpeg or gif; "" for another."""
    return next((kind for sign, kind in _KINDS if data.startswith(sign)), "")


def bare(address: str) -> str:
    """Return the address of a picture with its kind and nothing beside it, as it is where all of that is so."""
    data = held(address)
    kind = kind_of(data)
    alone = _alone(data) if kind else b""
    if not kind or (alone == data and address.startswith("data:image/") and not re.search(r"\s", address)):
        return address
    return f"data:image/{kind};base64,{b64encode(alone).decode()}"


def _alone(data: bytes) -> bytes:
    """Return a picture without what stands beside it, as it is where that says how it is turned."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            return stripped(data) if is_upright(image) else data
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return data  # of which the reading of the copy tells
