import datetime as dt
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from beenthere.consent import actions as consent
from beenthere.core import clock, privacy
from beenthere.core.access import NotAllowed
from beenthere.people.actions import set_place, stop_sharing
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, reads
from beenthere.plans.models import ChosenSupport, Pace, Path, Plan, Rating, State, Step, Suggestion
from beenthere.plans.tests import make

pytestmark = pytest.mark.django_db
SOON = dt.timedelta(days=10)


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def benoit() -> Person:
    return person("Benoît", language="fr")


def test_the_plan_is_one_row_however_often_it_is_written(amara: Person) -> None:
    make.plan(amara, dream="A bakery")
    make.plan(amara, dream="", hours=None)
    plan = reads.plan_of(amara)
    assert (plan.dream, plan.hours) == (None, None)


def test_a_form_sent_twice_makes_one_path_one_step_and_one_support(amara: Person) -> None:
    ids = [uuid4() for _ in range(3)]
    for _ in range(2):
        actions.start_path(by=amara, aim="Job", kind="job", new_id=ids[0])
        actions.add_step(by=amara, text="Call", new_id=ids[1])
        actions.choose_support(by=amara, words="Walks", new_id=ids[2])
    assert [model.objects.count() for model in (Path, Step, ChosenSupport)] == [1, 1, 1]


def test_nobody_writes_into_a_row_of_somebody_else_by_naming_its_id(amara: Person, benoit: Person) -> None:
    path, step, support = make.path(amara), make.step(amara), make.support(amara)
    with pytest.raises(NotAllowed):
        actions.start_path(by=benoit, aim="x", kind="job", new_id=path.pk)
    with pytest.raises(NotAllowed):
        actions.add_step(by=benoit, text="x", new_id=step.pk)
    with pytest.raises(NotAllowed):
        actions.choose_support(by=benoit, words="x", new_id=support.pk)


def test_pausing_keeps_everything_and_can_be_taken_back(amara: Person) -> None:
    path = make.path(amara)
    step = make.step(amara, path)
    for pace in (Pace.RESTING, Pace.LET_GO, Pace.ACTIVE):
        actions.pace_path(by=amara, path=path, pace=pace)
        path.refresh_from_db()
        assert path.pace == pace
    assert list(path.steps.all()) == [step]


