"""Bring a copy back on an empty machine."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from beenthere.home import copies, standing


class Command(BaseCommand):
    help = "Bring the newest copy back on an empty machine; the master key must be there first."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where the copies of the data are, or one such file")
        parser.add_argument("--keys", type=Path, help="where the copies of the keys are, or one such file")

    def handle(self, *, folder: Path, keys: Path | None, **options: object) -> None:
        keys = keys or copies.default_keys_folder(folder)
        try:
            data_file = folder if folder.is_file() else copies.newest(folder, "data")
            keys_file = keys if keys.is_file() else copies.newest(keys, "keys")
            copies.bring_back(data_file, keys_file)
        except (copies.CannotCopy, ImproperlyConfigured, OSError) as error:
            raise CommandError(str(error)) from error
        standing.make_tables()
        self.stdout.write(f"Back from {data_file.name} and {keys_file.name}. Start it with: beenthere serve")
