import pytest
from django.db import connection

from beenthere.consent import actions as consent
from beenthere.core import jobs, keys, privacy
from beenthere.core.access import NotAllowed
from beenthere.meetings import actions, starting
from beenthere.meetings.models import PARTS, AgreementVersion
from beenthere.meetings.tests import make
from beenthere.people.actions import erase
from beenthere.people.models import Letter
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db


def test_a_text_is_ready_in_both_languages() -> None:
    english, french = starting.words("en"), starting.words("fr")
    assert tuple(english) == tuple(french) == PARTS
    assert all(english[part] != french[part] for part in PARTS)


def test_both_may_change_the_agreement_and_every_version_stays() -> None:
    walk = make.walk()
    make.agreement(walk)
    actions.write_agreement(by=walk.benoit, match=walk.match, words=make.WORDS, based_on=1)
    newest, first = AgreementVersion.objects.filter(match=walk.match)
    assert (newest.number, newest.author, newest.words) == (2, walk.benoit, make.WORDS)
    assert first.words == starting.words("en")


def test_a_version_suits_its_author_and_then_whoever_says_so() -> None:
    walk = make.walk()
    version = make.agreement(walk)
    assert version.suits_at(walk.amara)
    assert not version.suits_at(walk.benoit)
    for _twice in range(2):
        actions.say_it_suits(by=walk.benoit, version=version)
    version.refresh_from_db()
    assert version.suits_at(walk.benoit)


def test_the_same_words_again_make_no_new_version_and_no_new_letter() -> None:
    walk = make.walk()
    for _twice in range(2):
        make.agreement(walk)
    assert AgreementVersion.objects.count() == 1
    assert Letter.objects.visible_to(walk.benoit).count() == 1
    make.agreement(walk, by=walk.benoit)
    assert AgreementVersion.objects.get().suits_supporter_at


def test_a_newer_version_is_never_written_over() -> None:
    walk = make.walk()
    make.agreement(walk)
    with pytest.raises(actions.ChangedMeanwhile):
        actions.write_agreement(by=walk.benoit, match=walk.match, words=make.WORDS, based_on=0)
    assert AgreementVersion.objects.count() == 1


def test_the_letter_tells_the_other_in_their_language_and_none_of_the_words() -> None:
    walk = make.walk()
    actions.write_agreement(by=walk.amara, match=walk.match, words=make.WORDS)
    (letter,) = Letter.objects.visible_to(walk.benoit)
    assert "entente" in letter.text
    assert "library" not in letter.text
    assert not Letter.objects.visible_to(walk.amara).exists()


def test_nobody_else_writes_or_agrees() -> None:
    walk = make.walk()
    version = make.agreement(walk)
    dana = person("Dana")
    with pytest.raises(NotAllowed):
        actions.write_agreement(by=dana, match=walk.match, words=make.WORDS)
    with pytest.raises(NotAllowed):
        actions.say_it_suits(by=dana, version=version)
    assert not AgreementVersion.objects.visible_to(dana).exists()


def test_after_an_ending_both_read_and_nobody_writes() -> None:
    walk = make.walk()
    version = make.agreement(walk)
    consent.disconnect(one=walk.amara.pk, other=walk.benoit.pk)
    for one in (walk.amara, walk.benoit):
        assert AgreementVersion.objects.visible_to(one).exists()
        with pytest.raises(NotAllowed):
            actions.write_agreement(by=one, match=walk.match, words=make.WORDS)
        with pytest.raises(NotAllowed):
            actions.say_it_suits(by=one, version=version)


def test_no_private_word_lies_in_the_table() -> None:
    walk = make.walk()
    actions.write_agreement(by=walk.amara, match=walk.match, words=make.WORDS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT how_often, how_we_meet, what_we_write_down, how_it_ends FROM meetings_agreementversion")
        assert b"library" not in b"".join(bytes(cell) for cell in cursor.fetchone())


@pytest.mark.parametrize("side", ["amara", "benoit"])
def test_erasing_one_account_destroys_the_agreement_and_its_key_for_both(side: str) -> None:
    walk, other = make.walk(), make.walk(person("Mireille"), person("Sam"))
    make.agreement(walk)
    make.agreement(other)
    leaving = getattr(walk, side)
    erase(by=leaving)
    assert not AgreementVersion.objects.filter(match=walk.match).exists()
    jobs.run_due()
    assert not keys.has_key(walk.match.pk)
    assert keys.has_key(other.match.pk)
    assert AgreementVersion.objects.filter(match=other.match).exists()


def test_both_find_the_agreement_in_their_download() -> None:
    walk = make.walk()
    actions.write_agreement(by=walk.amara, match=walk.match, words=make.WORDS)
    for one in (walk.amara, walk.benoit):
        (row,) = next(part.rows for part in privacy.export(one) if part.name == "meetings.agreementversion")
        assert row["how_often"] == "Tuesdays at the library"
