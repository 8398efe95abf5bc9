"""The steps of a build, one an edition: known from the cache, or taken now; here and in a process beside this one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from clearfold.model.errors import ClearfoldError, MissingLibraryError, UsageError, internal, refusal_of
from clearfold.model.messages import current, message
from clearfold.pipeline.building.fingerprint import digest_of, files_key, leaflet_key, made_key, proven_key
from clearfold.pipeline.system_packages import PANGO, system_line
from clearfold.store.cache import Cache

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from clearfold.model.transcript import Transcript
    from clearfold.press.edition import Edition, Output
    from clearfold.press.leaflet import Leaflet
    from clearfold.proof.report import EditionReport

Say = Callable[[str], None]
Early: TypeAlias = "Future[tuple[Output, frozenset[Path]] | None]"


@dataclass(frozen=True, slots=True)
class Step:
    """An edition, what has been made of it, and its proof where one is wanted; ``key`` is its leaflet's."""

    edition: "Edition"
    key: str
    wanted: bool
    output: "Output | None" = None
    report: "EditionReport | None" = None

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.output is not None and (self.report is not None or not self.wanted)


def with_needed(asked: Sequence["Edition"], leaflet: "Leaflet") -> tuple["Edition", ...]:
    """Return editions and what they need, in the order of EDITIONS: what an edition needs comes before it."""
    from clearfold.press.editions import EDITIONS

    wanted = {name for edition in asked for name in (edition.name, *edition.needed(leaflet))}
    return tuple(edition for edition in EDITIONS if edition.name in wanted)


def known(leaflet: "Leaflet", asked: Sequence["Edition"], cache: Cache | None, *, check: bool) -> tuple[Step, ...]:
    """Return the steps of a build in their order, with what the cache knows of each."""
    key = leaflet_key(replace(leaflet, languages=())) if cache else ""
    steps: list[Step] = []
    for edition in with_needed(asked, leaflet):
        own = digest_of(key, *leaflet.languages) if key and edition.languages else key
        step = Step(replace(edition, needs=edition.needed(leaflet)), own, wanted=check and edition in asked)
        steps.append(_known(step, _needed(step, steps), cache) if cache else step)
    return tuple(steps)


def take(
    leaflet: "Leaflet",
    steps: Sequence[Step],
    expected: "Transcript | None",
    cache: Cache | None,
    say: Say = lambda _: None,
    early: "Mapping[str, Early]" = MappingProxyType({}),
) -> tuple[Step, ...]:
    """Take steps in their order, and keep in the cache what is new; raises LeafletError, UsageError.

    ``early`` is what has been made ahead of editions, by their names.
    """
    taken: list[Step] = []
    for given in steps:
        step = given
        needed = _needed(step, taken)
        if step.output is None:
            say(message("{path}: making {edition}", path=leaflet.source.path, edition=step.edition.name))
            step = replace(step, output=_made(leaflet, step, needed, cache, early.get(step.edition.name)))
        if step.wanted and step.report is None and expected is not None and step.output is not None:
            say(message("{path}: proving {edition}", path=leaflet.source.path, edition=step.edition.name))
            step = replace(step, report=_proven(leaflet, step, needed, expected, cache))
        taken.append(step)
    return tuple(taken)


def ahead(leaflet: "Leaflet", edition: "Edition") -> "tuple[Output, frozenset[Path]] | None":
    """Make what of an edition needs no other one, and tell which files were read for it; None where there is none."""
    from clearfold.press.writers import reading

    if edition.ahead is None:
        return None
    with reading() as read:
        output = edition.ahead(leaflet, edition, ())
    return output, frozenset(read)


def kept_page(steps: Sequence[Step], kept: Sequence[str], cache: Cache | None, fresh: Callable[[], str]) -> str:
    """Return the page of a set in the language that is spoken, from the cache, or write it and keep it."""
    if cache is None:
        return fresh()
    shown = [proven_key(step.key, step.edition, step.output) for step in steps if step.output]
    key = digest_of("page", current(), *(step.key for step in steps[:1]), *shown, "kept", *kept)
    page = cache.get(key)
    if not isinstance(page, str):
        page = fresh()
        cache.put(key, page)
    return page


def _needed(step: Step, before: Sequence[Step]) -> "tuple[Output, ...]":
    return tuple(other.output for other in before if other.output and other.edition.name in step.edition.needs)


def _known(step: Step, needed: "tuple[Output, ...]", cache: Cache) -> Step:
    from clearfold.press.edition import Output
    from clearfold.proof.report import EditionReport

    if len(needed) < len(step.edition.needs):
        return step
    match cache.get(made_key(step.key, step.edition, needed)):
        case (tuple() as read, tuple() as files, Output() as output) if files_key(read) == files:
            report = cache.get(proven_key(step.key, step.edition, output)) if step.wanted else None
            return replace(step, output=output, report=report if isinstance(report, EditionReport) else None)
    return step


def _made(
    leaflet: "Leaflet", step: Step, needed: "tuple[Output, ...]", cache: Cache | None, early: "Early | None"
) -> "Output":
    from clearfold.press.print.ticket import with_ticket
    from clearfold.press.writers import finds_pango, reading

    edition = step.edition
    try:
        with reading() as read:
            parts = needed
            if early and (made := early.result()):
                parts = (*needed, made[0])
                read |= made[1]
            output = with_ticket(leaflet, edition, edition.write(leaflet, edition, parts))
    except OSError as error:
        if finds_pango():
            # WeasyPrint's fonts pass through the system's folder for temporary files, which may be full.
            reason = refusal_of(error)
            raise UsageError(
                message(
                    "{path}: {name} cannot be made: {reason}",
                    path=leaflet.source.path,
                    name=edition.name,
                    reason=reason,
                )
            ) from error
        raise MissingLibraryError(
            f"WeasyPrint needs Pango, which this machine lacks; {system_line(PANGO) or 'install it'}. "
            "“clearfold doctor” says what else is missing"
        ) from error
    except ClearfoldError:
        raise
    except Exception as error:
        raise internal(error, message("making an edition"), edition.name) from error
    if cache:
        paths = tuple(sorted(read))
        cache.put(made_key(step.key, edition, needed), (paths, files_key(paths), output))
    return output


def _proven(
    leaflet: "Leaflet", step: Step, needed: "tuple[Output, ...]", expected: "Transcript", cache: Cache | None
) -> "EditionReport":
    from clearfold.proof.prove import prove

    edition, output = step.edition, step.output
    assert output is not None, "it has been made, or known"
    binding = edition.binding(leaflet, edition) if edition.binding else None
    sheet = edition.sheet(leaflet) if edition.sheet else None
    printed = next((other.data for other in needed), b"")
    report = prove(
        expected,
        output.data,
        output.media_type,
        name=output.name,
        edition=edition.name,
        furniture=edition.furniture(leaflet, edition),
        paper=edition.paper,
        ours=True,
        binding=replace(binding, printed=printed) if binding else None,
        design=edition.design(leaflet, edition) if edition.design else None,
        sheet=replace(sheet, printed=printed) if sheet else None,
    )
    if cache:
        cache.put(proven_key(step.key, edition, output), report)
    return report
