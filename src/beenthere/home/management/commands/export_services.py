"""Write all services as Open Referral tables."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from beenthere.directory.sources.out import write_tables


class Command(BaseCommand):
    help = "Write the services into a folder as Open Referral (HSDS 3.0) tables, with a datapackage.json beside them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where to; it is made if it is not there")

    def handle(self, *, folder: Path, **options: object) -> None:
        self.stdout.write(f"{write_tables(folder)} services in {folder}")
