"""Promise 1: nobody else creates, changes or deletes any part of a plan. Every action is walked."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.urls import URLPattern

from beenthere.consent.models import Grant
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.experience.actions import find_strengths
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, reads
from beenthere.plans.models import Measure, Path, Stages
from beenthere.plans.resume.facts import Fact
from beenthere.plans.stages import Stage
from beenthere.plans.tests import make
from beenthere.plans.urls import urlpatterns

pytestmark = pytest.mark.django_db

ACTIONS = {
    name: action
    for name, action in inspect.getmembers(actions, inspect.isfunction)
    if action.__module__.startswith(f"{actions.__name__}.") and not name.startswith("_")
}
# These make something new of one's own; they take nobody's row and are walked with one below.
OF_ONES_OWN = {
    "start_path", "choose_support", "choose_listed", "tell_money_now", "try_card", "choose_measures", "leave_measures",
    "begin_sheet", "tell_resume_about", "keep_stages", "move_stage_up",
}  # fmt: skip


def rows_of(owner: Person) -> list[tuple[Any, ...]]:
    """Every row of the plan's tables as the database holds it."""
    found = []
    for model in apps.get_app_config("plans").get_models(include_auto_created=True):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}" ORDER BY 1')
            found += [(model._meta.label, *map(bytes_or_text, row)) for row in cursor.fetchall()]
    return found


def bytes_or_text(value: object) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)


@pytest.fixture
def whole() -> dict[str, Any]:
    """Amara's plan with one of everything, and Benoît, who may read one path of it."""
    amara, benoit = person("Amara"), person("Benoît")
    path = make.path(amara, hours=9, money_out=120)
    grant = make.shared(path, benoit)
    actions.choose_measures(by=amara, questions=["hope"], own=[], rhythm="week")
    measure = Measure.objects.visible_to(amara).get()
    rows = actions.tell_facts(by=amara, facts=[Fact(kind="work", title="Cook")])
    (strength,) = find_strengths(by=amara, moment=None, codes=["listen"], own=[])
    resume = actions.make_resume(by=amara, facts=rows, name="Kitchens", language="en")
    application = make.application(amara, path, resume=resume)
    return {
        "application": application,
        "follow_up": make.follow_up(application),
        "resume": resume,
        "resumes": [resume],
        "facts": rows,
        "fact": rows[0],
        "row": rows[0],
        "strength": strength,
        "about": None,
        "measure": measure,
        "answers": {measure: 2},
        "sheet": actions.begin_sheet(by=amara, kind="telling", words={"whom": "x"}),
        "amara": amara,
        "benoit": benoit,
        "plan": make.plan(amara),
        "path": path,
        "paths": [path],
        "step": make.step(amara, path),
        "support": make.support(amara),
        "grant": grant,
        "suggestion": make.suggestion(path, benoit),
        "reader": person("Dana"),
        "variant": make.variant(amara, path),
    }


WORDS: dict[str, Any] = {
    "dream": "x", "hours": 1.0, "aim": "x", "kind": "job", "occupation": None, "money_in": 1, "money_out": 1,
    "pace": "let_go", "text": "x", "on": None, "words": "x", "rating": "helped", "new_id": None, "told": {"name": "x"},
    "weeks": (1, 4),
    "stage": "sent", "wait": "day", "letter": True,
}  # fmt: skip


def test_every_action_is_walked() -> None:
    assert len(ACTIONS) == len(actions.__all__) > 20


def called_with(action: Callable[..., object], by: Person, whole: dict[str, Any]) -> dict[str, Any]:
    """Arguments for an action: Amara's own rows and somebody else acting."""
    given = {**WORDS, **whole, "until": clock.today(by), "training": None, "organisation": None}
    return {name: given[name] for name in inspect.signature(action).parameters if name != "by"} | {"by": by}


@pytest.mark.parametrize("name", sorted(ACTIONS.keys() - OF_ONES_OWN - {"suggest_step"}))
@pytest.mark.parametrize("who", ["benoit", "reader"])
def test_nobody_else_changes_any_part_of_a_plan(name: str, who: str, whole: dict[str, Any]) -> None:
    before = rows_of(whole["amara"])
    with pytest.raises(NotAllowed):
        ACTIONS[name](**called_with(ACTIONS[name], whole[who], whole))
    assert rows_of(whole["amara"]) == before
    assert Grant.objects.running().count() == 1


def test_whoever_reads_may_suggest_which_changes_no_step_and_no_path(whole: dict[str, Any]) -> None:
    before = [row for row in rows_of(whole["amara"]) if "Suggestion" not in row[0]]
    actions.suggest_step(by=whole["benoit"], path=whole["path"], text="x")
    assert [row for row in rows_of(whole["amara"]) if "Suggestion" not in row[0]] == before
    with pytest.raises(NotAllowed):
        actions.suggest_step(by=whole["reader"], path=whole["path"], text="x")


def test_what_one_begins_is_ones_own(whole: dict[str, Any]) -> None:
    dana = whole["reader"]
    assert actions.start_path(by=dana, aim="x", kind="job").person_id == dana.pk
    assert actions.choose_support(by=dana, words="x").person_id == dana.pk
    assert actions.tell_money_now(by=dana, told={}).person_id == dana.pk
    assert actions.make_variant(by=dana, told={}).person_id == dana.pk
    assert actions.begin_sheet(by=dana, kind="telling", words={}).person_id == dana.pk
    actions.keep_stages(by=dana, stages=[Stage("x", "Mine")])
    assert Stages.objects.get().person_id == dana.pk


def addresses() -> list[URLPattern]:
    return [pattern for pattern in urlpatterns if "uuid" in str(pattern.pattern)]


@pytest.mark.parametrize("pattern", addresses(), ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_hers_exists_for_an_outsider(pattern: URLPattern, method: str, whole: dict[str, Any]) -> None:
    from django.urls import reverse

    names = pattern.pattern.regex.groupindex
    address = reverse(f"plans:{pattern.name}", args=[whole[name.removesuffix("_id")].pk for name in names])
    before = rows_of(whole["amara"])
    response = getattr(signed_in(whole["reader"]), method)(address)
    assert response.status_code in {404, 405}
    assert rows_of(whole["amara"]) == before


def test_an_outsider_sees_only_their_own_blank_plan(whole: dict[str, Any]) -> None:
    page = signed_in(whole["reader"]).get("/en/plan/").content.decode()
    assert "Start anywhere" in page
    assert "Health-care aide" not in page


def test_no_private_word_lies_open_in_the_database(whole: dict[str, Any]) -> None:
    stored = str(rows_of(whole["amara"])).encode().hex() + str(rows_of(whole["amara"]))
    for word in [
        "cardamom",
        "Health-care",
        "application",
        "sister",
        "open day",
        "Twelve hours",
        "odsp",
        "Corner",
        "arrived",
    ]:
        assert word not in stored
        assert word.encode().hex() not in stored


def test_paths_stand_in_the_order_in_which_they_were_written_and_in_no_other(whole: dict[str, Any]) -> None:
    amara = whole["amara"]
    make.path(amara, aim="Zebra keeping", kind="own", hours=1)
    make.path(amara, aim="Accounts", kind="job", hours=40)
    assert [str(path) for path in Path.objects.visible_to(amara)] == ["Health-care aide", "Zebra keeping", "Accounts"]


def test_a_plan_cannot_be_written_out_in_the_clear_by_accident(whole: dict[str, Any]) -> None:
    with pytest.raises(Exception, match="sealed"):
        serializers.serialize("json", [reads.plan_of(whole["amara"])])
