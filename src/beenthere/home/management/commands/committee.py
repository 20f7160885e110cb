"""Name somebody to the research committee: prints an invitation."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from beenthere.orgs.actions import invite_researcher
from beenthere.orgs.models import Organisation
from beenthere.orgs.reads import code_of


class Command(BaseCommand):
    help = "Print an invitation to the research committee, which compiles the database of trainings."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="the organisation that names them, as in its address")

    def handle(self, *, slug: str, **options: object) -> None:
        organisation = Organisation.objects.running().filter(slug=slug).first()
        if organisation is None:
            known = ", ".join(Organisation.objects.running().order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"No organisation is called {slug} here. There are: {known or 'none'}.")
        try:
            code = code_of(invite_researcher(organisation=organisation))
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{settings.PUBLIC_ADDRESS}{reverse('orgs:invitation', args=[code])}")
        self.stdout.write(f"or type the code {code} at {settings.PUBLIC_ADDRESS}{reverse('orgs:enter-code')}")