def test_removing_a_path_keeps_its_steps_and_ends_its_sharing(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    step = make.step(amara, path)
    make.shared(path, benoit)
    actions.remove_path(by=amara, path=path)
    assert list(step.paths.all()) == []
    assert reads.paths_shared_with(benoit) == []


def test_a_step_may_serve_two_paths_and_is_done_once(amara: Person) -> None:
    one, other = make.path(amara), make.path(amara, aim="Café", kind="job")
    step = make.step(amara, one, other)
    assert set(step.paths.all()) == {one, other}
    assert actions.finish_step(by=amara, step=step)
    assert not actions.finish_step(by=amara, step=step)
    actions.reopen_step(by=amara, step=step)
    step.refresh_from_db()
    assert step.done_on is None


def test_a_step_put_aside_comes_back_after_a_week(amara: Person) -> None:
    step = make.step(amara)
    actions.put_step_aside(by=amara, step=step)
    assert reads.next_steps(amara) == []
    with clock.at(clock.now() + dt.timedelta(days=7)):
        assert reads.next_steps(amara) == [step]


def test_next_comes_what_has_a_day_and_what_rests_asks_nothing(amara: Person) -> None:
    path = make.path(amara)
    undated = make.step(amara, path)
    dated = make.step(amara, path, on=clock.today(amara) + SOON)
    sewing = make.path(amara, aim="Sewing", kind="own")
    make.step(amara, sewing)
    actions.pace_path(by=amara, path=sewing, pace=Pace.RESTING)
    assert reads.next_steps(amara) == [dated, undated]


def test_a_rating_can_be_changed_and_taken_back(amara: Person) -> None:
    support = make.support(amara)
    for said, kept in [(Rating.HELPED, "helped"), (Rating.SO_SO, "so_so"), (Rating.SO_SO, "")]:
        actions.rate_support(by=amara, support=support, rating=said)
        support.refresh_from_db()
        assert support.rating == kept


def test_a_support_ends_without_a_reason_and_stays_in_view(amara: Person) -> None:
    support = make.support(amara)
    actions.end_support(by=amara, support=support)
    support.refresh_from_db()
    assert support.ended_on == clock.today(amara)


def test_sharing_needs_somebody_one_walks_with(amara: Person, benoit: Person) -> None:
    with pytest.raises(NotAllowed):
        actions.share_path(by=amara, path=make.path(amara), reader=benoit, until=clock.today(amara))


def test_sharing_writes_one_letter_however_often_the_day_moves(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.shared(path, benoit)
    make.shared(path, benoit)
    assert [letter.text for letter in Letter.objects.filter(person=benoit)] == [
        "Quelqu’un avec qui vous marchez vous permet de lire une de ses voies."
    ]
    assert len(reads.paths_shared_with(benoit)) == 1


def test_a_sharing_ends_after_its_day_and_at_once_when_stopped(amara: Person, benoit: Person) -> None:
    grant = make.shared(make.path(amara), benoit)
    with clock.at(clock.now() + dt.timedelta(days=31)):
        assert reads.paths_shared_with(benoit) == []
    stop_sharing(by=amara, grant=grant)
    assert reads.paths_shared_with(benoit) == []


@pytest.mark.parametrize("readers_zone", ["America/St_Johns", "America/Vancouver"])
def test_the_day_ends_by_the_owners_clock_whatever_the_reader_sets(
    amara: Person, benoit: Person, readers_zone: str
) -> None:
    set_place(by=amara, province="NS", time_zone="America/Halifax")
    set_place(by=benoit, province="QC", time_zone=readers_zone)
    grant = make.shared(make.path(amara), benoit)
    midnight = dt.datetime.combine(grant.until + dt.timedelta(days=1), dt.time(), ZoneInfo("America/Halifax"))
    address = reverse("plans:shared", args=[grant.thing])
    with clock.at(midnight - dt.timedelta(minutes=1)):
        client = signed_in(benoit)
        assert client.get(address).status_code == 200
    with clock.at(midnight):
        assert client.get(address).status_code == 404


def test_no_letter_holds_the_name_of_whoever_shared_or_suggested(amara: Person, benoit: Person) -> None:
    """A letter lies under its reader's key, so it would outlive the account that it names."""
    path = make.path(amara)
    make.shared(path, benoit)
    make.suggestion(path, benoit)
    told = [letter.text or "" for letter in Letter.objects.all()]
    assert len(told) == 2
    assert not any(name in text for text in told for name in ("Amara", "Benoît"))


def test_a_suggestion_whose_id_was_used_elsewhere_can_still_be_taken_up(amara: Person, benoit: Person) -> None:
    path, known = make.path(amara), uuid4()
    make.shared(path, benoit)
    actions.add_step(by=benoit, text="Mine", new_id=known)
    suggestion = actions.suggest_step(by=benoit, path=path, text="Yours", new_id=known)
    assert actions.accept_suggestion(by=amara, suggestion=suggestion)


def test_a_suggestion_is_hers_only_after_her_yes(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.shared(path, benoit)
    suggestion = make.suggestion(path, benoit)
    assert Step.objects.count() == 0
    assert actions.accept_suggestion(by=amara, suggestion=suggestion)
    assert not actions.accept_suggestion(by=amara, suggestion=suggestion)
    step = Step.objects.get()
    assert (step.text, step.suggested_by, list(step.paths.all())) == ("Visit the open day", benoit, [path])
    assert not Letter.objects.visible_to(amara).still_open().filter(route="plans:plan").exists()


def test_a_suggestion_is_left_without_a_reason_and_stays_left(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.shared(path, benoit)
    suggestion = make.suggestion(path, benoit)
    actions.decline_suggestion(by=amara, suggestion=suggestion)
    assert not actions.accept_suggestion(by=amara, suggestion=suggestion)
    suggestion.refresh_from_db()
    assert (suggestion.state, Step.objects.count()) == (State.DECLINED, 0)


def test_at_most_five_suggestions_wait_at_one_path(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.shared(path, benoit)
    for number in range(5):
        make.suggestion(path, benoit, text=str(number))
    with pytest.raises(NotAllowed):
        make.suggestion(path, benoit)


def test_what_a_former_supporter_suggested_disappears_and_what_she_took_up_stays(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.shared(path, benoit)
    actions.accept_suggestion(by=amara, suggestion=make.suggestion(path, benoit, text="Taken up"))
    make.suggestion(path, benoit)
    consent.disconnect(one=amara.pk, other=benoit.pk)
    assert [row.state for row in Suggestion.objects.all()] == [State.ACCEPTED]
    assert reads.suggestions_waiting(amara) == 0
    assert reads.paths_shared_with(benoit) == []
    assert Step.objects.get().text == "Taken up"


def test_what_is_written_in_one_moment_keeps_its_order(amara: Person) -> None:
    with clock.at(clock.now()):
        paths = [make.path(amara, aim=str(number)) for number in range(5)]
        steps = [make.step(amara, text=str(number)) for number in range(5)]
    assert list(Path.objects.visible_to(amara)) == paths
    assert reads.next_steps(amara, limit=5) == steps


def test_an_erased_supporter_leaves_no_name_and_her_steps_stay(amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.shared(path, benoit)
    actions.accept_suggestion(by=amara, suggestion=make.suggestion(path, benoit))
    make.suggestion(path, benoit)
    privacy.erase(benoit.pk)
    assert [(step.text, step.suggested_by) for step in Step.objects.all()] == [("Visit the open day", None)]
    assert Suggestion.objects.count() == 0


def test_an_erased_person_leaves_no_plan(amara: Person, benoit: Person) -> None:
    make.plan(amara)
    path = make.path(amara)
    make.step(amara, path)
    make.support(amara)
    make.shared(path, benoit)
    privacy.erase(amara.pk)
    assert [model.objects.count() for model in (Plan, Path, Step, ChosenSupport)] == [0, 0, 0, 0]


def test_the_download_holds_the_whole_plan_in_her_own_words(amara: Person) -> None:
    make.plan(amara)
    make.step(amara, make.path(amara, hours=9))
    make.support(amara)
    told = str({table.name: table.rows for table in privacy.export(amara)})
    for words in ["cardamom", "Health-care aide", "Write the application", "Tuesday walks", "'hours': 9"]:
        assert words in told
