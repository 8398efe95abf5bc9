"""``clearfold site``: put all leaflets on a site, for people, e-readers and searches."""

import argparse
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.commands import build
from clearfold.cli.output import FINDINGS, INTERNAL, PROVEN, complain, report
from clearfold.cli.progress import progress
from clearfold.model.messages import counted, told
from clearfold.pipeline.building.build import BUILD
from clearfold.store.cache import Cache, usual_folder

SITE = Path("site")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(),), "site", run, wording("put all leaflets on a site: pages, downloads, catalogues")
    )
    arguments(command)


def arguments(command: argparse.ArgumentParser) -> None:
    """Add what says of which leaflets the site is made, and where it goes."""
    build.sources(command)
    command.add_argument(
        "-o", "--output", type=Path, default=SITE, metavar="DIR", help=wording("where the site goes (default: site/)")
    )
    command.add_argument(
        "-b",
        "--build",
        type=Path,
        default=BUILD,
        metavar="DIR",
        help=wording("where editions are made (default: build/)"),
    )
    command.add_argument(
        "--address",
        default="",
        metavar="URL",
        help=wording("where the site will stand, for a feed, a sitemap and whole addresses in the catalogues"),
    )
    command.add_argument(
        "--name", default="", help=wording("what stands above the shelf (default: the publisher's name)")
    )
    command.add_argument(
        "--keep-old",
        action=argparse.BooleanOptionalAction,
        help=wording("keep the versions that stand on the last site, marked as older (default: as the last site did)"),
    )
    command.add_argument(
        "--no-cache", action="store_true", help=wording("make everything anew, and keep nothing of it")
    )
    command.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help=wording("how many processes work at a time (default: one a core)"),
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.site.make import make_site

    with progress(quiet=options.quiet, verbose=options.verbose) as say:
        built, proof = make_site(
            options.source,
            options.build,
            options.output,
            address=options.address,
            name=options.name,
            keep_old=options.keep_old,
            progress=say,
            cache=None if options.no_cache else Cache(usual_folder()),
            jobs=options.jobs,
        )
    complain(dict.fromkeys(found for item in built for found in item.diagnostics))
    report([one for item in built for one in item.reports if not one.proven], options)
    if any(item.fault for item in built):
        return INTERNAL
    if proof is None:
        bad = ", ".join(str(item.source) for item in built if not item.good)
        print(
            wording(
                "{output}: not made, since these leaflets are not good: {bad}; the last site is as it was",
                output=options.output,
                bad=bad,
            )
        )
        return FINDINGS
    report([proof], options)
    if not proof.proven:
        print(
            wording(
                "{output}: not made, since its proof has findings; the last site is as it was", output=options.output
            )
        )
    elif not options.quiet:
        print(
            told(
                counted(
                    len(built),
                    "{output}: {count} leaflet; open it in a browser, or put the folder online",
                    "{output}: {count} leaflets; open it in a browser, or put the folder online",
                    output=options.output / "index.html",
                )
            )
        )
    return PROVEN if proof.proven else FINDINGS
