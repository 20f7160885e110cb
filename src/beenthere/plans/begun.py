"""What is known already of an application when one comes from somewhere: a path, a step, an occupation, a posting."""

import re
from typing import Any
from uuid import UUID

from django.http import QueryDict

from beenthere.people.models import Person
from beenthere.plans.forms.plan import SHORT
from beenthere.plans.models import Step
from beenthere.work.models.postings import Posting
from beenthere.work.reads import find_occupation

_SLUG = re.compile(r"[-\w]{1,40}")


def begun(person: Person, asked: QueryDict) -> dict[str, Any]:
    """What the form holds at first; an address that leads to nothing holds nothing."""
    known: dict[str, Any] = {"paths": asked.getlist("path")}
    known |= _of_a_step(person, asked.get("step", ""))
    known |= _of_an_occupation(asked.get("occupation", ""))
    return known | _of_a_posting(asked.get("posting", ""))


def _of_a_step(person: Person, said: str) -> dict[str, Any]:
    """A step of one's own, with the paths that it serves."""
    try:
        step = Step.objects.visible_to(person).filter(pk=UUID(said)).first()
    except ValueError:
        return {}
    return {"what": step.text, "paths": [str(path.pk) for path in step.paths.all()]} if step else {}


def _of_an_occupation(noc: str) -> dict[str, Any]:
    found = find_occupation(noc[:SHORT]) if noc else None
    return {"what": found.title} if found else {}


def _of_a_posting(slug: str) -> dict[str, Any]:
    """What a posting says today, in the person's own row from now on: the posting itself goes."""
    posting = Posting.objects.public().filter(slug=slug).first() if _SLUG.fullmatch(slug) else None
    if posting is None:
        return {}
    place = ", ".join(each for each in (posting.employer, posting.place) if each)
    return {"what": posting.title[:SHORT], "place": place[:SHORT], "how": posting.address}
