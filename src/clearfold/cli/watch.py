"""``clearfold watch``: show what a save changes, and build all editions when the copy rests."""

import argparse
import html
import os
import signal
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume
from clearfold.cli.output import PROVEN, complain, report
from clearfold.cli.watch_board import Board
from clearfold.cli.watch_server import server
from clearfold.model.limits import SECONDS
from clearfold.pipeline.build import BUILD, CONTENT
from clearfold.pipeline.leaflet_job import Order
from clearfold.pipeline.watching.looks import Look, Sketch
from clearfold.pipeline.watching.watcher import Made, Making, News, Watcher
from clearfold.store.cache import Cache, usual_folder

_WAY_IN = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Clearfold watch</title>
<meta http-equiv="refresh" content="0; url={0}">
<p><a href="{0}">Clearfold watch</a></p></html>
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = "show in a browser what each save changes, and build all editions when the copy rests"
    command = command_of(commands, (volume(),), "watch", run, about)
    command.add_argument(
        "source",
        nargs="*",
        type=Path,
        default=[CONTENT],
        metavar="SOURCE",
        help="Markdown files or folders (default: content/)",
    )
    command.add_argument("--open", action="store_true", help="show the page in a browser")
    command.add_argument("--port", type=int, default=0, metavar="N", help="of the page (default: a free one)")
    command.add_argument(
        "-o", "--output", type=Path, default=BUILD, metavar="DIR", help="where editions go (default: build/)"
    )
    command.add_argument("--no-check", action="store_true", help="leave the proof out of the builds")


def run(options: argparse.Namespace) -> int:
    """Watch until Ctrl-C, and return the exit code."""
    board, stop = Board(), threading.Event()
    order = Order(options.output, (), "", not options.no_check, SECONDS, Cache(usual_folder()))

    def tell(news: News) -> None:
        board.put(news)
        _print(news, options)

    # Who ends the program otherwise than by Ctrl-C has its processes ended as well.
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    served, address = server(board, options.port)
    with served, _way_in(address) as way:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        print(f"{address} shows what you save; Ctrl+C ends it", flush=True)
        if options.open:
            webbrowser.open(way.as_uri())
        with suppress(KeyboardInterrupt):
            Watcher(options.source, order, tell).run(stop)
        stop.set()
        served.shutdown()
    return PROVEN


@contextmanager
def _way_in(address: str) -> Iterator[Path]:
    """Make a file that leads to the page and that only its user can read, for as long as the program runs.

    A browser is given the file and not the address: every user of a machine can read the command lines of all.
    """
    handle, name = tempfile.mkstemp(prefix="clearfold-watch-", suffix=".html")  # made with mode 0600
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(_WAY_IN.format(html.escape(address)))
        yield path
    finally:
        path.unlink(missing_ok=True)


def _print(news: News, options: argparse.Namespace) -> None:
    match news:
        case Look():
            complain(news.diagnostics)
            if not news.good:
                print(f"{news.copy}: the page is as it was before this", file=sys.stderr)
            elif not options.quiet:
                print(f"{news.copy}: web page, {news.seconds:.2f} s", flush=True)
        case Sketch():
            complain(news.diagnostics)
            if options.verbose and news.pictures:
                print(f"{news.copy}: sketch of “{news.title or news.part}”, {news.seconds:.2f} s", flush=True)
        case Made(fault=""):
            _print_made(news, options)
        case Made():
            print(f"clearfold: {news.fault}", file=sys.stderr)
        case Making():
            pass


def _print_made(news: Made, options: argparse.Namespace) -> None:
    """Print what is wrong after a build at rest, and a line for each set."""
    for item, hint in news.built:
        complain(item.diagnostics)
        report([one for one in item.reports if not one.proven], options)
        if item.manifest and item.good and not options.quiet:
            print(f"{item.folder}: {len(item.manifest.files)} files{hint}", flush=True)
        elif not item.good:
            print(f"{item.source}: not published; the last good editions are as they were", file=sys.stderr)
