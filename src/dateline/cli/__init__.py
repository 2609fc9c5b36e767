"""The command line, one file a command; each command is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from dateline import __version__

#: Command names, each the name of its module here and of the function in it, with its line of help.
_COMMANDS = {
    "add": "Read reports into a ledger: code them, link them, keep them.",
    "code": "Read reports, print what they say happened.",
    "gazetteer": "Add and list packs of places.",
    "incidents": "List the incidents of a ledger.",
    "judge": "Say that two events are one happening, or two.",
    "link": "Join the events of coded reports into incidents.",
    "register": "Add and list your own files of armed actors.",
    "show": "Show an incident: its toll over time, claims, reports.",
}


class _Commands(click.Group):
    """A group that knows its commands' names and imports one only to run it."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"dateline.cli.{name}"), name)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name]) for name in self.list_commands(context)])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Read news dispatches about political violence and keep an auditable ledger of them.

    \b
    Try it:  echo "KANO, Nigeria — Gunmen killed ten people on Friday, police said." | dateline code -
    """
