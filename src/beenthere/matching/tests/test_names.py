"""Names that are kept away, before ever meeting anybody called so; and nobody can find out anything by it."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from beenthere.consent import names
from beenthere.consent.models import NameBlock
from beenthere.matching import actions, reads
from beenthere.matching.models import MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people import actions as accounts
from beenthere.people.models import Person
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def benoit() -> Offer:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    return make.offer(people.person("Benoît T."), organisation, chloe)


def is_suggested(offer: Offer, person: Person) -> bool:
    found = reads.suggestions_anew(MatchRequest(person=person, wishes_json={}))
    return str(offer.pk) in {one.offer for one in found}


@pytest.mark.parametrize("name", ["Benoît T.", "benoit", "BENOÎT  t"])
def test_whoever_is_called_so_is_not_suggested(benoit: Offer, name: str) -> None:
    amara = people.person("Amara")
    actions.keep_name_away(by=amara, name=name)
    assert not is_suggested(benoit, amara)
    assert is_suggested(benoit, people.person("Dana"))


def test_it_holds_in_the_other_direction_too(benoit: Offer) -> None:
    actions.keep_name_away(by=benoit.supporter, name="amara")
    assert not is_suggested(benoit, people.person("Amara"))
    assert is_suggested(benoit, people.person("Dana"))


def test_it_holds_for_the_name_that_somebody_goes_by_now(benoit: Offer) -> None:
    amara, supporter = people.person("Amara"), benoit.supporter
    actions.keep_name_away(by=amara, name="Luc")
    accounts.change_account(by=supporter, name="Luc", language="fr", province="QC", time_zone="America/Toronto")
    assert not is_suggested(benoit, amara)


def test_the_page_answers_the_same_whether_or_not_anybody_is_called_so(benoit: Offer) -> None:
    pages = []
    for name in ("Benoît", "Corentin"):
        client = signed_in(people.person("Amara"))
        page = client.post(reverse("matching:names"), {"name": name}, follow=True).text
        row = NameBlock.objects.latest("since")
        pages.append(page.replace(name, "").replace(str(row.pk), "").replace(str(row.by), ""))
    assert without_tokens(pages[0]) == without_tokens(pages[1])


def without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


def test_an_ask_between_the_two_stops_as_any_pass_does(benoit: Offer) -> None:
    ask = make.asked(people.person("Amara"), benoit)
    actions.keep_name_away(by=benoit.supporter, name="Amara")
    ask.refresh_from_db()
    assert ask.state == "passed"


def test_those_who_walk_together_stay(benoit: Offer) -> None:
    match = make.match(people.person("Amara"), benoit)
    actions.keep_name_away(by=benoit.supporter, name="Amara")
    match.refresh_from_db()
    assert match.is_current


def test_taking_it_back_lets_them_be_suggested_again(benoit: Offer) -> None:
    amara = people.person("Amara")
    actions.keep_name_away(by=amara, name="Benoît")
    block = NameBlock.objects.get(by=amara.pk)
    assert signed_in(people.person("Dana")).post(reverse("matching:name-near", args=[block.pk])).status_code == 404
    signed_in(amara).post(reverse("matching:name-near", args=[block.pk]))
    assert is_suggested(benoit, amara)


@given(st.text(min_size=1, max_size=60))
def test_a_name_is_always_one_of_its_own(name: str) -> None:
    assert names.token_of(name) in names.tokens_of(name)
