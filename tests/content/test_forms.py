"""The pages with a picture of each form show what is printed for what they say."""

import pytest
from PIL import Image

from clearfold.model.messages import LANGUAGES
from clearfold.press.markdown.written.boxes import TYPES
from tests import forms

pytestmark = pytest.mark.no_cover


@pytest.mark.slow("prints each form of a language by itself")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_looks_as_in_its_picture(language: str) -> None:
    """Where a form looks otherwise, and is meant to: `nox -s specimen -- --accept`, and look at its picture."""
    assert [] == forms.differing(language)


@pytest.mark.slow("prints each form of a language by itself")
def test_form_that_looks_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form whose picture is another is told by its part, and no other is."""
    made = forms.picture_of
    white = Image.new("RGB", made("en", next(forms.forms("en"))).size, "white")
    monkeypatch.setattr(forms, "picture_of", lambda lang, form: white if form.part == "headings" else made(lang, form))
    assert ["headings"] == forms.differing("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_shown_and_told_in_every_language(language: str) -> None:
    """The forms are the same, and each has the words for who does not see its picture."""
    assert [form.part for form in forms.forms("en")] == [form.part for form in forms.forms(language) if form.shows]


def test_every_picture_is_of_a_form() -> None:
    """No picture is left of a form that is there no more."""
    named = {form.picture(language) for language in LANGUAGES for form in forms.forms(language)}
    assert named == {path.name for path in forms.DRAWN.iterdir()}


def test_every_kind_of_box_is_shown() -> None:
    """A new kind of box gets its picture."""
    written = "\n".join(form.written for form in forms.forms("en"))
    assert [] == [kind for kind in TYPES if f"!!! {kind}" not in written]
