"""``firsthand``: the command and its subcommands."""

import click

from firsthand.cli.dossier import dossier
from firsthand.cli.read import read
from firsthand.parallel import collect_rarely


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="firsthand")
def main() -> None:
    """Who said it, on whose authority, when, who denies it, and who merely repeats whom.

    Give it reports: text, Markdown, HTML, PDF, JSON, JSONL, RSS files or addresses.
    """
    collect_rarely()


main.add_command(dossier)
main.add_command(read)
