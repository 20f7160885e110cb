"""Thanks, and somebody to tell that it was heavy; and what that does not open."""

from uuid import uuid4

import pytest
from django.urls import reverse

from beenthere.consent.reads import connected, walk_together
from beenthere.experience.rules import may_see_after_yes
from beenthere.matching import actions, reads
from beenthere.matching.models import KindWord, Match
from beenthere.matching.tests import make
from beenthere.orgs.models import Role
from beenthere.orgs.tests import make as orgs
from beenthere.orgs.tests.make import member
from beenthere.people.models import Letter, Person
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in
from beenthere.plans import actions as plans
from beenthere.plans.rules import may_share
from beenthere.talk.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def match() -> Match:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    member(people.person("Léa"), organisation, Role.LEAD)
    return make.match(people.person("Amara"), make.offer(people.person("Benoît"), organisation, chloe))


def both(match: Match) -> tuple[Person, Person]:
    assert match.asker
    assert match.supporter
    return match.asker, match.supporter


def test_a_heavy_one_goes_to_the_lead_whom_the_supporter_chose(match: Match) -> None:
    _amara, benoit = both(match)
    [lea] = reads.listeners(match)
    page = signed_in(benoit).get(reverse("matching:heavy", args=[match.pk]))
    assert "Léa" in page.text
    form = {"reader": lea.pk, "text": "It stays with me.", "form_token": uuid4()}
    for _twice in range(2):
        signed_in(benoit).post(reverse("matching:heavy", args=[match.pk]), form)
    assert connected(benoit.pk, lea.pk)
    assert Message.objects.get(author=benoit).text == "It stays with me."


def test_the_one_who_listens_sees_nothing_else_and_gets_nothing_shared(match: Match) -> None:
    _amara, benoit = both(match)
    [lea] = reads.listeners(match)
    actions.say_it_was_heavy(by=benoit, match=match, listener=lea, text="It stays with me.")
    path = plans.start_path(by=benoit, aim="Rest", kind="own", hours=1)
    assert not walk_together(benoit.pk, lea.pk)
    assert not may_see_after_yes(lea, benoit)
    assert not may_share(benoit, path, lea)
    assert signed_in(lea).get(reverse("experience:seen", args=[benoit.pk])).status_code == 404


def test_whoever_walks_together_later_may_share_although_they_wrote_before(match: Match) -> None:
    _amara, benoit = both(match)
    [lea] = reads.listeners(match)
    actions.say_it_was_heavy(by=benoit, match=match, listener=lea, text="It stays with me.")
    make.match(lea, benoit.offer)
    assert walk_together(benoit.pk, lea.pk)


def test_without_a_lead_whoever_coordinates_listens_but_never_the_one_who_is_supported() -> None:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    otto = member(people.person("Otto"), organisation, Role.COORDINATOR).person
    match = make.match(chloe, make.offer(people.person("Benoît"), organisation, otto))
    assert reads.listeners(match) == [otto]


def test_nobody_but_the_supporter_finds_that_page(match: Match) -> None:
    amara, _benoit = both(match)
    for somebody in (amara, people.person("Dana")):
        assert signed_in(somebody).get(reverse("matching:heavy", args=[match.pk])).status_code == 404


def test_thanks_reach_the_other_once_and_can_be_reworded(match: Match) -> None:
    amara, benoit = both(match)
    for words in ("Thank you", "Thank you for the evenings"):
        signed_in(amara).post(reverse("matching:say-thanks", args=[match.pk]), {"text": words})
    assert [each.text for each in reads.thanks_to(benoit)] == ["Thank you for the evenings"]
    assert Letter.objects.filter(person=benoit, route="matching:thanks").count() == 1
    assert "Thank you for the evenings" in signed_in(benoit).get(reverse("matching:thanks")).text
    assert "Thank you for the evenings" not in signed_in(people.person("Dana")).get(reverse("matching:thanks")).text


def test_between_two_who_are_kept_apart_thanks_go_nowhere_and_nobody_notices(match: Match) -> None:
    amara, benoit = both(match)
    actions.keep_apart(by=amara, other=benoit)
    answer = signed_in(benoit).post(reverse("matching:say-thanks", args=[match.pk]), {"text": "Thank you"})
    assert answer.status_code == 302
    assert KindWord.objects.get(author=benoit).to is None
    assert reads.thanks_to(amara) == []
    assert not Letter.objects.filter(person=amara, route="matching:thanks").exists()


def test_it_says_who_reads_it_and_the_letter_says_what_it_is_about(match: Match) -> None:
    _amara, benoit = both(match)
    [lea] = reads.listeners(match)
    assert "Léa, lead for supporters, Phare" in signed_in(benoit).get(reverse("matching:heavy", args=[match.pk])).text
    actions.say_it_was_heavy(by=benoit, match=match, listener=lea, text="It stays with me.")
    letters = [letter.text for letter in Letter.objects.visible_to(lea)]
    assert letters == ["A supporter found something heavy, and wrote to you."]
