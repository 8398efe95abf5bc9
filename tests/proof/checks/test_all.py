"""CHECKS is all checks: each function that could be one stands in it, and each code is raised by what it reaches."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import get_type_hints

import pytest

import clearfold.proof.checks
from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.checks import CHECKS
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.rules import RULES

CODE = re.compile(r"[A-Z]{3}-\d{3}")
# Beside the proof of files: the copy held against the page that the press makes of it, and its words accounted for.
ENTRANCES = tuple(f"clearfold.proof.{name}" for name in ("prove", "agreement", "expect.accounting", "site.prove"))
TABLES = "clearfold.proof.findings.rules"


def modules() -> Iterator[ModuleType]:
    packages = walk_packages(clearfold.proof.checks.__path__, "clearfold.proof.checks.")
    return (import_module(found.name) for found in packages if not found.ispkg)


def is_check(function: object) -> bool:
    """Say whether a function has the signature of a check."""
    return get_type_hints(function) == {"evidence": Evidence, "return": Iterator[Diagnostic]}


def test_each_check_stands_in_the_list_once() -> None:
    """Every public function of proof/checks that has the signature of a check is one of CHECKS, and the other way."""
    found = {
        function
        for module in modules()
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and is_check(function)
    }
    assert found == set(CHECKS)
    assert len(found) == len(CHECKS)


def test_each_module_holds_a_check_or_serves_one() -> None:
    """No module of proof/checks stands beside the list: it has a check, or one that has imports it."""
    checking = {check.__module__ for check in CHECKS}
    served = {name for module in checking for name in imported(module)}
    assert [] == [module.__name__ for module in modules() if module.__name__ not in checking | served]


@pytest.mark.slow("reads the whole source of the proof")
def test_each_code_is_raised_by_what_the_proof_reaches() -> None:
    """Every code of the tables is written in a module that proving a file imports, beside the tables themselves."""
    reached: set[str] = set()
    waiting = list(ENTRANCES)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += imported(name)
    raised = {
        node.value
        for name in reached
        if not name.startswith(TABLES)
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    assert [] == sorted(set(RULES) - raised)


def imported(name: str) -> list[str]:
    """Return the modules of the proof that a module imports."""
    nodes = [node for node in ast.walk(parsed(name)) if isinstance(node, ast.ImportFrom)]
    parts = [f"{node.module}.{alias.name}" for node in nodes for alias in node.names]
    named = [str(node.module) for node in nodes] + parts
    return [one for one in named if one.startswith("clearfold.proof") and path_of(one).is_file()]


def parsed(name: str) -> ast.Module:
    return ast.parse(path_of(name).read_text("utf-8"))


def path_of(name: str) -> Path:
    base = Path(clearfold.__file__).parents[1].joinpath(*name.split("."))
    return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
