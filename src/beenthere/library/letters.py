"""What the site writes to writers and readers. A letter holds no word of a card and leads to one's own pages."""

from django.utils.translation import gettext_lazy as _

from beenthere.library.models import Reading
from beenthere.people.actions import settle_letters, write_letter
from beenthere.people.models import Person


def please_read(reading: Reading) -> None:
    text = _("Somebody wrote a card. Would you read it before it is public? Please answer within seven days.")
    write_letter(to=reading.reader, text=text, route="library:reading", route_args=[reading.pk])


def nudge(reading: Reading) -> None:
    text = _("A card has been waiting three days for you to read it. A kind “pass” is an answer too.")
    write_letter(to=reading.reader, text=text, route="library:reading", route_args=[reading.pk])


def settle(reading: Reading) -> None:
    """The reading needs no answer any more."""
    settle_letters(to=reading.reader, route="library:reading", route_args=[reading.pk])


def is_public(writer: Person) -> None:
    text = _("Two peers read what you wrote, and it is public now. You can take it back at any time.")
    write_letter(to=writer, text=text, route="library:mine")


def comes_back(writer: Person) -> None:
    text = _("A peer read what you wrote and suggests a change first. Their words are there for you.")
    write_letter(to=writer, text=text, route="library:mine")


def nobody_reads_yet(writer: Person) -> None:
    text = _(
        "What you wrote still waits for readers: there are not enough just now. That says nothing about your words. "
        "It keeps its place, and you can take it back."
    )
    write_letter(to=writer, text=text, route="library:mine")


def out_of_sight(writer: Person) -> None:
    text = _("Somebody worried about something you wrote, and a reader took it out of sight. It is back with you.")
    write_letter(to=writer, text=text, route="library:mine")
