"""Amara walks through a moment and puts what she finds on a résumé; in English she asks Benoît what he sees."""

from collections.abc import Callable

import pytest

from beenthere.consent.actions import connect
from beenthere.experience.actions import find_strengths
from beenthere.experience.models import Mirror
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.actions import make_resume
from tests.browser import axe_finds
from tests.journeys.conftest import at
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


@pytest.mark.parametrize("language", ["fr"])
def test_a_walk_without_scripts_ends_on_a_resume(phone_of: Callable[[Person], Peer]) -> None:
    amara = person("Amara", "fr")
    resume = make_resume(by=amara, facts=[], name="Pour la cuisine", language="fr")
    phone = phone_of(amara)
    at(phone, "experience:strengths")
    phone.follows("Begin with a moment")
    phone.writes("J’ai cuisiné pour dix tout l’hiver", into="When did I get through something?")
    phone.presses("Go on")
    phone.presses("Go on")
    phone.presses("Go on")
    phone.presses("Go on")
    phone.page.get_by_label("Je cuisine pour les autres – vous avez écrit « cuisiné »").check()
    phone.presses("Keep it")
    phone.follows("Put some on a résumé")
    phone.page.get_by_role("link", name="Je cuisine pour les autres").click()
    phone.page.get_by_label("Pour la cuisine").check()
    phone.presses("Keep it so")
    at(phone, "plans:resume-sheet", resume.pk)
    sheet = phone.page.locator(".resume-sheet").inner_text()
    assert "Cuisine bien, même pour beaucoup de monde." in sheet
    assert "hiver" not in sheet


@pytest.mark.parametrize("language", ["en"])
def test_somebody_is_asked_and_what_they_see_is_kept(phone_of: Callable[[Person], Peer]) -> None:
    amara, benoit = person("Amara"), person("Benoît")
    connect(one=amara.pk, other=benoit.pk, reason="match")
    find_strengths(by=amara, moment=None, codes=["ask"], own=["I bake bread"])
    hers, his = phone_of(amara), phone_of(benoit)
    at(hers, "experience:strengths")
    hers.follows("Ask somebody what they see in me")
    hers.page.get_by_label("I bake bread").check()
    hers.presses("Go on")
    assert axe_finds(hers.page) == []
    hers.presses("Yes, ask")
    mirror = Mirror.objects.get()
    at(his, "experience:mirror-asked", mirror.pk)
    assert "I ask for help" not in his.page.inner_text("main")
    assert axe_finds(his.page) == []
    his.writes("Your bread brings the floor together", into="What do you see in them?")
    his.presses("Send it")
    at(hers, "experience:mirror", mirror.pk)
    assert axe_finds(hers.page) == []
    hers.page.get_by_text("Keep it beside a strength").click()
    hers.page.get_by_label("I bake bread").check()
    hers.presses("Keep it there")
    assert "Your bread brings the floor together" in hers.page.inner_text("main")
