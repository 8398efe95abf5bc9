"""``clearfold watch``: show what a save changes, and build all editions when the copy rests."""

import argparse
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.commands import build
from clearfold.cli.output import PROVEN, complain, report
from clearfold.cli.watching.board import Board
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.limits import SECONDS
from clearfold.model.messages import joined, told
from clearfold.pipeline.building.build import BUILD
from clearfold.pipeline.building.leaflet_job import Built, Order
from clearfold.pipeline.copies import copies_of
from clearfold.pipeline.watching.looks import Look, Sketch
from clearfold.pipeline.watching.watcher import Made, Making, News, Watcher
from clearfold.store.cache import Cache, usual_folder
from clearfold.store.way_in import way_in


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = wording("show in a browser what each save changes, and build all editions when the copy rests")
    command = command_of(commands, (volume(),), "watch", run, about)
    build.sources(command)
    command.add_argument("--open", action="store_true", help=wording("show the page in a browser"))
    command.add_argument("--port", type=int, default=0, metavar="N", help=wording("0 for a free one (default: 0)"))
    command.add_argument(
        "-o", "--output", type=Path, default=BUILD, metavar="DIR", help=wording("where editions go (default: build/)")
    )
    command.add_argument("--no-check", action="store_true", help=wording("leave the proof out"))


def run(options: argparse.Namespace) -> int:
    """Watch until Ctrl-C, and return the exit code."""
    from clearfold.cli.watching.server import server

    copies_of(options.source)  # where there is none, nothing is begun
    board, stop = Board(), threading.Event()
    order = Order(options.output, (), "", not options.no_check, SECONDS, Cache(usual_folder()))

    printer = _Printer(options)

    def tell(news: News) -> None:
        board.put(news)
        printer.put(news)

    # Who ends the program otherwise than by Ctrl-C has its processes ended as well.
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    served, address = server(board, options.port)
    with served, way_in(address, "watch") as way:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        print(wording("{address} shows what you save; Ctrl+C ends it", address=address), flush=True)
        if options.open:
            import webbrowser

            webbrowser.open(way.as_uri())
        with suppress(KeyboardInterrupt):
            Watcher(options.source, order, tell).run(stop)
        stop.set()
        served.shutdown()
    return PROVEN


@dataclass(slots=True)
class _Printer:
    """Prints the news; what was told of a copy as it stands is not told again when all is built."""

    options: argparse.Namespace
    _told: dict[Path, tuple[Diagnostic, ...]] = field(default_factory=dict)
    _saved: set[Path] = field(default_factory=set)
    _building: frozenset[Path] = frozenset()

    def put(self, news: News) -> None:
        """Print a piece of news, mistakes on standard error."""
        match news:
            case Look():
                self._look(news)
            case Sketch():
                complain(news.diagnostics)
                if self.options.verbose and news.pictures:
                    told_in = {"part": news.title or news.part, "seconds": news.seconds}
                    self._say(wording("{copy}: sketch of “{part}”, {seconds:.2f} s", copy=news.copy, **told_in))
            case Made(fault=""):
                for item, hint in news.built:
                    self._build(item, hint)
            case Made():
                print(f"clearfold: {told(news.fault)}", file=sys.stderr)
            case Making():
                self._building, self._saved = frozenset(self._saved), set()

    def _look(self, news: Look) -> None:
        complain(news.diagnostics)
        self._told[news.copy] = news.diagnostics
        self._saved.add(news.copy)
        if not news.good:
            print(wording("{copy}: the page is as it was before this", copy=news.copy), file=sys.stderr)
        else:
            self._say(wording("{copy}: web page, {seconds:.2f} s", copy=news.copy, seconds=news.seconds))

    def _build(self, item: Built, hint: str) -> None:
        """Print what is wrong after a build, and a line for each set of which a copy was saved."""
        known = self._told.get(item.source, ())
        complain(found for found in item.diagnostics if found not in known)
        report([one for one in item.reports if not one.proven], self.options)
        if not item.good:
            kept = wording("{source}: not published; the last good editions are as they were", source=item.source)
            print(kept, file=sys.stderr)
        elif item.manifest and item.source in self._building:
            self._say(joined("; ", filter(None, (f"{item.folder}: {len(item.manifest.files)} files", hint))))

    def _say(self, line: str) -> None:
        """Print a line at once, for who watches a log waits for it."""
        if not self.options.quiet:
            print(line, flush=True)
