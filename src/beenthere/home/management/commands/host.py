"""Give a desk that nobody keeps any more to somebody: prints an invitation for a coordinator."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from beenthere.core.access import NotAllowed
from beenthere.orgs.actions import invite_host
from beenthere.orgs.models import Organisation
from beenthere.orgs.reads import code_of


class Command(BaseCommand):
    help = "Print an invitation for a coordinator of an organisation that has none any more."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="the organisation, as in its address")

    def handle(self, *, slug: str, **options: object) -> None:
        organisation = Organisation.objects.running().filter(slug=slug).first()
        if organisation is None:
            known = ", ".join(Organisation.objects.running().order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"No organisation is called {slug} here. There are: {known or 'none'}.")
        try:
            code = code_of(invite_host(organisation=organisation))
        except NotAllowed as error:
            raise CommandError(f"{organisation.name} has a coordinator, who can invite others.") from error
        self.stdout.write(f"{settings.PUBLIC_ADDRESS}{reverse('orgs:invitation', args=[code])}")
        self.stdout.write(f"or type the code {code} at {settings.PUBLIC_ADDRESS}{reverse('orgs:enter-code')}")
