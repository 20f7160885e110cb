"""What somebody applies for: their words for where it stands, nothing counted, nothing late."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.jobs import run_due
from beenthere.core.tests.races import at_once
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, applied, printed, rules
from beenthere.plans.models import Application, FollowUp, Stages
from beenthere.plans.resume.facts import Fact
from beenthere.plans.stages import TO_START_FROM, Stage, moved_up, named, to_start_from
from beenthere.plans.tests import make
from beenthere.plans.tests.test_resume_screens import address, shown
from beenthere.plans.upnext import waits_until
from beenthere.work.models.postings import Posting
from beenthere.work.tests.make_postings import offered

db = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def hers(amara: Person) -> Client:
    return signed_in(amara)


# Without a database


def test_no_answer_stands_among_the_others_and_nothing_stands_above_itself() -> None:
    assert "no-answer" in TO_START_FROM
    stages = to_start_from()
    assert moved_up(stages, "thinking") == moved_up(stages, "nothing") == stages
    assert [stage.code for stage in moved_up(stages, "getting-ready")][:2] == ["getting-ready", "thinking"]


def test_a_stage_goes_by_its_name_of_today_or_by_the_one_it_had() -> None:
    old = Stage("sent", "Sent")
    assert named(old, [Stage("sent", "In the post")]).words == "In the post"
    assert named(old, []) == old


def test_one_tap_waits_a_day_a_week_or_without_a_day() -> None:
    today = dt.date(2026, 11, 28)
    assert [waits_until(today, wait) for wait in ("day", "week", "none")] == [today + DAY, today + 7 * DAY, None]


def test_a_file_carries_out_nothing_that_was_typed() -> None:
    assert b"\r\n'=1+1\r\n" in printed.as_csv([["What"], ["=1+1"]])


# Keeping and changing


@db
def test_a_few_words_are_enough_and_a_form_sent_twice_keeps_one(hers: Client) -> None:
    told = {"what": "A place at the evening school", "stage": "thinking", "new_id": uuid4()}
    assert [hers.post(address("application-new"), told).status_code for _time in range(2)] == [302, 302]
    kept = Application.objects.get()
    page = shown(hers, "application", kept.pk)
    assert "A place at the evening school" in page
    assert 'aria-pressed="true">Thinking about it' in page


@db
def test_one_begins_from_an_occupation_a_path_or_a_step(hers: Client, amara: Person) -> None:
    path = make.path(amara)
    step = make.step(amara, path, text="Ask at the bakery")
    from_step = hers.get(f"{address('application-new')}?step={step.pk}").content.decode()
    assert 'value="Ask at the bakery"' in from_step
    assert f'value="{path.pk}" id="id_paths_0" checked' in from_step.replace(' class="', ' class="')
    assert hers.get(f"{address('application-new')}?step=nothing&occupation=nothing").status_code == 200


@db
def test_a_posting_hands_over_its_title_its_place_and_its_address_and_may_go(hers: Client) -> None:
    posting = offered()
    Posting.objects.update(employer="The Mill", address="https://example.org/1")
    assert f"?posting={posting.slug}" in hers.get(reverse("work:posting", args=[posting.slug])).content.decode()
    page = hers.get(f"{address('application-new')}?posting={posting.slug}").content.decode()
    for words in ("Banquet server", "The Mill, Ottawa, Ontario", "https://example.org/1"):
        assert f'value="{words}"' in page
    assert hers.get(f"{address('application-new')}?posting=%00").status_code == 200


@db
def test_a_step_of_somebody_else_begins_nothing(amara: Person) -> None:
    step = make.step(amara, text="Ask at the bakery")
    page = signed_in(person("Dana")).get(f"{address('application-new')}?step={step.pk}").content.decode()
    assert "bakery" not in page


@db
def test_it_moves_back_as_well_and_remembers_since_when(hers: Client, amara: Person) -> None:
    kept = make.application(amara, stage="offer")
    for stage in ("not-this-time", "talked", "talked", "nothing"):
        hers.post(address("application-move", kept.pk), {"stage": stage})
    moves = Application.objects.get().moves
    assert [move["code"] for move in moves] == ["offer", "not-this-time", "talked"]
    assert "Where it stood before" in shown(hers, "application", kept.pk)


@db
def test_nobody_else_moves_it_and_it_is_on_no_shared_path(amara: Person) -> None:
    path, benoit = make.path(amara), person("Benoît")
    kept = make.application(amara, path)
    make.shared(path, benoit)
    assert signed_in(benoit).post(address("application-move", kept.pk), {"stage": "offer"}).status_code == 404
    assert "Corner" not in shown(signed_in(benoit), "shared", path.pk)
    assert "Cook" not in shown(signed_in(benoit), "shared", path.pk)
    assert "Cook" in shown(signed_in(amara), "path", path.pk)


@db
def test_the_resume_that_was_sent_stays_as_it_was(hers: Client, amara: Person) -> None:
    rows = actions.tell_facts(by=amara, facts=[Fact(kind="work", title="Sang on boats")])
    resume = actions.make_resume(by=amara, facts=rows, name="For boats", language="en")
    kept = make.application(amara, resume=resume)
    actions.remove_fact(by=amara, row=rows[0])
    hers.post(address("application-edit", kept.pk), {"what": "Singer", "resume": "kept"})
    actions.remove_resume(by=amara, resume=resume)
    page = shown(hers, "application-sent", kept.pk)
    assert "Sang on boats" in page
    assert str(Application.objects.get()) == "Singer"


@db
def test_the_copy_goes_when_none_was_sent_after_all(hers: Client, amara: Person) -> None:
    resume = actions.make_resume(by=amara, facts=[], name="For boats", language="en")
    kept = make.application(amara, resume=resume)
    hers.post(address("application-edit", kept.pk), {"what": "Singer", "resume": ""})
    assert Application.objects.get().sent is None
    assert hers.get(address("application-sent", kept.pk)).status_code == 404


@db
def test_a_resume_too_long_for_a_copy_is_kept_by_its_name(hers: Client, amara: Person) -> None:
    facts = [Fact(kind="work", title="Cook", words="x" * 2000)] * 40
    rows = actions.tell_facts(by=amara, facts=facts)
    resume = actions.make_resume(by=amara, facts=rows, name="Everything", language="en")
    kept = make.application(amara, resume=resume)
    assert "only its name was kept" in shown(hers, "application-sent", kept.pk)


# Stages of one's own


@db
def test_stages_are_renamed_added_emptied_and_what_stood_there_still_says_so(hers: Client, amara: Person) -> None:
    kept = make.application(amara, stage="no-answer")
    hers.post(address("stages"), {"sent": "In the post", "no-answer": "", "new-1": "Waiting by the sea"})
    assert [stage.words for stage in applied.stages_of(amara)][-1] == "Waiting by the sea"
    page = shown(hers, "application", kept.pk)
    assert "In the post" in page
    assert "No answer" in page


@db
def test_a_stage_from_another_tab_is_not_lost_and_the_last_cannot_go(hers: Client, amara: Person) -> None:
    actions.keep_stages(by=amara, stages=[Stage("a", "Here"), Stage("b", "There")])
    hers.post(address("stages"), {"a": "Elsewhere"})
    assert [stage.words for stage in applied.stages_of(amara)] == ["Elsewhere", "There"]
    assert hers.post(address("stages"), {"a": "", "b": ""}).status_code == 422
    hers.post(address("stage-up"), {"stage": "b"})
    assert [stage.words for stage in Stages.objects.get().stages] == ["There", "Elsewhere"]


# Days to come back to it


@db
@pytest.mark.parametrize(("button", "wait", "days"), [("done", "", -1), ("later", "day", 1), ("later", "none", None)])
def test_what_is_due_is_done_or_put_off_in_one_tap(
    hers: Client, amara: Person, button: str, wait: str, days: int | None
) -> None:
    day = make.follow_up(make.application(amara), on=clock.today(amara) - DAY)
    assert "Ask whether it arrived" in hers.get("/en/").content.decode()
    told = hers.post(address(f"follow-up-{button}", day.pk), {"wait": wait, "next": "today"})
    assert told.headers["Location"] == "/en/"
    assert applied.due(amara) == []
    assert "Ask whether it arrived" not in hers.get("/en/").content.decode()
    kept = FollowUp.objects.get()
    assert bool(kept.done_on) == (button == "done")
    assert kept.on == (None if days is None else clock.today(amara) + days * DAY)


@db
def test_what_waits_is_no_wall_and_nothing_of_it_is_called_late(hers: Client, amara: Person) -> None:
    kept = make.application(amara)
    for number in range(7):
        make.follow_up(kept, words=f"Ask {number}", on=clock.today(amara) - 40 * DAY)
    page = shown(hers, "applications")
    assert "The rest stands in the list below" in page
    assert (">Ask 4<" in page, ">Ask 5<" in page) == (True, False)
    assert not [
        word for word in (" late", "overdue", "danger", "%") if word in page.split("<main")[1].split("</main")[0]
    ]


@db
def test_done_by_mistake_comes_back_without_a_day(hers: Client, amara: Person) -> None:
    day = make.follow_up(make.application(amara))
    actions.finish_follow_up(by=amara, follow_up=day)
    hers.post(address("follow-up-reopen", day.pk))
    assert "without a day" in shown(hers, "application", day.application_id)
    hers.post(address("follow-up-remove", day.pk))
    assert not FollowUp.objects.exists()


@db
def test_a_letter_comes_only_if_it_was_ticked_once_and_says_nothing_of_what(amara: Person) -> None:
    kept = make.application(amara)
    make.follow_up(kept, words="Without a letter")
    ticked = make.follow_up(kept, letter=True)
    for _time in range(2):
        run_due()
        FollowUp.objects.filter(pk=ticked.pk).update(done_on=None)
    letter = Letter.objects.get()
    assert "arrived" not in letter.text
    for day in FollowUp.objects.all():
        actions.put_off_follow_up(by=amara, follow_up=day, wait="week")
    assert Letter.objects.get().put_away_at


@db
def test_one_letter_is_open_for_however_many_and_goes_with_what_it_was_about(amara: Person) -> None:
    kept = make.application(amara)
    for words in ("Ask Jo", "Ask Dana"):
        make.follow_up(kept, words=words, letter=True)
    run_due()
    assert Letter.objects.visible_to(amara).still_open().count() == 1
    actions.remove_application(by=amara, application=kept)
    assert not Letter.objects.visible_to(amara).still_open()


@db
def test_done_is_done_once(amara: Person) -> None:
    day = make.follow_up(make.application(amara))
    assert [actions.finish_follow_up(by=amara, follow_up=day) for _time in range(2)] == [True, False]


@db
def test_no_letter_before_its_day_and_none_for_what_is_done(amara: Person) -> None:
    kept = make.application(amara)
    make.follow_up(kept, letter=True, on=clock.today(amara) + DAY)
    actions.finish_follow_up(by=amara, follow_up=make.follow_up(kept, letter=True))
    run_due()
    assert not Letter.objects.exists()


# To print and to take along


@db
def test_only_what_was_ticked_stands_on_the_list_and_never_a_contact(hers: Client, amara: Person) -> None:
    make.application(amara, what="=Baker", sent_on="2026-11-02", notes="Private")
    make.application(amara, what="Not sent")
    page = hers.get(f"{address('applications-print')}?columns=what&columns=day").content.decode()
    table = page[page.index("<table>") : page.index("</table>")]
    assert "=Baker" in table
    assert not [word for word in ("Corner", "Jo", "Private", "Not sent") if word in table]
    file = hers.get(f"{address('applications-file')}?columns=what&columns=day").content.decode()
    assert file == "\ufeffWhat it is for,Sent on\r\n'=Baker,2026-11-02\r\n"


@db
def test_days_narrow_the_list_and_what_has_none_comes_when_ticked(amara: Person) -> None:
    for day in ("2026-10-01", "2026-11-02", ""):
        make.application(amara, sent_on=day)
    lines = applied.lines_of(amara, Application.objects.visible_to(amara))
    chosen = printed.between(lines, dt.date(2026, 11, 1), None, unsent=True)
    assert [line.application.said("sent_on") for line in chosen] == ["2026-11-02", ""]


@db
def test_a_long_list_asks_the_database_no_more_often(hers: Client, amara: Person) -> None:
    counts = []
    for _time in range(3):
        make.follow_up(make.application(amara))
        with CaptureQueriesContext(connection) as asked:
            shown(hers, "applications")
        counts.append(len(asked))
    assert counts[1] == counts[2]  # the first time, the session and the keys are looked up too


@db
def test_whoever_has_as_many_as_fit_is_told_so_in_a_sentence(
    hers: Client, amara: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = make.application(amara)
    monkeypatch.setattr(rules, "MOST_APPLICATIONS", 1)
    monkeypatch.setattr(rules, "MOST_FOLLOW_UPS", 0)
    full = hers.post(address("application-new"), {"what": "One more", "stage": "sent"})
    assert "That is as many as this page can hold" in full.content.decode()
    full = hers.post(address("follow-up-new", kept.pk), {"words": "One more"})
    assert "There are thirty already" in full.content.decode()
    assert (Application.objects.count(), FollowUp.objects.count()) == (1, 0)


@db
def test_everything_comes_along_and_goes(amara: Person) -> None:
    from beenthere.core.privacy import erase, export

    rows = actions.tell_facts(by=amara, facts=[Fact(kind="work", title="Sang on boats")])
    resume = actions.make_resume(by=amara, facts=rows, name="For boats", language="en")
    make.follow_up(make.application(amara, stage="no-answer", resume=resume))
    for row in rows:
        actions.remove_fact(by=amara, row=row)
    told = str([table.rows for table in export(amara)])
    assert all(word in told for word in ("The Corner", "No answer", "Ask whether it arrived", "Sang on boats"))
    erase(amara.pk)
    assert not Application.objects.exists()
    assert not FollowUp.objects.exists()


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_two_tabs_that_move_it_at_once_leave_both_moves_standing() -> None:
    amara = person("Amara")
    kept = make.application(amara)
    moves = [lambda to=to: actions.move_application(by=amara, application=kept, stage=to) for to in ("offer", "talked")]
    assert at_once(*moves) == [None, None]
    assert {move["code"] for move in Application.objects.get().moves} == {"sent", "offer", "talked"}
