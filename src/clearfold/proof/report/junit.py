"""The report as JUnit XML, for machines that run tests: a suite for each file, a case for each family of codes."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.messages import counted, message, told
from clearfold.proof.report.families import looked_at, not_run
from clearfold.proof.report.results import EditionReport, Results, printable
from clearfold.proof.witnesses import Outcome, Verdict, line


def to_junit(results: Results) -> str:
    """Write results as JUnit XML: an error fails its case, a warning is told in it, and what was not run is skipped."""
    suites = Element("testsuites", name="clearfold")
    if results.copies:
        suite = SubElement(suites, "testsuite", name="copy")
        _case(suite, "copy", message("Copy"), results.copies)
    for report in results.reports:
        _suite(suites, report)
    for suite in suites:
        _count(suite, [suite])
    _count(suites, suites)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _suite(suites: Element, report: EditionReport) -> None:
    suite = SubElement(suites, "testsuite", name=printable(report.name))
    group = report.edition or report.media_type
    for family, found, why in looked_at(report):
        _case(suite, group, family.name, found, why)
    for reason in not_run(report):
        subject, _, why = told(reason).partition(": ")
        _case(suite, group, subject, (), why or told(reason))
    for verdict in report.verdicts:
        _witness(suite, group, verdict)


def _case(suite: Element, group: str, name: str, found: Sequence[Diagnostic], why: str = "") -> None:
    case = SubElement(suite, "testcase", classname=printable(group), name=printable(told(name)))
    errors = [d for d in found if d.severity is Severity.ERROR]
    warnings = [d for d in found if d.severity is Severity.WARNING]
    if errors:
        left = len(errors) - 1
        more = f" {told(counted(left, '(and 1 more)', '(and {count} more)'))}" if left else ""
        first = f"{errors[0].code}: {told(errors[0].fact)}{more}"
        _failure(case, first, errors[0].code, (str(d) for d in errors))
    elif why:
        SubElement(case, "skipped", message=printable(told(why)))
    if warnings:
        SubElement(case, "system-out").text = printable("\n".join(str(d) for d in warnings))


def _witness(suite: Element, group: str, verdict: Verdict) -> None:
    case = SubElement(suite, "testcase", classname=group, name=f"{verdict.witness}, {verdict.profile}")
    if verdict.outcome is Outcome.NOT_RUN:
        SubElement(case, "skipped", message=printable(told(verdict.how_to_get)))
    elif verdict.outcome is Outcome.FAILED:
        first = verdict.findings[0]
        _failure(case, f"{first.rule}: {first.message}", first.rule, (line(finding) for finding in verdict.findings))


def _failure(case: Element, first: str, kind: str, lines: Iterable[str]) -> None:
    SubElement(case, "failure", message=printable(first), type=kind).text = printable("\n".join(lines))


def _count(element: Element, suites: Iterable[Element]) -> None:
    cases = [case for suite in suites for case in suite.iter("testcase")]
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", "0")
    element.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
