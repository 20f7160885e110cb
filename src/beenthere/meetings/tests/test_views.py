import datetime as dt

import pytest
from django.urls import reverse

from beenthere.consent import actions as consent
from beenthere.core import clock
from beenthere.meetings import actions
from beenthere.meetings.models import AgreementVersion
from beenthere.meetings.tests import make
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


def test_a_ready_text_stands_in_the_boxes_and_can_be_kept() -> None:
    walk = make.walk()
    browser = signed_in(walk.amara)
    assert "Start from the ready text" in read(walk.amara, walk)
    page = browser.get(reverse("meetings:write", args=[walk.match.pk])).content.decode()
    assert "Once a week, for about an hour." in page
    browser.post(reverse("meetings:write", args=[walk.match.pk]), {**make.WORDS, "based_on": 0})
    assert "Tuesdays at the library" in read(walk.benoit, walk)


def test_the_other_one_says_that_it_suits() -> None:
    walk = make.walk()
    make.agreement(walk)
    assert "has not said yet" in read(walk.amara, walk)
    for _twice in range(2):
        signed_in(walk.benoit).post(reverse("meetings:suits", args=[walk.match.pk, 1]))
    assert "This suits Benoît." in read(walk.amara, walk)


def test_a_page_kept_open_does_not_write_over_a_newer_version() -> None:
    walk = make.walk()
    make.agreement(walk)
    late = {**make.WORDS, "how_often": "Every morning", "based_on": 0}
    browser = signed_in(walk.benoit)
    answer = browser.post(reverse("meetings:write", args=[walk.match.pk]), late)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Every morning" in page
    assert "Once a week" in page
    browser.post(reverse("meetings:write", args=[walk.match.pk]), {**late, "based_on": 1})
    assert AgreementVersion.objects.filter(match=walk.match, number=2).get().how_often == "Every morning"


def test_what_is_too_long_is_kept_and_explained() -> None:
    walk = make.walk()
    long = {**make.WORDS, "how_often": "often " * 500, "based_on": 0}
    answer = signed_in(walk.amara).post(reverse("meetings:write", args=[walk.match.pk]), long)
    assert answer.status_code == 422
    assert "often often" in answer.content.decode()
    assert not AgreementVersion.objects.exists()


def test_the_way_from_the_messages_leads_to_the_agreement() -> None:
    walk = make.walk()
    browser = signed_in(walk.amara)
    way = reverse("meetings:with", args=[walk.benoit.pk])
    assert way in browser.get(reverse("talk:with", args=[walk.benoit.pk])).content.decode()
    assert browser.get(way).headers["Location"] == reverse("meetings:agreement", args=[walk.match.pk])
    assert signed_in(person("Dana")).get(way).status_code == 404


def test_dana_finds_nothing() -> None:
    walk = make.walk()
    make.agreement(walk)
    browser = signed_in(person("Dana"))
    for name in ("agreement", "write"):
        assert browser.get(reverse(f"meetings:{name}", args=[walk.match.pk])).status_code == 404
    assert browser.post(reverse("meetings:suits", args=[walk.match.pk, 1])).status_code == 404


def test_after_an_ending_one_reads_and_cannot_write() -> None:
    walk = make.walk()
    make.agreement(walk)
    consent.disconnect(one=walk.amara.pk, other=walk.benoit.pk)
    assert "This has ended." in read(walk.amara, walk)
    assert signed_in(walk.amara).get(reverse("meetings:write", args=[walk.match.pk])).status_code == 404


def test_blocked_looks_exactly_like_an_ending() -> None:
    walk = make.walk()
    with clock.at(dt.datetime(2026, 11, 2, 15, tzinfo=dt.UTC)):
        make.agreement(walk)
        consent.disconnect(one=walk.amara.pk, other=walk.benoit.pk)
        ended = read(walk.benoit, walk)
        consent.connect(one=walk.amara.pk, other=walk.benoit.pk, reason="match")
        consent.block(by=walk.amara.pk, whom=walk.benoit.pk)
        assert read(walk.benoit, walk) == ended


def test_the_versions_before_can_be_read() -> None:
    walk = make.walk()
    make.agreement(walk)
    actions.write_agreement(by=walk.benoit, match=walk.match, words=make.WORDS)
    page = read(walk.amara, walk)
    assert page.index("Tuesdays at the library") < page.index("Once a week, for about an hour.")


def read(reader: Person, walk: make.Walk) -> str:
    answer = signed_in(reader).get(reverse("meetings:agreement", args=[walk.match.pk]))
    assert answer.status_code == 200
    return answer.content.decode()
