"""A translation goes out as XLIFF and comes back: the same bytes untouched, its marks whole, half done as well."""

import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from clearfold.cli.main import main
from clearfold.translations.checking import compare
from clearfold.translations.xliff.exchange import given_out, taken_back
from clearfold.translations.xliff.inlines import pieces, raw
from clearfold.translations.xliff.read import from_xliff
from clearfold.translations.xliff.write import OURS, WAS, XLIFF
from tests.translations.copies import leaflet

ROOT = Path(__file__).parents[2]
COPIES = sorted(
    path
    for folder in ("content", "tests/cases/good", "tests/cases/long", "tests/translations/leaflet")
    for path in (ROOT / folder).rglob("*.md")
    if path.name != "README.md"
)


def filled(data: bytes, *, every: int = 1) -> bytes:
    """Return a document in which each unit without a translation has its source, or every second one has."""
    root = etree.fromstring(data)
    for number, segment in enumerate(root.iter(f"{{{XLIFF}}}segment")):
        source, target = segment[0], segment.find(f"{{{XLIFF}}}target")
        del segment.getparent().attrib[WAS]  # type: ignore[union-attr]  # a segment stands in a unit
        if target is None and number % every == 0:
            target = etree.SubElement(segment, f"{{{XLIFF}}}target")
            target.text = source.text
            target.extend(deepcopy(child) for child in source)
    return bytes(etree.tostring(root))


@pytest.mark.parametrize("path", COPIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_copy_that_comes_back_as_it_went_is_the_same(tmp_path: Path, path: Path) -> None:
    """Whatever a copy holds, its units put back in their places give the copy again."""
    source, here = shutil.copy(path, tmp_path), tmp_path / "xx.md"
    data = given_out(Path(source), here, "xx")
    back = taken_back(from_xliff(filled(data), "xx.xlf"), Path(source), here)
    assert (0, ()) == (back.written, back.found)


@pytest.mark.parametrize("lang", ["fr", "de", "en"])
def test_translation_comes_back_byte_for_byte(tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation that nobody touched is the same file, though every unit is compared."""
    folder = leaflet(tmp_path)
    monkeypatch.chdir(folder)
    before = (folder / f"{lang}.md").read_bytes()
    assert 0 == main(["translations", "export", f"{lang}.md", "-q"])
    file = folder / f"{lang}.xlf"
    file.write_bytes(filled(file.read_bytes()))
    assert 0 == main(["translations", "import", f"{lang}.xlf", "-q"])
    assert before == (folder / f"{lang}.md").read_bytes()


def test_words_come_back_in_their_places(tmp_path: Path) -> None:
    """A unit that was translated is written, in a value of YAML, a cell and a paragraph, and nothing else is."""
    folder = leaflet(tmp_path)
    data = given_out(folder / "nl-BE.md", folder / "fr.md", "fr").decode()
    for before, after in (
        ("Le méthotrexate en cas de rhumatisme", "Méthotrexate : mode d’emploi"),
        (">trois comprimés de 2,5 mg<", ">3 comprimés | 2,5 mg<"),
        (">Votre schéma<", ">Votre plan<"),
        ("Vous en lirez plus sur", "*Lisez* plus sur"),
    ):
        assert 1 == data.count(before), before
        data = data.replace(before, after)
    back = taken_back(from_xliff(data.encode(), "fr.xlf"), folder / "nl-BE.md", folder / "fr.md")
    was = (folder / "fr.md").read_text("utf-8").split("\n")
    changed = [line for line, old in zip(back.text.split("\n"), was, strict=True) if line != old]
    assert [
        "title: Méthotrexate : mode d’emploi",
        "Table: Votre plan",
        "| lundi | méthotrexate | 3 comprimés \\| 2,5 mg |",
    ] == [line.replace('"', "") for line in changed[:3]]
    assert "\\*Lisez\\* plus sur [le site](https://www.example.org/fr/methotrexate)" in changed[3]


def test_document_without_our_namespace_and_the_name_of_its_source_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some tools leave out both: the source is then the copy in the document's source language."""
    folder = leaflet(tmp_path)
    monkeypatch.chdir(folder)
    before = (folder / "fr.md").read_text("utf-8")
    assert 0 == main(["translations", "export", "fr.md", "-q"])
    file = folder / "fr.xlf"
    text = file.read_text("utf-8").replace(f' xmlns:clearfold="{OURS}"', "").replace(' original="nl-BE.md"', "")
    file.write_text(text.replace(">Votre schéma<", ">Votre plan<"), "utf-8")
    assert 0 == main(["translations", "import", "fr.xlf", "-q"])
    assert before.replace("Table: Votre schéma", "Table: Votre plan") == (folder / "fr.md").read_text("utf-8")


def test_mark_that_was_lost_is_told(tmp_path: Path) -> None:
    """A link that a translator took out is told (TRL-040), and the paragraph stays as it was."""
    folder = leaflet(tmp_path)
    document = etree.fromstring(given_out(folder / "nl-BE.md", folder / "fr.md", "fr"))
    target = next(t for t in document.iter(f"{{{XLIFF}}}target") if (t.text or "").startswith("Vous trouvez"))
    target.remove(target[0])
    data = etree.tostring(document)
    back = taken_back(from_xliff(data, "fr.xlf"), folder / "nl-BE.md", folder / "fr.md")
    assert (0, ["TRL-040"]) == (back.written, [one.code for one in back.found])


def test_half_done_translation_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new language of which half is translated is a copy, and the other half is told as not translated."""
    folder = leaflet(tmp_path)
    monkeypatch.chdir(folder)
    assert 0 == main(["translations", "export", "es", "nl-BE.md", "-q"])
    file = folder / "es.xlf"
    text = filled(file.read_bytes(), every=2).decode()
    file.write_text(text.replace("Je begint met", "Usted empieza con"), "utf-8")
    assert 0 == main(["translations", "import", "es.xlf", "-q"])
    codes = {one.code for one in compare(folder / "nl-BE.md", folder / "es.md").found}
    assert "translation_of: nl-BE" in (folder / "es.md").read_text("utf-8")
    assert {"TRL-005", "TRL-011"} == codes


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "**bold** and *stressed*, 5 * 3, a_b_c",
        "[text](https://example.org/a_(b)) and [words]{lang=en}[^1]",
        "**[both](x.md)** `co*de` <br> &nbsp; \\*no\\*",
        "an [open bracket and **stars",
    ],
)
def test_marks_are_parted_and_put_back(text: str) -> None:
    """Words and marks, put together again, are what was written."""
    assert text == raw(pieces(text))


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (["export"], "say which translation"),
        (["export", "es"], "there is no translation “es” yet; name its source too"),
        (["import"], "name the file that came back"),
        (["import", "nl-BE.md"], "cannot be read as XML"),
        (["import", "none.xlf"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], fact: str
) -> None:
    """A command that cannot be carried out says why."""
    folder = leaflet(tmp_path)
    (folder.parent / "content").mkdir()
    monkeypatch.chdir(folder if words[-1] != "es" else folder.parent)
    assert 2 == main(["translations", *words])
    assert fact in capsys.readouterr().err
