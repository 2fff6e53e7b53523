"""The command line: run, check, export, speech."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server import inputs, kept, serve
from server.live import Live
from server.settings import DATA, SPEECH, Settings
from server.shown import Unbuildable

if TYPE_CHECKING:
    from dash import Dash

    from server.current import Current
    from server.making import Build

FOLDER = click.Path(path_type=Path, file_okay=False)
Option = Callable[[Callable[..., Any]], Callable[..., Any]]

SITE_OPTIONS: tuple[Option, ...] = (
    click.option("--data", type=FOLDER, default=DATA, envvar="SPINE_DATA", help="Folder of the CSV files."),
    click.option("--speech", type=FOLDER, default=SPEECH, envvar="SPINE_SPEECH", help="Folder of the sounds."),
    click.option("--public-url", default="", envvar="SPINE_PUBLIC_URL", help="Where visitors reach the app."),
    click.option(
        "--kiosk", is_flag=True, default=False, envvar="SPINE_KIOSK", help="Kiosk: big targets, starts over when idle."
    ),
    click.option("--emergency-number", default="", envvar="SPINE_EMERGENCY_NUMBER", help="The number to call."),
    click.option("--staff-text", default="", envvar="SPINE_STAFF_TEXT", help="Your own words on how to get help."),
    click.option(
        "--idle-seconds",
        type=click.IntRange(30, 900),
        default=90,
        show_default=True,
        envvar="SPINE_IDLE_SECONDS",
        help="Kiosk: time without a touch until it asks whether anybody is there.",
    ),
    click.option(
        "--warn-seconds",
        type=click.IntRange(20, 120),
        default=30,
        show_default=True,
        envvar="SPINE_WARN_SECONDS",
        help="Kiosk: time to answer before it starts over.",
    ),
    click.option(
        "--px-per-mm",
        type=click.FloatRange(1, 20),
        default=4.03,
        show_default=True,
        envvar="SPINE_PX_PER_MM",
        help="Kiosk: the screen's own pixels in a millimetre; buttons are 20 mm.",
    ),
)


class _RunByDefault(click.Group):
    """A group that runs `run` when no command is named: `app.py --port 80` is `app.py run --port 80`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] != "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


def _site_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(SITE_OPTIONS):
        command = option(command)
    return command


def _fail(lines: Sequence[object]) -> None:
    for line in lines:
        click.echo(str(line), err=True)
    sys.exit(1)


def _not_started(settings: Settings, unbuildable: Unbuildable) -> None:
    count = len(unbuildable.faults)
    _fail([*unbuildable.faults, f"Not started: {count} {'fault' if count == 1 else 'faults'} in {settings.data}."])


def command_line(build: Build) -> click.Group:
    """The commands of an app that `build` makes."""

    def with_vendor(settings: Settings, current: Current) -> Dash:
        from publish import vendor  # when something has to be built

        vendor.ensure()
        return build(settings, current)

    @click.group(cls=_RunByDefault)
    def commands() -> None:
        """Spine Explorer: touch a spine, see where it can hurt. Without a command it runs."""

    @commands.command()
    @click.option("--host", default="127.0.0.1", show_default=True, envvar="SPINE_HOST", help="Address to listen on.")
    @click.option(
        "--port", type=click.IntRange(1, 65535), default=8050, show_default=True, envvar="SPINE_PORT", help="Port."
    )
    @_site_options
    def run(host: str, port: int, **options: Any) -> None:
        """Serve the app."""
        logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
        settings = Settings(**options)
        code = inputs.code_digest(inputs.sound_names(settings.speech))
        try:
            live = Live(with_vendor, settings, kept=kept.Kept(kept.folder(), inputs.site_digest(settings), code))
        except Unbuildable as unbuildable:
            _not_started(settings, unbuildable)
            return
        try:
            serve.run(live, host, port, click.echo, meanwhile=live.finish)
        except OSError as error:
            _fail([f"Cannot listen on {host}:{port}: {error.strerror}. Is it in use? Try --port with another number."])

    @commands.command()
    @click.argument("folder", type=FOLDER, default=DATA)
    @click.option("--strict", is_flag=True, default=False, help="Warnings are faults: texts that are hard to read.")
    def check(folder: Path, strict: bool) -> None:
        """Check the CSV files in FOLDER; tell every fault: file, row, column, what is wrong, what would be right.

        Warnings tell which texts are hard to read. They stop nothing.
        """
        import catalog
        from components import trial

        try:
            faults = trial.faults(catalog.load(folder))
        except catalog.Faulty as faulty:
            faults = list(faulty.faults)
        warnings = catalog.warnings(folder)
        for fault in faults:
            click.echo(str(fault))
        for warning in warnings:
            click.echo(str(warning) if strict else f"Warning: {warning}")
        if faults or (strict and warnings):
            sys.exit(1)
        click.echo("No faults.")

    @commands.command()
    @click.argument("folder", type=FOLDER)
    @_site_options
    def export(folder: Path, **options: Any) -> None:
        """Write the static site to FOLDER."""
        from publish.export import export as write_site
        from server.current import Current
        from server.making import told_in_words

        settings = Settings(**options)
        try:
            with told_in_words():
                current = Current(settings.data)
                dash_app = with_vendor(settings, current)
            count = write_site(dash_app, settings, current.catalog.languages, folder)
        except Unbuildable as unbuildable:
            _not_started(settings, unbuildable)
            return
        except FileExistsError as error:
            _fail([error])
            return
        click.echo(f"{count} files are in {folder}.")

    @commands.command(name="speech")
    @_site_options
    def speak(**options: Any) -> None:
        """Speak every text into the folder of the sounds (needs espeak-ng and opus-tools)."""
        from publish import speech
        from server.current import Current
        from server.making import told_in_words

        settings = Settings(**options)
        try:
            with told_in_words():
                facts = Current(settings.data).catalog
            for line in speech.speak(facts, settings):
                click.echo(line)
        except Unbuildable as unbuildable:
            _not_started(settings, unbuildable)
        except FileNotFoundError as error:
            _fail([error])

    return commands
