"""A concern: told to one reader, with what was attached, decided, and told on once the writer is safe."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from beenthere.consent.models import Look
from beenthere.core import clock, keys
from beenthere.core.access import NotAllowed
from beenthere.core.jobs import run_due
from beenthere.orgs import actions as orgs_actions
from beenthere.orgs.models import Membership, Role
from beenthere.orgs.tests.make import member
from beenthere.people.actions import erase
from beenthere.people.download import packed
from beenthere.people.models import Person
from beenthere.people.reads import open_letters
from beenthere.people.tests.make import person, signed_in
from beenthere.talk import actions, jobs, reads
from beenthere.talk.met import met
from beenthere.talk.models import Concern, ConcernWord
from beenthere.talk.tests.make import Around, around

pytestmark = pytest.mark.django_db


@pytest.fixture
def us() -> Around:
    return around()


def status(who: Person, name: str, *args: object) -> int:
    return signed_in(who).get(reverse(f"talk:{name}", args=args)).status_code


def page(who: Person, concern: Concern) -> str:
    return signed_in(who).get(reverse("talk:concern", args=[concern.pk])).text


def seen(who: Person, address: str) -> str:
    """A page without the tokens of its forms, which are new each time."""
    return re.sub(r'name="(?:csrfmiddlewaretoken|page_of)" value="[^"]*"', "", signed_in(who).get(address).text)


def about_concerns(who: Person) -> list[str]:
    return [letter.text for letter in open_letters(who) if letter.route == "talk:concern"]


def later(days: int) -> None:
    with clock.at(clock.now() + dt.timedelta(days=days)):
        jobs.sweep()
        run_due()


def test_it_goes_to_whom_the_writer_chose_and_round_the_coordinator(us: Around) -> None:
    concern = us.concern()
    assert (len(about_concerns(us.ravi)), len(about_concerns(us.chloe))) == (1, 0)
    assert (status(us.ravi, "concern", concern.pk), status(us.chloe, "concern", concern.pk)) == (200, 404)


def test_the_form_tells_it_with_what_was_ticked(us: Around) -> None:
    form = {"text": "He asks me for money", "attached": us.said[0].name, "reader": us.reader().code}
    answer = signed_in(us.amara).post(reverse("talk:tell-concern", args=[us.benoit.pk]), form | {"form_token": uuid4()})
    concern = Concern.objects.get(writer=us.amara)
    assert answer.headers["location"] == reverse("talk:concern", args=[concern.pk])
    assert [word.text for word in concern.words.all()] == ["Lend me forty dollars", "He asks me for money"]


def test_the_same_form_sent_twice_tells_it_once(us: Around) -> None:
    form = {"text": "He asks me for money", "reader": us.reader().code, "form_token": uuid4()}
    for _ in range(2):
        signed_in(us.amara).post(reverse("talk:tell-concern", args=[us.benoit.pk]), form)
    assert Concern.objects.count() == 1


def test_without_words_nothing_is_told_and_what_was_chosen_stays(us: Around) -> None:
    form = {"text": "", "unnamed": "on", "reader": us.reader().code, "form_token": uuid4()}
    answer = signed_in(us.amara).post(reverse("talk:tell-concern", args=[us.benoit.pk]), form)
    assert (answer.status_code, Concern.objects.count()) == (422, 0)
    assert "checked" in answer.text.partition('name="unnamed"')[2].partition(">")[0]


def test_the_other_notices_nothing(us: Around) -> None:
    addresses = [reverse("talk:list"), reverse("talk:concerns"), reverse("people:sharing"), reverse("people:letters")]
    before = [seen(us.benoit, address) for address in addresses]
    concern = us.concern()
    actions.take_concern(by=us.ravi, concern=concern)
    assert [seen(us.benoit, address) for address in addresses] == before
    assert status(us.benoit, "concern", concern.pk) == 404
    assert b"money" not in packed(us.benoit)


def test_nothing_is_read_before_it_is_taken_on_and_then_by_one_alone(us: Around) -> None:
    other = person("Ola")
    member(other, us.organisation, Role.CONCERNS)
    concern = us.concern()
    assert "He asks me for money" not in page(us.ravi, concern)
    actions.take_concern(by=us.ravi, concern=concern)
    assert "He asks me for money" in page(us.ravi, concern)
    assert (status(other, "concern", concern.pk), about_concerns(other)) == (404, [])


def test_only_what_was_attached_is_opened(us: Around) -> None:
    concern = us.concern()
    actions.take_concern(by=us.ravi, concern=concern)
    shown = page(us.ravi, concern)
    assert "Lend me forty dollars" in shown
    assert "My sister is in hospital" not in shown
    assert status(us.ravi, "with", us.amara.pk) == 404


def test_each_reading_stands_in_the_log_of_the_writer(us: Around) -> None:
    concern = us.concern()
    page(us.ravi, concern)
    actions.take_concern(by=us.ravi, concern=concern)
    page(us.ravi, concern)
    assert Look.objects.visible_to(us.amara).filter(reader=us.ravi.pk, thing=concern.pk).count() == 1
    assert "a concern that you told" in signed_in(us.amara).get(reverse("people:sharing")).text


def test_whoever_wants_can_keep_their_name_from_the_reader(us: Around) -> None:
    concern = us.concern(unnamed=True)
    actions.take_concern(by=us.ravi, concern=concern)
    assert "Amara" not in page(us.ravi, concern)


def test_nobody_reads_a_concern_about_themselves(us: Around) -> None:
    member(us.benoit, us.organisation, Role.CONCERNS)
    concern = us.concern()
    assert us.benoit not in us.reader().people
    assert (status(us.benoit, "concern", concern.pk), about_concerns(us.benoit)) == (404, [])
    with pytest.raises(NotAllowed):
        actions.take_concern(by=us.benoit, concern=concern)


def test_the_decision_reaches_the_writer(us: Around) -> None:
    concern = us.decided()
    assert "We spoke with him" in page(us.amara, concern)
    assert about_concerns(us.amara) == ["Your concern was decided. You can read what and why."]


def test_the_other_is_told_the_substance_once_the_writer_is_safe_and_never_by_whom(us: Around) -> None:
    concern = us.decided()
    assert (status(us.benoit, "concern", concern.pk), about_concerns(us.benoit)) == (404, [])
    actions.say_it_is_safe(by=us.amara, concern=concern)
    told = page(us.benoit, concern)
    assert "About money here" in told
    assert not any(word in told for word in ("Amara", "He asks me", "We spoke with him", "Lend me"))
    assert len(about_concerns(us.benoit)) == 1


def test_who_said_it_is_safe_at_once_need_not_say_it_again(us: Around) -> None:
    concern = us.decided(safe=True)
    assert "About money here" in page(us.benoit, concern)


def test_the_database_lets_nobody_be_told_before_it_is_safe(us: Around) -> None:
    concern = us.decided()
    with pytest.raises(IntegrityError), transaction.atomic():
        Concern.objects.filter(pk=concern.pk).update(told_at=clock.now())


def test_the_answer_of_the_other_reaches_whoever_decided_and_not_the_writer(us: Around) -> None:
    concern = us.decided(safe=True)
    signed_in(us.benoit).post(reverse("talk:concern", args=[concern.pk]), {"text": "I paid it back"})
    assert "I paid it back" in page(us.ravi, concern)
    assert "I paid it back" not in page(us.amara, concern)


def test_reader_and_writer_can_ask_and_answer(us: Around) -> None:
    concern = us.concern()
    actions.take_concern(by=us.ravi, concern=concern)
    actions.add_word(by=us.ravi, concern=concern, text="When was this?")
    actions.add_word(by=us.amara, concern=concern, text="Last Tuesday")
    assert "When was this?" in page(us.amara, concern)
    assert "Last Tuesday" in page(us.ravi, concern)


def test_sent_on_the_former_reader_reads_no_longer(us: Around) -> None:
    concern = us.concern(role=Role.COORDINATOR)
    actions.take_concern(by=us.chloe, concern=concern)
    actions.send_on(by=us.amara, concern=concern, reader=us.reader(Role.CONCERNS))
    assert (status(us.chloe, "concern", concern.pk), status(us.ravi, "concern", concern.pk)) == (404, 200)
    assert about_concerns(us.chloe) == []


def test_it_never_waits_in_silence(us: Around) -> None:
    us.concern()
    later(days=4)
    assert about_concerns(us.ravi) == ["A concern still waits for you. If you cannot, tell whoever wrote it."]
    later(days=15)
    later(days=16)
    late = "Nobody has answered your concern yet. You can send it to somebody else."
    assert about_concerns(us.amara) == [late]


def test_when_nobody_is_left_to_read_it_the_writer_is_told(us: Around) -> None:
    concern = us.concern()
    actions.take_concern(by=us.ravi, concern=concern)
    role = Membership.objects.current().get(person=us.ravi, role=Role.CONCERNS)
    orgs_actions.leave(by=us.ravi, membership=role)
    assert status(us.ravi, "concern", concern.pk) == 404
    assert "no longer can" in about_concerns(us.amara)[0]


def test_taken_back_it_is_gone_with_its_key(us: Around) -> None:
    concern = us.concern()
    signed_in(us.amara).post(reverse("talk:concern-withdraw", args=[concern.pk]))
    run_due()
    assert (Concern.objects.count(), ConcernWord.objects.count(), keys.has_key(concern.pk)) == (0, 0, False)
    assert about_concerns(us.ravi) == []


def test_whoever_erases_their_account_takes_their_concerns_along(us: Around) -> None:
    concern = us.concern()
    erase(by=us.amara)
    run_due()
    assert (Concern.objects.count(), keys.has_key(concern.pk)) == (0, False)


def test_what_is_told_about_somebody_stays_for_its_time_when_they_leave(us: Around) -> None:
    concern = us.concern()
    actions.take_concern(by=us.ravi, concern=concern)
    erase(by=us.benoit)
    shown = page(us.ravi, concern)
    assert "Lend me forty dollars" in shown
    assert "Benoît" not in shown


def test_attached_words_go_thirty_days_after_the_decision_and_all_after_a_year(us: Around) -> None:
    concern = us.decided()
    later(days=31)
    assert not ConcernWord.objects.filter(part="attached").exists()
    with clock.at(clock.now() + dt.timedelta(days=31)):
        assert not Concern.objects.readable_by(us.ravi).exists()
    later(days=366)
    run_due()
    assert (Concern.objects.count(), keys.has_key(concern.pk)) == (0, False)


def test_a_stranger_is_nobody_to_tell_a_concern_about(us: Around) -> None:
    dana = person("Dana")
    assert status(dana, "tell-concern", us.amara.pk) == status(dana, "tell-concern", uuid4()) == 404
    with pytest.raises(NotAllowed):
        actions.tell_concern(by=dana, about=us.amara, reader=us.reader(), text="Hm")


def test_the_download_holds_ones_own_concern_and_not_what_is_between_the_others(us: Around) -> None:
    us.decided()
    texts = [word.text for word in ConcernWord.objects.visible_to(us.amara)]
    assert texts == ["Lend me forty dollars", "He asks me for money", "We spoke with him"]
    assert not ConcernWord.objects.visible_to(us.ravi).exists()


def test_persons_for_concerns_stand_first_and_nobody_is_offered_who_is_part_of_it(us: Around) -> None:
    readers = reads.readers_for(us.amara, us.chloe, {us.organisation.pk})
    assert [(reader.role, reader.names) for reader in readers] == [(Role.CONCERNS, "Ravi")]


def test_unnamed_the_name_stands_in_no_word_that_is_read(us: Around) -> None:
    actions.write(by=us.benoit, to=us.amara, text="Hello Amara, lend me forty dollars")
    us.said[:] = met(us.amara, us.benoit).words[-1:]  # type: ignore[union-attr]
    concern = us.concern(unnamed=True)
    actions.add_word(by=us.amara, concern=concern, text="I, AMARA, am afraid")
    actions.take_concern(by=us.ravi, concern=concern)
    shown = page(us.ravi, concern)
    assert "Hello …, lend me forty dollars" in shown
    assert "I, …, am afraid" in shown
    assert "amara" not in shown.lower()
    assert "Amara" in page(us.ravi, told_and_taken(us))


def told_and_taken(us: Around) -> Concern:
    concern = us.concern()
    actions.take_concern(by=us.ravi, concern=concern)
    return concern


def test_the_form_says_that_words_may_let_one_be_recognised(us: Around) -> None:
    form = signed_in(us.amara).get(reverse("talk:tell-concern", args=[us.benoit.pk])).text
    assert "What you attach may let you be recognised" in form


def test_a_concern_told_of_one_stands_under_a_heading_of_its_own(us: Around) -> None:
    us.decided(safe=True)
    theirs, own = (signed_in(who).get(reverse("talk:concerns")).text for who in (us.benoit, us.amara))
    assert "<h2>About you</h2>" in theirs
    assert "<h2>That you told</h2>" not in theirs
    assert "<h2>That you told</h2>" in own


def test_in_french_the_form_is_french(us: Around) -> None:
    form = signed_in(us.amara).get(f"/fr/talk/concerns/about/{us.benoit.pk}/").text
    assert "Ravi, personne-ressource pour les signalements, Phare" in form
    assert "\N{NO-BREAK SPACE}: Lend me forty dollars" in form
    assert " at Phare" not in form
