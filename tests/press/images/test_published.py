"""Photographs as they are published: upright, no larger than they are shown, and nothing but the picture."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from clearfold.press.images.for_pages import for_pages
from clearfold.press.images.published import published

SCENE = Image.merge("RGB", [Image.linear_gradient("L").resize((90, 60)).rotate(turn) for turn in (0, 90, 180)])
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# The same profile with red and green exchanged, under another name: what a camera of other colours would write.
OTHER = (
    SRGB.replace(b"rXYZ", b"tXYZ")
    .replace(b"gXYZ", b"rXYZ")
    .replace(b"tXYZ", b"gXYZ")
    .replace("sRGB".encode("utf-16-be"), "Wide".encode("utf-16-be"))
)


def photograph(kind: str = "JPEG", turned: int = 1, profile: bytes = b"", size: int = 90) -> bytes:
    """Return a photograph as a telephone writes it: with the place where it was taken, a name and a comment."""
    told = Image.Exif()
    told[0x0112] = turned
    told[0x010F] = "Camera of Ann"
    told[0x8825] = {1: "N", 2: (51.0, 12.0, 3.0)}
    out = BytesIO()
    image = SCENE.resize((size, size * 2 // 3))
    if kind == "JPEG":
        image.save(out, kind, exif=told, comment=b"Ann at home", quality=95, icc_profile=profile)
        return out.getvalue() + b"and a film, taken by Ann"
    image.save(out, kind, exif=told, icc_profile=profile)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("make", [published, for_pages])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("turned", [1, 6])
def test_nothing_is_published_beside_the_picture(make: type, kind: str, turned: int) -> None:
    """Neither the place, nor the camera, nor a comment, nor what stands behind the picture's end."""
    data = make(photograph(kind, turned))
    assert (False, {}) == (b"Ann" in data, dict(opened(data).getexif()))


def test_picture_itself_is_the_same_dots() -> None:
    """What is left out changes no dot of a picture that is upright and small."""
    data = photograph()
    assert opened(data).tobytes() == opened(published(data)).tobytes()


@pytest.mark.parametrize("make", [published, for_pages])
def test_picture_of_a_turned_camera_is_upright(make: type) -> None:
    """A picture that its camera only marked as turned is stored as it is seen, for programs that know no mark."""
    assert (60, 90) == opened(make(photograph(turned=6))).size


def test_colours_are_kept_for_screens() -> None:
    """A book and a web page have the picture's own profile, also where it was made anew."""
    assert OTHER == opened(published(photograph(turned=6, profile=OTHER))).info["icc_profile"]


def test_colours_of_another_space_are_turned_for_pages() -> None:
    """Pages are of sRGB: the renderer would take the numbers of another space for its own."""
    left = opened(photograph(profile=OTHER)).convert("RGB").getpixel((5, 30))
    shown = opened(for_pages(photograph(profile=OTHER))).convert("RGB").getpixel((5, 30))
    assert isinstance(left, tuple)
    assert isinstance(shown, tuple)
    assert (True, True) == (abs(left[0] - shown[1]) < 12, abs(left[1] - shown[0]) < 12)


def test_large_photograph_is_made_smaller_for_screens() -> None:
    """No reader is sent dots that no screen shows."""
    out = BytesIO()
    Image.effect_noise((2600, 1300), 90).save(out, "JPEG", quality=90)
    made = published(out.getvalue())
    assert (1600, 800) == opened(made).size
    assert len(made) < len(out.getvalue()) / 2


def test_segment_longer_than_it_says_is_passed_over() -> None:
    """A camera's notes of which the length is wrong, as all programs read past, leave the picture whole."""
    data = photograph()
    at = data.index(b"Exif") - 2
    broken = data[:at] + (int.from_bytes(data[at : at + 2]) - 9).to_bytes(2) + data[at + 2 :]
    made = published(broken)
    assert (opened(data).tobytes(), False) == (opened(made).tobytes(), b"Ann" in made)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_picture_with_nothing_beside_it_keeps_its_bytes(kind: str) -> None:
    """What is as it should be is not touched."""
    out = BytesIO()
    SCENE.save(out, kind)
    assert out.getvalue() == published(out.getvalue())


def test_comment_of_a_gif_is_left_out() -> None:
    """A GIF tells nothing either, and moves as it did."""
    out = BytesIO()
    frames = [SCENE.rotate(angle) for angle in (90, 180)]
    SCENE.save(out, "GIF", comment=b"Ann at home", save_all=True, append_images=frames, loop=0)
    made = opened(published(out.getvalue()))
    assert (3, None, 0) == (getattr(made, "n_frames", 1), made.info.get("comment"), made.info.get("loop"))


def test_comment_of_a_gif_without_an_end_is_left_out() -> None:
    """What a program did not close is read as others read it."""
    out = BytesIO()
    SCENE.save(out, "GIF", comment=b"Ann at home")
    made = published(out.getvalue()[:-1])
    assert (opened(out.getvalue()).tobytes(), False) == (opened(made).tobytes(), b"Ann" in made)
