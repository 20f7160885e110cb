"""Who may do what on the pages that span apps."""

from beenthere.home.models import KeptText
from beenthere.people.models import Person


def is_whose_text(person: Person, kept: KeptText) -> bool:
    """The person typed this text themselves."""
    return kept.person_id == person.pk
