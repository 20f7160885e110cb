"""Run the site for real, on loopback; phones reach it through a proxy whose address is given with --url."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from beenthere.home import copies, standing
from beenthere.orgs.actions import make_setup_code
from beenthere.orgs.reads import needs_setup


class Command(BaseCommand):
    help = "Run the site and its job worker; the first time it prints a code to set up your organisation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
        parser.add_argument("--url", default="", help="the https address of your proxy, if phones are to reach it")

    def handle(self, *, port: int, **options: object) -> None:
        standing.make_tables()
        try:
            copies.prove_master_key()
        except ImproperlyConfigured as error:
            # New people's keys would be wrapped by another master key than those of everybody before.
            raise CommandError(str(error)) from error
        standing.load_seeds()
        standing.collect_static()
        self.stdout.write(f"Been There (Passé par là): {settings.PUBLIC_ADDRESS}/")
        if (card := settings.CONFIG_FOLDER / "card.txt").exists():
            self.stdout.write(f"Print {card} and keep it away from this computer; then delete the file.")
        if needs_setup():
            address = f"{settings.PUBLIC_ADDRESS}{reverse('orgs:setup')}"
            self.stdout.write(
                f"Set up your organisation: {address}\nwith this code, which works once: {make_setup_code()}"
            )
        self.stdout.write("Stop with Ctrl-C.")
        self.stdout.flush()
        standing.run(port)
