"""A small research committee: Ravi and two others, a few proposals that wait, and a provider who answered."""

from typing import Any

from beenthere.home.demo import people
from beenthere.home.demo.calendar import Calendar
from beenthere.orgs.actions import open_organisation
from beenthere.orgs.models import Kind, Role
from beenthere.people.models import Person
from beenthere.training import actions
from beenthere.training.catalogue.record import last_number
from beenthere.training.catalogue.writing import facts_of
from beenthere.training.committee.readings import mark_of
from beenthere.training.models import Answer, Proposal, ProviderLink, Training, Verdict

SOURCE = "https://www.example.org/peer-training"


def sit(ravi: Person, calendar: Calendar) -> None:
    """Name the committee, and put on the calendar what it met since."""
    nadia, tomas = people.joins("Nadia", "fr"), people.joins("Tomas", "en")
    nell = people.joins("Nell", "en")
    coalition = open_organisation(coordinator=nell, name="Peer Support Coalition", kind=Kind.COALITION, province="ON")
    for one in (ravi, nadia, tomas):
        people.gets_role(one, nell, coalition, Role.RESEARCH)
    calendar.on(9, lambda: _somebody_corrects(nadia))
    calendar.on(6, _somebody_adds)
    calendar.on(4, lambda: _tomas_proposes(tomas))
    calendar.on(3, lambda: _providers_answer(ravi))


def _record(place: int) -> Training:
    return Training.objects.with_a_duty().order_by("slug")[place]


def _propose(training: Training | None, facts: dict[str, Any], words: str) -> Proposal:
    now = facts_of(training) if training else {}
    return actions.propose(
        by=None, training=training, facts=facts, base={name: now[name] for name in facts if name in now},
        source_url=SOURCE, source_date="2026", words=words, language="en", form_token=f"demo {words}",
    )  # fmt: skip


def _somebody_corrects(reader: Person) -> None:
    """Two corrections: one that Nadia has read, and a new start date, for which one reader is enough."""
    read = _propose(_record(0), {"cost": "250"}, "I paid this when I took it in the fall.")
    yes = {"verdict": Verdict.PUBLISH, "seen": mark_of(read), "declared": True}
    actions.read_proposal(by=reader, proposal=read, **yes)  # type: ignore[arg-type]
    _propose(_record(1), {"starts": "spring"}, "It stands on their page.")


def _somebody_adds() -> None:
    facts = {
        "name": "Walking Beside: peer support for families", "name_language": "en", "provider": "The Kettle Is On",
        "province": "MB", "city": "Winnipeg", "languages": "English", "delivery": "in-person", "hours": "24",
        "cost": "0", "audience": "families", "standing": "running",
    }  # fmt: skip
    _propose(None, facts, "My sister teaches it.")


def _tomas_proposes(tomas: Person) -> None:
    actions.propose_as_committee(
        by=tomas, kind="correct", training=_record(2), facts={"hours": "40"}, source_url=SOURCE
    )


def _providers_answer(keeper: Person) -> None:
    """One is still right, one no longer runs; Ravi looks after a third, whose provider he has asked."""
    links = ProviderLink.objects.standing().select_related("training").order_by("training__slug")
    still, ended, asked = links[3:6]
    actions.answer_link(by=None, link=still, answer=Answer.STILL, seen=last_number(still.training))
    actions.answer_link(by=None, link=ended, answer=Answer.ENDED)
    actions.look_after(by=keeper, training=asked.training)
    actions.note_sent(by=keeper, link=asked)
