"""Copy the data, and apart from it the keys, while the site runs."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from beenthere.home import copies


class Command(BaseCommand):
    help = "Copy the data into a folder, and the keys into another, while the site runs."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where copies of the data go")
        parser.add_argument("--keys", type=Path, help="where copies of the keys go (default: <folder>-keys)")

    def handle(self, *, folder: Path, keys: Path | None, **options: object) -> None:
        try:
            made = copies.back_up(folder, keys or copies.default_keys_folder(folder))
        except (copies.CannotCopy, OSError) as error:
            raise CommandError(str(error)) from error
        for file in made:
            self.stdout.write(str(file))
        self.stdout.write("Keep the two apart. Copies of keys older than 30 days were removed.")
