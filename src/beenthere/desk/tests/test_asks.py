"""What an organisation asks of its supporters, as data in both languages."""

import pytest
from django.urls import reverse

from beenthere.matching.models import OfferApproval
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation, Requirement
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in

pytestmark = pytest.mark.django_db
ASKS = {"english": "Two references\nOur code of conduct", "french": "Deux références\nNotre code de conduite"}


@pytest.fixture
def phare() -> tuple[Person, Organisation]:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    signed_in(chloe).post(reverse("desk:asks", args=[organisation.slug]), ASKS)
    return chloe, organisation


def test_each_line_is_kept_in_both_languages_in_its_order(phare: tuple[Person, Organisation]) -> None:
    rows = [(row.text_en, row.text_fr) for row in Requirement.objects.all()]
    assert rows == [("Two references", "Deux références"), ("Our code of conduct", "Notre code de conduite")]


def test_a_line_without_its_twin_is_asked_about_and_nothing_is_lost(phare: tuple[Person, Organisation]) -> None:
    chloe, organisation = phare
    form = ASKS | {"french": "Deux références"}
    page = signed_in(chloe).post(reverse("desk:asks", args=[organisation.slug]), form)
    assert (page.status_code, Requirement.objects.count()) == (422, 2)
    assert "Our code of conduct" in page.text


def test_a_supporter_ticks_what_they_have_and_whoever_decides_sees_it(phare: tuple[Person, Organisation]) -> None:
    chloe, organisation = phare
    benoit = people.person("Benoît")
    offer = make.offer(benoit, organisation)
    assert "Two references" in signed_in(benoit).get(reverse("matching:offer")).text
    ticked = Requirement.objects.get(text_en="Two references")
    approval = OfferApproval.objects.get(offer=offer)
    signed_in(benoit).post(reverse("matching:has", args=[approval.pk]), {"has": [str(ticked.pk), "made-up"]})
    page = signed_in(chloe).get(reverse("desk:offer", args=[offer.pk, organisation.slug])).text
    assert page.count("they say that they have it") == 1
    assert page.count("not ticked") == 1


def test_what_stays_keeps_its_tick_when_the_list_changes(phare: tuple[Person, Organisation]) -> None:
    chloe, organisation = phare
    before = Requirement.objects.get(text_en="Our code of conduct").pk
    form = {"english": "Our code of conduct", "french": "Notre code de conduite"}
    signed_in(chloe).post(reverse("desk:asks", args=[organisation.slug]), form)
    assert [row.pk for row in Requirement.objects.all()] == [before]


def test_nobody_else_changes_it(phare: tuple[Person, Organisation]) -> None:
    _chloe, organisation = phare
    otto, _elsewhere = orgs.coordinator("Otto", "Kettle")
    for somebody in (otto, people.person("Dana")):
        answer = signed_in(somebody).post(reverse("desk:asks", args=[organisation.slug]), ASKS)
        assert answer.status_code == 404
