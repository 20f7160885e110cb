"""A fact is told in the language in which it was typed, and marked where the page is in the other."""

import json
import zlib

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.core.search import find
from beenthere.core.tables import survey
from beenthere.people.tests.make import signed_in
from beenthere.training import actions
from beenthere.training.actions import importing, merging
from beenthere.training.catalogue.findable import KIND
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.providers import code_for
from beenthere.training.importing import bringing
from beenthere.training.models import DuplicatePair, Origin, Proposal, Training
from beenthere.training.tests.make import committee, proposal, reads, training

pytestmark = pytest.mark.django_db

IN_FRENCH = Source(Origin.COMMITTEE, "https://example.org/fr", "2026", language="fr")
BURSARY = "Une bourse couvre la moitié des frais."


def pages(record: Training) -> list[str]:
    """Its page in English and in French."""
    return [Client().get(f"/{code}/training/{record.slug}/").content.decode() for code in ("en", "fr")]


def test_what_was_typed_in_french_is_marked_on_english_pages_alone() -> None:
    record = training(accessibility="A ramp at the back door.")
    write(record, {"cost_help": BURSARY}, IN_FRENCH)
    english, french = pages(record)
    assert f'<span lang="fr">{BURSARY}</span>' in english
    assert f'<span lang="fr">{BURSARY}</span>' not in french
    assert BURSARY in french
    assert '<span lang="en">A ramp at the back door.</span>' in french
    write(record, {"cost_help": "Half of it is paid."}, Source(Origin.COMMITTEE))
    assert Training.objects.get().in_french == []


def test_names_numbers_and_words_of_ours_are_in_no_foreign_language() -> None:
    record = training()
    told = {"city": "Montréal", "phone": "514-555-0101", "delivery": "online", "audience": "adult; family"}
    write(record, told | {"starts": "à l’automne"}, IN_FRENCH)
    assert Training.objects.get().in_french == ["starts"]


@pytest.mark.parametrize(
    ("language", "facts_language", "told"), [("fr", "", ["notes"]), ("fr", "en", []), ("en", "fr", ["notes"])]
)
def test_a_proposal_is_in_the_language_of_its_page_unless_somebody_says_otherwise(
    language: str, facts_language: str, told: list[str]
) -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(), facts={"notes": BURSARY}, language=language, facts_language=facts_language)
    for reader in (ravi, ines):
        reads(reader, change)
    assert Training.objects.get().in_french == told


def test_the_committee_says_in_which_language_the_words_are() -> None:
    ravi, *_others = committee()
    record = training(cost="100")
    address = reverse("research:change", args=[record.slug])
    form = signed_in(ravi).get(address).context["form"]
    typed = {field.html_name: value for field in form if (value := field.value()) is not None}
    signed_in(ravi).post(address, typed | {"notes": BURSARY, "facts_language": "fr", "source_url": "https://ex.org/"})
    made = Proposal.objects.get()
    assert (made.facts_language, made.language, made.facts) == ("fr", "en", {"notes": BURSARY})


def test_a_provider_answers_in_the_language_of_the_page_that_they_opened() -> None:
    record = training()
    link = actions.make_link(training=record)
    assert link is not None
    address = f"/fr/training/confirm/{code_for(link.pk)}/correct/"
    typed = {"name": record.name, "provider": record.provider, "standing": "running", "notes": BURSARY}
    Client().post(address, typed | {"speaks_for": "on"})
    assert Proposal.objects.get().language == "fr"


def test_a_file_says_once_in_which_language_its_texts_are() -> None:
    ravi, ines, _jo = committee()
    data = b"Nom;Organisme;Format;Remarques\nMarcher;La Rive;en ligne;Une bourse est offerte.\n"
    told = {"packed": zlib.compress(data), "found": survey(data), "language": "fr"}
    batch = importing.bring_file(by=ravi, name="a.csv", **told)  # type: ignore[arg-type]
    importing.name_columns(by=ravi, batch=batch, targets=batch.targets)
    bringing.read_for(batch.pk)
    importing.send_to_readers(by=ravi, batch=batch)
    importing.publish_import(by=ines, batch=batch)
    bringing.publish_for(batch.pk)
    made = Training.objects.get()
    assert (made.delivery, made.in_french, made.revisions.get().language) == ("online", ["notes"], "fr")


def test_going_back_and_merging_keep_the_language() -> None:
    ravi, ines, jo = committee()
    record, other = training("Marcher"), training("Marcher ensemble")
    write(record, {"notes": BURSARY}, IN_FRENCH)
    write(record, {"notes": "Half of it is paid."}, Source(Origin.COMMITTEE))
    revision = record.revisions.get(number=2)
    back = actions.go_back(by=ravi, revision=revision, fact="notes", reason="It was right.")
    for reader in (ines, jo):
        reads(reader, back)
    both = DuplicatePair.objects.create(a=record, b=other, likeness=80, why=["similar_name"])
    merging.merge(by=ravi, pair=both, stays=other.pk, taken=["notes"])
    assert [one.in_french for one in Training.objects.order_by("pk")] == [["notes"], ["notes"]]


def test_words_are_searched_in_their_own_language_and_told_to_programs(client: Client) -> None:
    record = training()
    write(record, {"notes": "Formations offertes aux aînées"}, IN_FRENCH)
    assert find(KIND, "aînée offerte") == [record.slug]
    whole = json.loads(client.get(f"/data/training/{record.uid}.json").content)
    assert whole["record"]["in_french"] == ["notes"]
    assert [change["language"] for change in whole["history"]] == ["en", "fr"]
