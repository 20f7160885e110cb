"""The description of the open data is a valid one, made from the code, and every answer is as it says."""

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup

from beenthere.core.opendata import Operation
from beenthere.directory.tests.make import service
from beenthere.training.models import Training
from beenthere.training.tests.make import training
from tests.guards.test_locks import every_pattern

pytestmark = pytest.mark.django_db
DESCRIPTION = "/data/openapi.json"
KINDS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
HSDS = ("/hsds/", *(f"/hsds/{kind}" for kind in KINDS), *(f"/hsds/{kind}/{{id}}" for kind in KINDS))
QUICKLY = settings(
    max_examples=12, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def same_connection() -> Iterator[None]:
    """Django gives its connections back after each request; a test's own transaction must outlive it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def described(client: Client, language: str = "en") -> dict[str, Any]:
    return client.get(f"{DESCRIPTION}?lang={language}").json()  # type: ignore[no-any-return]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_a_description_in_the_form_openapi_3_1(client: Client, language: str) -> None:
    told = described(client, language)
    assert told["openapi"] == "3.1.0"
    validate(told)
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_it_tells_every_address_that_programs_may_ask(client: Client) -> None:
    told = described(client)["paths"]
    assert told.keys() == {
        "/data/training.csv", "/data/training.json", "/data/training/dictionary.json", "/data/training/{uid}.json",
        "/feeds/training.atom", DESCRIPTION, *HSDS,
    }  # fmt: skip
    assert len(told) == sum(hasattr(pattern.callback, "operation") for pattern in every_pattern())


def test_french_words_for_who_reads_it_in_french(client: Client) -> None:
    english, french = (described(client, language)["info"]["title"] for language in ("en", "fr"))
    assert (english, french) == ("Open data of Been There", "Données ouvertes de Passé par là")


def test_every_real_record_is_as_the_description_says(client: Client) -> None:
    training("One", starts_on="2027-01-04", peer_run="yes", province="national")
    gone = training("Gone")
    Training.objects.filter(pk=gone.pk).update(merged_into=Training.objects.get(name="One"))
    told = described(client)
    for address in ("/data/training.json", "/data/training/dictionary.json", f"/data/training/{gone.uid}.json"):
        answer = json.loads(client.get(address).getvalue())
        path = address.replace(str(gone.uid), "{uid}")
        schema = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": told["components"]}
        assert [error.message for error in Draft202012Validator(whole).iter_errors(answer)] == []


def ask_everything(mode: GenerationMode) -> int:
    """Ask every address what its description allows, or what it forbids; how many questions that were."""
    schema = schemathesis.openapi.from_wsgi(DESCRIPTION, WSGIHandler())
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]

        @QUICKLY
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate()

        with contextlib.suppress(Unsatisfiable):  # nothing that one could ask wrongly there
            ask()
    return asked


def test_every_question_that_is_allowed_is_answered_as_described(same_connection: None) -> None:
    training()
    service()
    assert ask_everything(GenerationMode.POSITIVE) > 80


def test_every_question_that_is_not_is_refused_as_described(same_connection: None) -> None:
    training()
    assert ask_everything(GenerationMode.NEGATIVE) > 20


def test_an_answer_that_is_not_as_described_is_noticed(same_connection: None, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Operation("x", {"application/json": {"type": "object", "required": ["nothing like this"]}})
    view = next(p.callback for p in every_pattern() if getattr(p.callback, "__name__", "") == "fields")
    monkeypatch.setattr(view, "operation", wrong)
    with pytest.raises(FailureGroup):
        ask_everything(GenerationMode.POSITIVE)
