"""Who may tell, change and see what is told about a person."""

from beenthere.consent.reads import walk_together
from beenthere.experience.models import LivedExperience
from beenthere.people.models import Person
from beenthere.people.rules import is_peer as is_peer


def owns_lived(person: Person, lived: LivedExperience) -> bool:
    """The word is their own."""
    return lived.person_id == person.pk


def may_see_after_yes(reader: Person, person: Person) -> bool:
    """The two walk together now, or it is the person themselves."""
    return reader.pk == person.pk or walk_together(reader.pk, person.pk)
