"""Questions about what somebody applies for; each takes the same number of queries however much there is."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from beenthere.core import clock
from beenthere.people.models import Person
from beenthere.plans import laid_out
from beenthere.plans.models import Application, FollowUp, Path, Resume, Stages
from beenthere.plans.resume.facts import About, Fact
from beenthere.plans.resume.sheet import Sheet, Style, lay_out
from beenthere.plans.stages import Stage, named, to_start_from

MOST_COPIED = 60_000  # letters: what is longer is kept by its name alone


@dataclass(frozen=True)
class Line:
    """One application as a list shows it: where it stands, and the next day that was chosen for it."""

    application: Application
    stage: Stage
    next: FollowUp | None


def stages_of(person: Person) -> list[Stage]:
    """The person's own stages, or the list to start from."""
    row = Stages.objects.visible_to(person).first()
    return (row.stages if row else []) or to_start_from()


def stage_of(person: Person, code: str) -> Stage:
    """One of the person's stages; the first for a code that they do not have any more."""
    stages = stages_of(person)
    return next((stage for stage in stages if stage.code == code), stages[0])


def lines_of(person: Person, applications: Iterable[Application]) -> list[Line]:
    """These applications, ready for a list."""
    rows, stages = list(applications), stages_of(person)
    ahead: dict[UUID, FollowUp] = {}
    for each in FollowUp.objects.visible_to(person).open().filter(application__in=rows).exclude(on=None):
        ahead.setdefault(each.application_id, each)
    return [Line(row, named(row.stage, stages), ahead.get(row.pk)) for row in rows]


def lines_on(person: Person, path: Path) -> list[Line]:
    """The applications that belong to a path."""
    return lines_of(person, Application.objects.visible_to(person).filter(paths=path))


def due(person: Person) -> list[FollowUp]:
    """What the person wanted to come back to by today."""
    return list(FollowUp.objects.visible_to(person).due(clock.today(person)).select_related("application"))


def moves_of(application: Application, stages: list[Stage]) -> list[tuple[str, dt.date]]:
    """Where it stood, the latest first, each with its day; as the stages are called today."""
    moves = reversed(application.moves or [])
    return [(named(Stage.of(move), stages).words, dt.date.fromisoformat(move["on"])) for move in moves]


def copy_of(person: Person, resume: Resume) -> dict[str, Any]:
    """A résumé as it is now, to be kept with what it was sent for."""
    about, facts = laid_out.parts_of(person, resume)
    kept = {"name": str(resume), "on": clock.today(person).isoformat()}
    whole = kept | {"style": asdict(resume.style), "about": about.told(), "facts": [fact.told() for fact in facts]}
    return whole if len(json.dumps(whole)) <= MOST_COPIED else kept


def sent_sheet(application: Application) -> Sheet | None:
    """The résumé that was sent, laid out as it was; nothing if only its name was kept."""
    sent = application.sent or {}
    if "style" not in sent:
        return None
    return lay_out(About.of(sent["about"]), [Fact.of(each) for each in sent["facts"]], Style(**sent["style"]))
