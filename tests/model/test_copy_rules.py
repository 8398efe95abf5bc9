"""The table of the copy's mistakes: every call fills its words, and every example does what it says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PIL import Image

from clearfold.model.copy_rules import COPY_RULES, CopyRule, mistake
from clearfold.model.copy_rules.rule import Where
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.messages import LANGUAGES, message, speaking, told
from clearfold.model.source import read_source
from clearfold.press.markdown import read_leaflet

SOURCE = Path(__file__).parents[2] / "src/clearfold"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="8">{bag}</text></svg>'
BAGS = {"en": "bag", "nl": "zak", "fr": "poche", "de": "Beutel"}
SHOWN = [rule for rule in COPY_RULES.values() if rule.where is not Where.PROJECT]


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield every call in the source that makes a mistake, with its code and the key of its wording."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "mistake":
                texts = [part.value if isinstance(part, ast.Constant) else None for part in node.args]
                where = f"{path.relative_to(SOURCE)}:{node.lineno}"
                code = texts[0]
                assert isinstance(code, str), f"{where}: the code is written out, so that it can be looked for"
                yield code, where, node


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_call_fills_the_words_of_its_rule() -> None:
    """A call gives each field of its wording, and no other."""
    wrong = []
    for code, where, call in calls():
        given = {word.arg for word in call.keywords}
        keys = [part.value for part in call.args[2:] if isinstance(part, ast.Constant)]
        if None in given:  # a dictionary is unpacked: some of its wordings' fields are in it
            continue
        words = COPY_RULES[code].wordings
        asked = [words[str(key)] for key in keys if str(key) in words] if keys else list(words.values())
        if not any(given == fields(one.fact) | fields(one.hint) for one in asked):
            wrong.append(f"{where}: {code} {sorted(str(name) for name in given)}")
    assert [] == wrong


def test_every_rule_is_raised() -> None:
    """No rule of the table is without a call that raises it."""
    assert set(COPY_RULES) == {code for code, _, _ in calls()}


def test_braces_in_a_value_stay() -> None:
    """What the copy says is put into the words as it is, braces included."""
    assert "there is no picture “{x}.png”" == mistake("SRC-030", Location(Path("a.md")), "none", name="{x}.png").fact


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: str(rule.code))
@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_example_is_told(tmp_path: Path, rule: CopyRule, language: str) -> None:
    """The wrong lines of a rule raise its code, and no other, in each language in which they are shown."""
    assert {rule.code} == {found.code for found in found_in(tmp_path, rule, rule.wrong, language)}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: str(rule.code))
@pytest.mark.parametrize("language", LANGUAGES)
def test_right_example_is_silent(tmp_path: Path, rule: CopyRule, language: str) -> None:
    """Nothing is said of the right lines of a rule."""
    assert () == found_in(tmp_path, rule, rule.right, language)


def found_in(folder: Path, rule: CopyRule, example: str, speaks: str) -> tuple[Diagnostic, ...]:
    """Return what is said of a leaflet that holds the lines of an example as they are shown in a language."""
    with speaking(speaks):
        lines = told(message(example))
    (folder / "images").mkdir()
    Image.new("RGB", (8, 8)).save(folder / "images/pump.png")
    Image.new("RGB", (8, 8)).save(folder / "images/pump.bmp")
    Image.new("RGB", (8, 8)).save(folder / "images/sea.jpg")
    (folder / "images/pump.svg").write_text(DRAWING.format(bag=BAGS[speaks]), "utf-8")
    if rule.where is Where.PUBLISHER:
        (folder / "publisher.yaml").write_text(lines + "\n", "utf-8")
    text = lines
    if rule.where is not Where.FILE:
        front = [
            "title: Living with gout",
            f"lang: {speaks}",
            *(lines.split("\n") if rule.where is Where.FRONT else ()),
        ]
        body = lines if rule.where is Where.BODY else "Gout is a kind of arthritis."
        text = "\n".join(("---", *front, "---", "", body, ""))
    language = re.search(r"^lang: (\w+)$", text, re.MULTILINE)
    path = folder / f"{language[1] if language else speaks}.md"
    path.write_text(text, "utf-8")
    try:
        return read_leaflet(read_source(path)).warnings
    except LeafletError as error:
        return error.diagnostics
