"""Two of the committee at the same moment: one result, and nothing is lost."""

from functools import partial

import pytest

from beenthere.core.tests.races import at_once
from beenthere.people.models import Letter
from beenthere.people.tests.make import person
from beenthere.training import actions
from beenthere.training.catalogue.record import last_number
from beenthere.training.models import Proposal, ProposalState, ProviderLink, Reading, Training, Upkeep
from beenthere.training.tests.make import committee, proposal, reads, training

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])


def result(read: Proposal) -> tuple[str, str, int]:
    record = Training.objects.get()
    return Proposal.objects.get(pk=read.pk).state, record.hours, record.revisions.count()


def test_two_readers_at_the_same_moment_publish_once() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(hours="40"), by=person("Dana"))
    at_once(partial(reads, ravi, change), partial(reads, ines, change))
    assert result(change) == (ProposalState.PUBLISHED, "44", 2)
    assert Letter.objects.count() == 1


def test_one_reader_who_presses_twice_is_one_reader() -> None:
    ravi, *_others = committee()
    change = proposal(training(hours="40"))
    at_once(partial(reads, ravi, change), partial(reads, ravi, change))
    assert result(change) == (ProposalState.WAITING, "40", 1)
    assert Reading.objects.count() == 1


def test_the_last_reader_who_presses_twice_publishes_once() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(hours="40"))
    reads(ravi, change)
    told = at_once(partial(reads, ines, change), partial(reads, ines, change))
    assert result(change) == (ProposalState.PUBLISHED, "44", 2)
    assert sorted(type(one).__name__ for one in told) == ["AlreadyDecided", "Proposal"]


def test_one_publishes_while_another_sends_back() -> None:
    ravi, ines, jo = committee()
    change = proposal(training(hours="40"))
    reads(ravi, change)
    at_once(partial(reads, ines, change), partial(reads, jo, change, "send_back", reason="No"))
    assert result(change) in {(ProposalState.PUBLISHED, "44", 2), (ProposalState.SENT_BACK, "40", 1)}


def test_two_proposals_about_one_fact_do_not_both_pass_by_what_stood_before_either() -> None:
    ravi, ines, jo = committee()
    record = training(hours="40")
    changes = [proposal(record, facts={"hours": hours}) for hours in ("44", "48")]
    for one in changes:
        reads(ravi, one)
    at_once(partial(reads, ines, changes[0]), partial(reads, jo, changes[1]))
    states = sorted(Proposal.objects.values_list("state", flat=True))
    assert (states, record.revisions.count()) == (["published", "waiting"], 2)


def test_two_new_records_of_one_name_get_an_address_each() -> None:
    ravi, ines, jo = committee()
    new = [proposal(), proposal()]
    for one in new:
        reads(ravi, one)
    at_once(partial(reads, ines, new[0]), partial(reads, jo, new[1]))
    assert Training.objects.count() == 2


def test_a_provider_who_answers_twice_at_once_is_heard_once() -> None:
    record = training()
    link = actions.make_link(training=record)
    assert link is not None
    answered = partial(actions.answer_link, by=None, link=link, seen=last_number(record))
    still, ended = (partial(answered, answer=answer) for answer in ("still", "ended"))
    told = at_once(still, ended)
    assert [type(one).__name__ for one in told].count("AlreadyAnswered") == 1
    link.refresh_from_db()
    assert (link.answer, Proposal.objects.get().kind) in {("still", "confirm"), ("ended", "ended")}


def test_two_rounds_of_the_clock_make_one_link_and_two_members_take_a_record_once() -> None:
    ravi, ines, _jo = committee()
    record = training()
    at_once(*[partial(actions.make_link, training=record)] * 2)
    taken = at_once(*[partial(actions.look_after, by=one, training=record) for one in (ravi, ines)])
    assert (ProviderLink.objects.count(), sorted(map(str, taken))) == (1, ["False", "True"])
    assert Upkeep.objects.get().keeper in {ravi, ines}
