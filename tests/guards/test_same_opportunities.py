"""Two people who differ in everything that they told about their health see the same, to the byte (promise 2)."""

from pathlib import Path

import pytest
from django.test import Client

from beenthere.directory.seed import load_seed as load_organisations
from beenthere.experience.actions import choose_words, tell
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.models import Training
from beenthere.training.seed import load_seed as load_trainings
from beenthere.work.seed import load_seed as load_occupations
from beenthere.work.tests.make import bring_in_all
from beenthere.work.tests.make_postings import offered

QUERIES = (
    "work/", "work/?q=server&region=ON", "work/?all=yes", "work/65200/", "work/compare/?o=65200&o=65201",
    "work/near/?o=65201&q=care", "work/interests/?like=plants&like=listen", "training/", "training/?q=peer+support",
    "training/?language=fr&cost=free", "training/compare/?t={training}", "training/{training}/", "organisations/",
    "services/", "services/?q=housing", "services/2-1-1-what-there-is-near-you/",
    "work/needs/", "work/first-steps/job/", "work/benefits/?place=all",
    "work/postings/", "work/postings/?near=Ottawa&hours=part",
    "work/postings/jb-70000009/",
)  # fmt: skip


def told_much(one: Person) -> None:
    tell(by=one, part="words", value="I was in hospital twice and hear voices", shown="asked")
    tell(by=one, part="area", value="ottawa-on", shown="asked")
    choose_words(
        by=one, kind="lived", codes={"back-to-work", "back-to-school"}, keep_own=set(), new_own=["Long winters"],
        shown="on_offer",
    )  # fmt: skip


def screens(client: Client, training: str) -> dict[str, bytes]:
    found = {}
    for query in QUERIES:
        path = f"/en/{query}".format(training=training)
        answer = client.get(path)
        assert answer.status_code == 200, path
        found[path] = answer.content
    return found


@pytest.mark.django_db
def test_work_training_and_services_are_the_same_for_both(tmp_path: Path) -> None:
    for load in (load_trainings, load_organisations, load_occupations):
        load()
    bring_in_all(tmp_path)
    offered()
    one, other = person("Amara"), person("Amara")
    told_much(one)
    training = Training.objects.public()[0].slug
    theirs, others = (screens(signed_in(each), training) for each in (one, other))
    assert [path for path in theirs if theirs[path] != others[path]] == []


@pytest.mark.django_db
def test_a_screen_that_differs_is_noticed() -> None:
    load_occupations()
    answers = [signed_in(person(name)).get("/en/me/").content for name in ("Amara", "Dana")]
    assert answers[0] != answers[1]
