"""Bring in services from a file of others."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from beenthere.core.importing import Report
from beenthere.directory.sources import NotAFile, bring_in_file


class Command(BaseCommand):
    help = (
        "Bring in services: a folder of Open Referral (HSDS 3.0) tables, a JSON file of an HSDS address, the table of "
        "the WorkBC centres, or the Open Eligibility taxonomy. Safe to run twice; a bad row keeps out no good one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file or the folder")
        parser.add_argument("--source", default="", help="where it was published, as people can open it")
        parser.add_argument("--date", default="", help="of when it is, as its source says: 2026-10, for instance")
        parser.add_argument("--origin", default="", help="a short name for whoever publishes it, the same each time")

    def handle(self, *, file: Path, source: str, date: str, origin: str, **options: object) -> None:
        if not file.exists():
            raise CommandError(f"There is no {file}.")
        report = Report()
        try:
            for report in bring_in_file(file, origin=origin, source_url=source, source_date=date):
                self.stdout.write(f"{report.added + report.changed + report.same + len(report.bad)} read", ending="\r")
                self.stdout.flush()
        except NotAFile as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"\n{report}")
