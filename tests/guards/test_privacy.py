"""Privacy as data: every field is classified, and the same words drive the page, the download and the erasure."""

from dataclasses import replace

import pytest
from django.template import engines
from django.test import Client
from django.urls import reverse

from beenthere.consent.models import Look
from beenthere.core import privacy
from beenthere.core.privacy import Erasure, Privacy, personal_models, privacy_of
from beenthere.plans.models import OwnedQuerySet, Path, Plan
from tests.guards.test_access_matrix import addresses_that_answer
from tests.world import PRIVATE, World

NOT_HERS = {"suggestion", "question"}  # Benoît's and Émile's words: theirs to take along


def problems() -> list[str]:
    return [f"{problem.obj.__name__}: {problem.msg}" for problem in privacy.check_every_field_is_classified(None)]


def test_every_field_is_classified() -> None:
    assert len(personal_models()) > 20
    assert problems() == []


def test_a_forgotten_field_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {name: purpose for name, purpose in Plan.privacy.fields.items() if name != "dream"}
    monkeypatch.setattr(Plan, "privacy", replace(Plan.privacy, fields=fields))
    assert problems() == ["Plan: dream is not classified"]


def test_a_table_that_says_nothing_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Look, "privacy", None)
    assert problems() == ["Look: says nothing about privacy"]


def test_a_row_about_somebody_says_what_erasing_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Plan, "privacy", replace(Plan.privacy, on_erasure=Erasure.NONE, keeping=""))
    assert len(problems()) == 2


def test_the_public_page_tells_every_purpose(client: Client) -> None:
    page = client.get("/en/privacy/").content.decode()
    told = [privacy_of(model) for model in personal_models()]
    assert [str(one.title) for one in told if str(one.title) not in page] == []


def test_the_download_holds_all_her_words_and_nobody_elses(world: World) -> None:
    text = str([exported.rows for exported in privacy.export(world.amara)])
    assert {what for what, words in PRIVATE.items() if words not in text and what not in NOT_HERS} == set()
    others = str([exported.rows for exported in privacy.export(world.dana)])
    assert {what for what, words in PRIVATE.items() if words in others} == set()


def test_an_erasure_leaves_no_row_that_is_about_her(world: World) -> None:
    her_id = world.amara.pk
    privacy.erase(her_id)
    left = {
        model._meta.label
        for model in personal_models()
        for subject in privacy_of(model).subjects
        if model._base_manager.filter(**{subject: her_id}).exists()
    }
    assert left == set()


def test_a_row_that_must_stay_is_stripped_of_her_name(world: World) -> None:
    match = world.facts["match"]
    privacy.erase(world.amara.pk)
    match.refresh_from_db()  # type: ignore[attr-defined]
    assert (match.asker_id, match.supporter_id) == (None, world.benoit.pk)  # type: ignore[attr-defined]


def test_a_queryset_that_forgets_whose_rows_they_are_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OwnedQuerySet, "visible_to", lambda self, person: self)
    assert "plans:path" in addresses_that_answer(world, world.dana)


def test_a_template_that_prints_what_it_was_not_given_is_noticed() -> None:
    with pytest.raises(AssertionError, match="prints dreem"):
        engines["django"].from_string("{{ dreem }}").render({"dream": "To bake"})


def test_a_page_of_hers_shows_her_own_words_and_no_one_else_gets_it(world: World) -> None:
    address = reverse("plans:path", args=[Path.objects.get(person=world.amara).pk])
    client = Client()
    client.force_login(world.amara)
    assert PRIVATE["aim"] in client.get(address).content.decode()
    client.force_login(world.dana)
    assert client.get(address).status_code == 404


def test_machinery_and_public_facts_are_about_nobody() -> None:
    assert Privacy.of_public_facts("name").subjects == Privacy.of_machinery("id").subjects == ()
