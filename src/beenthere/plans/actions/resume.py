"""What people do with their résumés. Nobody but the owner ever has anything to do with them."""

from collections.abc import Collection, Sequence
from typing import Any, Protocol
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import rules
from beenthere.plans.models import Resume, ResumeAbout, ResumeFact
from beenthere.plans.resume.facts import About, Fact, fact_id_of, moved_up, placed


class Found(Protocol):
    """A strength: whose it is, and no more. What was lived through cannot even be read from here."""

    person_id: UUID

    @property
    def pk(self) -> Any: ...


@transaction.atomic
def tell_resume_about(*, by: Person, about: About) -> None:
    """Keep the name, the line and how to reach them; whatever is empty is forgotten."""
    require(is_peer, by)
    row = ResumeAbout.objects.get_or_create(person=by)[0]
    row.told = about.told()
    row.save(update_fields=["told"])
    record("resume.about_told", by=by, thing=row)


@transaction.atomic
def tell_facts(
    *, by: Person, facts: Sequence[Fact], resumes: Collection[Resume] = (), new_id: UUID | None = None
) -> list[ResumeFact]:
    """Keep some facts and put them on these résumés. A form sent twice brings the same id, and tells nothing anew."""
    require(rules.owns_all, by, resumes)
    first = new_id or uuid4()
    rows = [ResumeFact(pk=uuid5(first, str(at)), person=by, told=fact.told()) for at, fact in enumerate(facts)]
    if known := list(ResumeFact.objects.filter(pk__in=[row.pk for row in rows])):
        require(rules.owns_all, by, known)
        return known
    require(rules.may_tell_facts, by, len(rows))
    ResumeFact.objects.bulk_create(rows)
    for resume in resumes:
        _put_on(resume, rows)
    for row in rows:
        record("resume.fact_told", by=by, thing=row)
    return rows


@transaction.atomic
def keep_brought(
    *, by: Person, about: About | None, facts: Sequence[Fact], resumes: Collection[Resume], new_id: UUID
) -> None:
    """Keep what was ticked of a file: facts, and the head if it was ticked too."""
    require(rules.owns_all, by, resumes)
    if about:
        tell_resume_about(by=by, about=about)
    tell_facts(by=by, facts=facts, resumes=resumes, new_id=new_id)


@transaction.atomic
def change_fact(*, by: Person, row: ResumeFact, fact: Fact, resumes: Collection[Resume]) -> None:
    """Word a fact anew, and say on which résumés it stands."""
    require(rules.owns_all, by, [row, *resumes])
    row.told = fact.told()
    row.save(update_fields=["told"])
    wanted = {resume.pk for resume in resumes}
    for resume in Resume.objects.visible_to(by).select_for_update():
        if resume.pk in wanted:
            _put_on(resume, [row])
        elif row.pk in resume.picked_ids:
            _keep(resume, [each for each in resume.picked_ids if each != row.pk])
    record("resume.fact_changed", by=by, thing=row)


@transaction.atomic
def put_strength(*, by: Person, strength: Found, fact: Fact, resumes: Collection[Resume]) -> ResumeFact:
    """Let a strength stand on these résumés, in the words given now. The moments in which it was found stay behind."""
    require(rules.owns_all, by, [strength, *resumes])
    there = ResumeFact.objects.visible_to(by).filter(pk=fact_id_of(strength.pk)).first()
    if there:
        change_fact(by=by, row=there, fact=fact, resumes=resumes)
        return there
    return tell_facts(by=by, facts=[fact], resumes=resumes, new_id=strength.pk)[0]


@transaction.atomic
def remove_fact(*, by: Person, row: ResumeFact) -> None:
    """Forget a fact; it goes from every résumé."""
    require(rules.owns, by, row)
    record("resume.fact_removed", by=by, thing=row)
    row.delete()


@transaction.atomic
def make_resume(*, by: Person, facts: Collection[ResumeFact], new_id: UUID | None = None, **told: Any) -> Resume:
    """Make a résumé of some of one's facts, the latest first."""
    require(rules.owns_all, by, facts)
    if new_id and (found := Resume.objects.filter(pk=new_id).first()):
        require(rules.owns, by, found)
        return found
    require(rules.may_make_resume, by)
    resume = Resume(pk=new_id or uuid4(), person=by, **told)
    resume.pick(_placed([], facts))
    resume.save(force_insert=True)
    record("resume.made", by=by, thing=resume)
    return resume


@transaction.atomic
def change_resume(*, by: Person, resume: Resume, facts: Collection[ResumeFact], **told: Any) -> None:
    """Name a résumé anew, or let it show other facts; those that stay keep their order."""
    require(rules.owns_all, by, [resume, *facts])
    for name in Resume.FIELDS:
        setattr(resume, name, told[name])
    resume.pick(_placed(resume.picked_ids, facts))
    resume.save(update_fields=[*Resume.FIELDS, "picked"])
    record("resume.changed", by=by, thing=resume)


@transaction.atomic
def move_fact_up(*, by: Person, resume: Resume, row: ResumeFact) -> None:
    """Let a fact stand one higher in its part of a résumé."""
    require(rules.owns_all, by, [resume, row])
    facts = {each.pk: each.fact for each in ResumeFact.objects.visible_to(by)}
    order = [each for each in resume.picked_ids if each in facts]
    if row.pk in order:
        _keep(resume, moved_up(order, row.pk, facts))
        record("resume.changed", by=by, thing=resume)


@transaction.atomic
def remove_resume(*, by: Person, resume: Resume) -> None:
    """Throw a résumé away; the facts stay."""
    require(rules.owns, by, resume)
    record("resume.removed", by=by, thing=resume)
    resume.delete()


def _placed(kept: Sequence[UUID], rows: Collection[ResumeFact]) -> list[UUID]:
    """These facts, those that stood there before in their order."""
    facts = {row.pk: row.fact for row in rows}
    still = [each for each in kept if each in facts]
    return placed(still, [each for each in facts if each not in still], facts)


def _put_on(resume: Resume, rows: Collection[ResumeFact]) -> None:
    """Let a résumé show these too, without touching the order of what stands there."""
    # Two forms sent at the same moment would each forget what the other put there.
    resume = Resume.objects.select_for_update().get(pk=resume.pk)
    there = ResumeFact.objects.filter(person=resume.person_id, pk__in=resume.picked_ids)
    _keep(resume, _placed(resume.picked_ids, list({row.pk: row for row in [*there, *rows]}.values())))


def _keep(resume: Resume, ids: Sequence[UUID]) -> None:
    resume.pick(ids)
    resume.save(update_fields=["picked"])
