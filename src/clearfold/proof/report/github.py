"""The report as annotations of GitHub: commands in the log of a workflow, which it shows beside the lines of a copy."""

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import message, told
from clearfold.proof.findings.rules import RULES
from clearfold.proof.report.results import Results, whereabouts

_PROVEN, _NOT_PROVEN, _HINT = message("proven"), message("NOT PROVEN"), message("hint")


def to_github(results: Results) -> str:
    """Write each file's verdict for people, and each diagnostic as a workflow command (GitHub, Workflow commands)."""
    verdicts = (f"{one.name}: {told(_PROVEN if one.proven else _NOT_PROVEN)}" for one in results.reports)
    commands = (_command(results, name, diagnostic, place) for name, diagnostic, place in results.told())
    return "".join(f"{line}\n" for line in (*verdicts, *commands))


def _command(results: Results, name: str, diagnostic: Diagnostic, place: Location | None) -> str:
    rule = RULES.get(diagnostic.code)
    properties = []
    if place:
        properties.append(f"file={_property(results.path(place.path))}")
        properties += [f"line={place.line}"] if place.line else []
        properties += [f"col={place.column}"] if place.column else []
    properties.append(f"title={_property(f'{diagnostic.code}: {told(rule.fact)}' if rule else diagnostic.code)}")
    where = whereabouts(name, diagnostic)
    lines = [f"{told(diagnostic.fact)}{f' [{where}]' if where else ''}"]
    lines += [f"{told(_HINT)}: {told(diagnostic.hint)}"] if diagnostic.hint else []
    text = "\n".join(lines)
    return f"::{diagnostic.severity} {','.join(properties)}::{_data(text)}"


def _data(text: str) -> str:
    """Escape the message of a command, which ends with its line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a command, which ends at a comma or colon too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
