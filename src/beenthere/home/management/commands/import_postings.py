"""Bring in jobs that are offered."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from beenthere.work.bringing import command


class Command(BaseCommand):
    help = (
        "Bring in the jobs of the national Job Bank: its monthly files, in either language, and its XML. "
        "Paths or addresses; safe to run twice; a bad row keeps out no good one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        command.add_arguments(parser)

    def handle(self, *, files: list[str], **told: object) -> None:
        if not command.run(files, ("postings",), command.Options.of(told), self._say):
            raise CommandError("Some files could not be read.")

    def _say(self, words: str) -> None:
        self.stdout.write(words, ending="")
        self.stdout.flush()
