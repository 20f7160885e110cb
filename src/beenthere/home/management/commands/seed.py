"""Put in the public facts that ship with the product."""

from django.core.management.base import BaseCommand

from beenthere.home import standing


class Command(BaseCommand):
    help = "Load the trainings, organisations, crisis lines and occupations that ship with the product."

    def handle(self, **options: object) -> None:
        standing.load_seeds()
        self.stdout.write("The facts that ship with the product are in.")
