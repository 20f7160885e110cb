import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from beenthere.core.access import NotAllowed
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, laid_out, rules
from beenthere.plans.models import Resume, ResumeAbout, ResumeFact
from beenthere.plans.resume.facts import Fact

pytestmark = pytest.mark.django_db
COOK = Fact(kind="work", title="Cook", place="The Corner", start="2019")
FILE = {"basics": {"name": "Amara D."}, "work": [{"position": "Baker"}, {"position": "Singer"}], "awards": [{}]}


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def hers(amara: Person) -> Client:
    return signed_in(amara)


def address(name: str, *args: object) -> str:
    return reverse(f"plans:{name}", args=args)


def resume(by: Person, *facts: Fact) -> Resume:
    rows = actions.tell_facts(by=by, facts=facts)
    return actions.make_resume(by=by, facts=rows, name="For the bakery", language="en")


def shown(client: Client, name: str, *args: object) -> str:
    return client.get(address(name, *args)).content.decode()


def test_a_fact_is_told_once_and_stands_on_the_resumes_that_were_ticked(hers: Client, amara: Person) -> None:
    one, other = resume(amara), resume(amara)
    told = {
        "title": "Cook",
        "start": "March 2019",
        "ongoing": "on",
        "language": "en",
        "on": [one.pk],
        "new_id": uuid4(),
    }
    assert [hers.post(address("resume-fact-new", "work"), told).status_code for _ in range(2)] == [302, 302]
    assert ResumeFact.objects.get().fact.start == "2019-03"
    assert "since\u00a0March\u00a02019" in shown(hers, "resume-sheet", one.pk)
    assert "Cook" not in shown(hers, "resume-sheet", other.pk)


def test_skills_are_written_line_by_line_and_a_day_that_is_none_gets_a_sentence(hers: Client) -> None:
    lines = {"lines": "Sewing: curtains\n\nListening", "language": "en"}
    assert hers.post(address("resume-fact-new", "skill"), lines).status_code == 302
    assert [(row.fact.title, row.fact.words) for row in ResumeFact.objects.all()] == [
        ("Sewing", "curtains"),
        ("Listening", ""),
    ]
    answer = hers.post(address("resume-fact-new", "work"), {"title": "Cook", "start": "once", "language": "en"})
    assert answer.status_code == 422
    assert "Please write a year like 2019" in answer.content.decode()


def test_a_break_without_words_is_kept_and_no_sheet_or_file_tells_of_it(hers: Client, amara: Person) -> None:
    assert hers.post(address("resume-fact-new", "break"), {"start": "2011", "language": "en"}).status_code == 302
    made = actions.make_resume(by=amara, facts=list(ResumeFact.objects.all()), name="One", language="en")
    assert "2011" not in shown(hers, "resume-sheet", made.pk)
    assert "2011" not in shown(hers, "resume-json", made.pk)


def test_a_file_shows_what_was_understood_and_only_what_is_ticked_is_kept(hers: Client, amara: Person) -> None:
    file = SimpleUploadedFile("cv.json", json.dumps(FILE).encode())
    page = hers.post(address("resume-bring"), {"file": file})
    assert "Baker" in page.content.decode()
    assert "awards" in page.content.decode()
    assert (ResumeFact.objects.count(), ResumeAbout.objects.count()) == (0, 0)
    form = page.context["form"]
    sent = {"text": form.initial["text"], "facts": ["1"], "new_id": uuid4()}
    assert [hers.post(address("resume-bring"), sent).status_code for _ in range(2)] == [302, 302]
    assert [str(row) for row in ResumeFact.objects.all()] == ["Singer"]
    assert laid_out.resume_about_of(amara).name == "Amara"


def test_a_hostile_file_gets_a_sentence_and_a_changed_form_keeps_nothing(hers: Client) -> None:
    for data, words in [(b"[" * 50_000, "This is not JSON"), (b" " * 70_000, "larger than 64 kilobytes")]:
        answer = hers.post(address("resume-bring"), {"file": SimpleUploadedFile("x.json", data)})
        assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert hers.post(address("resume-bring"), {"text": "{", "facts": ["0"]}).status_code == 302
    assert ResumeFact.objects.count() == 0


def test_others_neither_see_nor_touch_any_of_it(amara: Person) -> None:
    made, dana = resume(amara, COOK), person("Dana")
    for name in ("resume-sheet", "resume-pdf", "resume-json", "resume-change"):
        assert signed_in(dana).get(address(name, made.pk)).status_code == 404
    with pytest.raises(NotAllowed):
        actions.remove_resume(by=dana, resume=made)
    with pytest.raises(NotAllowed):
        actions.change_fact(by=dana, row=ResumeFact.objects.get(), fact=COOK, resumes=[])
    assert Resume.objects.get().picked == made.picked


def test_taking_it_along_tells_nothing_of_this_site_or_of_when(hers: Client, amara: Person) -> None:
    made = resume(amara, COOK)
    answer = hers.get(address("resume-pdf", made.pk))
    assert answer["Content-Disposition"] == 'attachment; filename="resume.pdf"'
    assert answer.content.startswith(b"%PDF-1.7")
    assert b"Been There" not in answer.content
    assert json.loads(hers.get(address("resume-json", made.pk)).content)["work"][0]["startDate"] == "2019"


def test_there_is_room_for_a_life_and_an_end(hers: Client, amara: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_FACTS", 1)
    assert hers.post(address("resume-fact-new", "skill"), {"lines": "a\nb", "language": "en"}).status_code == 422
    with pytest.raises(NotAllowed):
        actions.tell_facts(by=amara, facts=[COOK, COOK])
    assert ResumeFact.objects.count() == 0


def test_what_is_moved_up_stands_higher_and_what_is_removed_is_gone_everywhere(hers: Client, amara: Person) -> None:
    made = resume(amara, COOK, Fact(kind="peer", title="Peer supporter"))
    peer = next(row for row in ResumeFact.objects.all() if row.fact.kind == "peer")
    assert hers.post(address("resume-up", made.pk, peer.pk)).status_code == 302
    page = shown(hers, "resume-sheet", made.pk)
    assert page.index("<h4>Peer supporter") < page.index("<h4>Cook")
    assert hers.post(address("resume-fact-remove", peer.pk)).status_code == 302
    assert "Peer supporter" not in shown(hers, "resume-sheet", made.pk)
