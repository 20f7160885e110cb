"""Start the site with a living demo: made-up people, real facts, nothing to lose."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from beenthere.home import demo, standing


class Command(BaseCommand):
    help = "Start the site with made-up people who show what it does."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
        parser.add_argument("--fresh", action="store_true", help="forget what was tried and build the demo anew")
        parser.add_argument("--build-only", action="store_true", help="build the demo and do not start it")

    def handle(self, *, port: int, fresh: bool, build_only: bool, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("Start the demo as `./go demo` or `beenthere demo`.")
        made_from = [*settings.PACKAGE.glob("*/migrations/*.py"), *settings.PACKAGE.glob("*/data/*.csv")]
        stamp = standing.Stamp("demo", [*made_from, *settings.PACKAGE.glob("home/demo/**/*.py")])
        if fresh or not stamp.fits():
            self.stdout.write("Building the demo: a hundred made-up people. This takes a moment.")
            self.stdout.flush()
            stamp.remove()
            self.build()
            stamp.put()
        standing.collect_static()
        if not build_only:
            self.welcome()
            standing.run(port)

    def build(self) -> None:
        """Make the demo from nothing."""
        standing.forget_databases()
        standing.make_tables()
        standing.load_seeds()
        demo.build()

    def welcome(self) -> None:
        """Say where it is and who can sign in."""
        self.stdout.write(f"\nBeen There (Passé par là), the demo: {settings.PUBLIC_ADDRESS}/\n")
        self.stdout.write(demo.who_can_sign_in())
        self.stdout.write("\nEverybody here is made up. Stop with Ctrl-C.")
        self.stdout.flush()
