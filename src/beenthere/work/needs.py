"""What people may need in order to do a job well, in functional words, and what can be arranged.

Written for this project. A need says what helps somebody work; it never says why they need it. The duty of employers
to look for a solution stands beside it, by province, with the address at which it was read.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

READ_ON = dt.date(2026, 11, 28)


@dataclass(frozen=True)
class Need:
    """One need with what can be arranged for it; both by code, so that what somebody ticked stays what it was."""

    code: str
    words: Promise
    arrangements: dict[str, Promise]


@dataclass(frozen=True)
class Duty:
    """Where the duty to accommodate is told for a province (or CA: employers under federal law)."""

    province: str
    words: Promise
    source: str = ""


NEEDS: tuple[Need, ...] = (
    Need("mornings", _("I work better later in the day, or at changing hours"), {
        "later-start": _("start later, and end later"),
        "flexible-hours": _("choose the hours within limits that we agree on"),
        "fewer-hours": _("begin with fewer hours, and add some when it goes well"),
        "same-shifts": _("the same shifts each week, known ahead"),
    }),
    Need("energy", _("I need to spread my strength over the day"), {
        "short-breaks": _("several short breaks in place of a long one"),
        "quiet-place": _("a place where I can rest for a few minutes"),
        "heavy-first": _("the heaviest task at the hour when I am at my best"),
        "from-home": _("work from home on some days"),
    }),
    Need("focus", _("I focus better with less around me"), {
        "quiet-desk": _("a place away from doors, machines and talk"),
        "headphones": _("headphones, or other things against noise"),
        "one-at-a-time": _("one task at a time, with the next one written down"),
        "no-interruptions": _("hours in which nobody interrupts"),
    }),
    Need("memory", _("I keep things better when they are written down"), {
        "in-writing": _("instructions in writing, or recorded"),
        "checklists": _("a checklist for what comes back each day"),
        "notes": _("the right to take notes, and somebody who sends me those of meetings"),
        "more-training-time": _("more time to learn something new, or learning it twice"),
    }),
    Need("pressure", _("I work better without sudden pressure"), {
        "ahead": _("to know deadlines and changes ahead"),
        "small-parts": _("large tasks divided into parts"),
        "one-contact": _("one person who tells me what comes first"),
        "feedback": _("feedback often and in private, in place of all at once"),
    }),
    Need("people", _("Many people at once take much of my strength"), {
        "small-meetings": _("smaller meetings, or the questions in writing before"),
        "away-from-counter": _("some hours away from the counter or the telephone"),
        "no-social": _("staying away from social events without explaining"),
        "a-colleague": _("one colleague whom I can ask anything"),
    }),
    Need("appointments", _("I have appointments that I must keep"), {
        "time-off": _("time for them, made up at another hour"),
        "no-reason": _("marking them as busy, without a reason"),
        "unpaid-days": _("days without pay when I need a longer rest"),
    }),
    Need("hard-days", _("Some days are harder, and I cannot always tell ahead"), {
        "call-in": _("an agreed way to say that I cannot come, such as a text message"),
        "swap": _("swapping shifts with colleagues"),
        "plan-for-it": _("a plan that we write together for such days"),
        "step-out": _("stepping outside for a few minutes when I need to"),
    }),
    Need("start", _("The first weeks are the hardest for me"), {
        "slow-start": _("starting with few tasks, and adding others week by week"),
        "buddy": _("a colleague beside me in the first weeks"),
        "check-in": _("ten minutes with my supervisor each week"),
        "visit": _("seeing the place before the first day"),
    }),
)  # fmt: skip

DUTIES: tuple[Duty, ...] = (
    Duty(
        "ON",
        _("Employers must look for a solution with you, and carry it out unless it would be an undue hardship. "
          "This holds for needs that have to do with mental health as for any other."),
        "https://www3.ohrc.on.ca/en/policy-preventing-discrimination-based-mental-health-disabilities-and-addictions/13-duty",
    ),
    Duty(
        "QC",
        _("Reasonable accommodation is a duty. Employers must actively look for a solution; they may refuse where it "
          "would be an undue hardship."),
        "https://www.cdpdj.qc.ca/fr/vos-droits/qu-est-ce-que/laccommodement-raisonnable",
    ),
    Duty(
        "BC",
        _("The Human Rights Code covers mental health. Employers must change what stands in somebody’s way, up to "
          "undue hardship."),
        "https://bchrc.net/mental-health-and-human-rights-part-2-duty-to-accommodate/",
    ),
    Duty(
        "MB",
        _("The Human Rights Code, through the commission’s guideline, asks employers for reasonable accommodation."),
        "http://www.manitobahumanrights.ca/publications/guidelines/reasonable_accommodation.html",
    ),
    Duty(
        "AB",
        _("The Alberta Human Rights Act covers mental disability. Employers must accommodate up to undue hardship."),
        "https://www.abmunis.ca/news/casual-legal-duty-accommodate",
    ),
    Duty(
        "NS",
        _("You have the right to accommodation from an employer, also before you are hired, up to undue hardship."),
        "https://cnib.ca/en/what-legal-rights-do-i-have-related-employment-nova-scotia",
    ),
    Duty(
        "SK",
        _("Employers must look for ways of changing the work so that you can do it, unless it would be an undue "
          "hardship. They may ask for medical or other information."),
        "https://saskatchewan.ca/residents/moving-to-saskatchewan/live-in-saskatchewan/living-in-saskatchewan/"
        "your-rights-in-saskatchewan",
    ),
    Duty(
        "NB",
        _("Employers must accommodate in good time, up to undue hardship. They may ask what you can and cannot do, "
          "but not what it is called."),
        "https://www2.gnb.ca/content/gnb/en/departments/nbhrc/resources/frequently-asked-questionsfaqs.html",
    ),
    Duty(
        "PE",
        _("Employers and unions must accommodate, in the way that most respects your dignity, up to undue hardship."),
        "http://peihumanrights.ca/index.php/node/7030",
    ),
    Duty(
        "NL",
        _("Employers must support employees who need something else because of a disability, also by changing a "
          "rule or doing without it."),
        "https://thinkhumanrights.ca/resources/legal-guidelines/employers-guide-to-the-human-rights-act/",
    ),
    Duty(
        "YT",
        _("Employers must make reasonable provision for special needs. Both of you take part in finding it."),
        "https://yukonhumanrights.ca/what-is-the-duty-to-accommodate/",
    ),
    Duty(
        "NT",
        _("All employers must answer a request, look at every option and choose the one that most respects your "
          "dignity, without undue hardship for them."),
        "https://nwthumanrights.ca/resources/employment/",
    ),
    Duty(
        "CA",
        _("Banks, airlines, telecommunications and other employers under federal law have the same duty, under the "
          "Canadian Human Rights Act."),
        "https://www.chrc-ccdp.gc.ca/en/resources/publications/workplace-accommodation-guide",
    ),
)  # fmt: skip
_BY_CODE = {code: words for need in NEEDS for code, words in need.arrangements.items()}


def arrangement(code: str) -> str:
    """What can be arranged, in the language of the moment; nothing for a code that is no longer known."""
    return str(_BY_CODE.get(code, ""))
