"""Say what the proof found: to people on the terminal and as a page, to programs in four forms."""

from clearfold.proof.report.as_json import to_json
from clearfold.proof.report.github import to_github
from clearfold.proof.report.junit import to_junit
from clearfold.proof.report.markdown import to_markdown
from clearfold.proof.report.results import EditionReport, Form, Results, StreamReport, not_run, sorted_findings
from clearfold.proof.report.sarif import to_sarif
from clearfold.proof.report.terminal import MOST, to_text

__all__ = ["FORMS", "MOST", "EditionReport", "Results", "StreamReport", "not_run", "sorted_findings", "to_text"]

FORMS: tuple[tuple[str, Form], ...] = (
    ("json", to_json),
    ("junit", to_junit),
    ("sarif", to_sarif),
    ("github", to_github),
    ("markdown", to_markdown),
)
