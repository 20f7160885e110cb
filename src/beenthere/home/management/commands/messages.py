"""Keep the French catalogue in step with the source: `messages`, and `messages --check` for the gate."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from beenthere.home import catalogue, french


class Command(BaseCommand):
    help = "Add new sentences to the French catalogue, drop those which left, and compile it."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail where the French is not whole")

    def handle(self, *, check: bool, **options: object) -> None:
        messages = catalogue.in_package(settings.PACKAGE)
        file = french.file_in(settings.PACKAGE)
        if not check:
            french.write(french.catalogue_of(messages, french.translations_of(file)), file)
        if problems := french.problems(messages, file):
            raise CommandError("\n".join([*problems, f"{len(problems)} things keep the French from being whole."]))
        self.stdout.write(f"All {len(messages)} sentences stand in French.")
