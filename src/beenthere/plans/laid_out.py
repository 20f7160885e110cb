"""Résumés as they stand today: who it is, what was picked, and how that is laid out."""

from dataclasses import replace

from beenthere.people.models import Person
from beenthere.plans.models import Resume, ResumeAbout, ResumeFact
from beenthere.plans.resume.facts import About, Fact
from beenthere.plans.resume.sheet import Sheet, lay_out


def resume_about_of(person: Person) -> About:
    """What stands at the head of the person's résumés; their name here, until they say otherwise."""
    row = ResumeAbout.objects.visible_to(person).first()
    return About.of(row.told) if row else About(name=person.name or "")


def sheet_of(person: Person, resume: Resume) -> Sheet:
    """One résumé, laid out."""
    return lay_out(*parts_of(person, resume), resume.style)


def parts_of(person: Person, resume: Resume) -> tuple[About, list[Fact]]:
    """What one résumé shows: who it is, as far as it tells, and its facts in their order."""
    about = resume_about_of(person)
    if not resume.shows_reach:
        about = About(name=about.name, line=about.line)
    rows = {row.pk: row for row in ResumeFact.objects.visible_to(person)}
    facts = [rows[each].fact for each in resume.picked_ids if each in rows]
    return replace(about, line=resume.line or about.line), facts
