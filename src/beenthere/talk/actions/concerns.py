"""Telling that something went wrong, reading it, deciding, and telling the other person once that is safe."""

import uuid
from collections.abc import Iterable

from django.db import transaction

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.models import Person
from beenthere.talk import jobs, letters, rules
from beenthere.talk.met import Said
from beenthere.talk.models import Concern, ConcernWord
from beenthere.talk.models.concerns import ConcernState, Part
from beenthere.talk.reads.concerns import Reader, readers_of
from beenthere.talk.unnamed import without_name


class NobodyToRead(Exception):
    """Whoever was chosen to read it no longer can: choose again."""


@transaction.atomic
def tell_concern(
    *,
    by: Person,
    about: Person,
    reader: Reader,
    text: str,
    attached: Iterable[Said] = (),
    safe: bool = False,
    unnamed: bool = False,
    form_token: uuid.UUID | None = None,
) -> Concern:
    """Tell a concern to one reader, with copies of the attached words only; the same form sent twice tells it once.

    Unnamed, the writer's name stands in no word of it: it is not even kept, so nothing brings it back later.
    """
    require(rules.may_tell_concern, by, about)
    token = form_token or uuid.uuid4()
    if told := Concern.objects.filter(writer=by, form_token=token).first():
        return told
    concern = Concern(
        writer=by, about=about, organisation=reader.organisation, role=reader.role, unnamed=unnamed,
        safe_at=clock.now() if safe else None, form_token=token,
    )  # fmt: skip
    if not readers_of(concern):
        raise NobodyToRead
    keys.make_key(concern.pk)
    concern.save(force_insert=True)
    for said in attached:
        author = by if said.mine else about
        ConcernWord.objects.create(
            concern=concern, part=Part.ATTACHED, author=author, said_at=said.at, text=_kept(said.text, concern, by)
        )  # fmt: skip
    ConcernWord.objects.create(concern=concern, part=Part.WRITER, author=by, text=_kept(text, concern, by))
    record("concern.told", by=by, thing=concern)
    letters.to_readers(concern)
    return concern


@transaction.atomic
def take_concern(*, by: Person, concern: Concern) -> bool:
    """Take it on: from now on nobody else reads it. Says whether it was still free."""
    require(rules.reads_it, by, concern)
    free = Concern.objects.filter(pk=concern.pk, state=ConcernState.OPEN, taken_by=None)
    others = readers_of(concern)
    if free.update(state=ConcernState.TAKEN, taken_by=by) != 1:
        return False
    concern.state, concern.taken_by = ConcernState.TAKEN, by
    record("concern.taken", by=by, thing=concern)
    letters.settled_for(concern, [other for other in others if other.pk != by.pk])
    letters.taken(concern)
    return True


@transaction.atomic
def add_word(*, by: Person, concern: Concern, text: str) -> None:
    """Write something in it; the other person's words and the writer's never meet."""
    require(rules.has_a_say_in, by, concern)
    if rules.told_it(by, concern):
        part, text = Part.WRITER, _kept(text, concern, by)
    else:
        part = Part.OTHER if concern.about_id == by.pk else Part.READER
    ConcernWord.objects.create(concern=concern, part=part, author=by, text=text)
    record("concern.word", by=by, thing=concern)
    letters.new_words(concern, by)


@transaction.atomic
def decide(*, by: Person, concern: Concern, decision: str, substance: str) -> bool:
    """Decide: the writer reads it at once; the other is told the substance, and not by whom, once it is safe."""
    require(rules.has_taken_it, by, concern)
    undecided = Concern.objects.undecided().filter(pk=concern.pk, taken_by=by)
    now = clock.now()
    if undecided.update(state=ConcernState.DECIDED, decided_at=now) != 1:
        return False
    concern.state, concern.decided_at = ConcernState.DECIDED, now
    for part, text in ((Part.DECISION, decision), (Part.SUBSTANCE, substance)):
        ConcernWord.objects.create(concern=concern, part=part, author=by, text=text)
    record("concern.decided", by=by, thing=concern)
    letters.decided(concern)
    _tell_the_other(concern)
    return True


@transaction.atomic
def say_it_is_safe(*, by: Person, concern: Concern) -> None:
    """The writer says that the other person may be told; saying it twice changes nothing."""
    require(rules.told_it, by, concern)
    if Concern.objects.filter(pk=concern.pk, safe_at=None).update(safe_at=clock.now()) == 1:
        concern.refresh_from_db()
        record("concern.safe", by=by, thing=concern)
        _tell_the_other(concern)


@transaction.atomic
def send_on(*, by: Person, concern: Concern, reader: Reader) -> None:
    """Bring it to somebody else; whoever could read it before no longer can."""
    require(rules.told_it, by, concern)
    letters.settled_for(concern, readers_of(concern))
    fresh = {"told_to_reader_at": clock.now(), "reminded_at": None, "late_at": None}
    facts = {"organisation": reader.organisation, "role": reader.role, "taken_by": None, "state": ConcernState.OPEN}
    if Concern.objects.undecided().filter(pk=concern.pk).update(**facts, **fresh) == 1:
        concern.refresh_from_db()
        if not readers_of(concern):
            raise NobodyToRead
        record("concern.sent_on", by=by, thing=concern)
        letters.to_readers(concern)


@transaction.atomic
def withdraw_concern(*, by: Person, concern: Concern) -> None:
    """Take it back: it goes, with everything that was attached, and so does its key."""
    require(rules.told_it, by, concern)
    letters.settled_for(concern, readers_of(concern))
    record("concern.withdrawn", by=by, thing=None)
    jobs.destroy_concern(concern.pk)


def _kept(text: str, concern: Concern, writer: Person) -> str:
    return without_name(text, str(writer)) if concern.unnamed else text


def _tell_the_other(concern: Concern) -> None:
    """Tell the substance, once it was decided and the writer is safe."""
    ready = Concern.objects.filter(pk=concern.pk, state=ConcernState.DECIDED, safe_at__isnull=False, told_at=None)
    if ready.update(told_at=clock.now()) == 1:
        letters.told(concern)
