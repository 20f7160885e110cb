"""Words for what can stand in the way of work and learning: neutral, the same for everybody, about nobody.

They stand here so that what finds opportunities and what peers know may use them without reaching what is kept about
anybody. There is no diagnosis here and there never will be one: these are words for what happens in a life.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CHALLENGES: dict[str, Promise] = {
    "back-to-work": _("Going back to work after a long absence"),
    "after-hospital": _("Finding my way again after time in hospital"),
    "back-to-school": _("Going back to school as an adult"),
    "first-job": _("Finding a first job"),
    "other-field": _("Changing to another kind of work"),
    "own-business": _("Starting something of my own"),
    "job-lost": _("Losing a job"),
    "keeping-job": _("Keeping a job through hard times"),
    "telling-employer": _("Telling my employer, or not"),
    "adjustments": _("Asking for changes at work that help me"),
    "break-in-resume": _("Explaining a break in my résumé"),
    "interviews": _("Job interviews"),
    "income-support": _("Being on income support"),
    "earning-on-support": _("Starting to earn while on income support"),
    "money": _("Money worries and debts"),
    "housing": _("Having no steady home"),
    "low-days": _("Days with little energy"),
    "confidence": _("Believing in myself again"),
    "among-people": _("Being among people again"),
    "judged": _("Being judged because of my mental health"),
    "treated-unfairly": _("Being treated unfairly because of who I am"),
    "being-out": _("Being out, or not, at work"),
    "sober": _("Living without alcohol or other substances"),
    "record": _("Looking for work with a criminal record"),
    "new-country": _("Starting again in a new country"),
    "work-language": _("Working in a language that is not my first"),
    "children": _("Working or studying while raising children"),
    "caring": _("Looking after somebody close to me"),
    "loss": _("Losing somebody close to me"),
    "body": _("Living with pain, or with a body that tires"),
    "after-fifty": _("Looking for work after fifty"),
    "left-care": _("Growing up in care, and leaving it"),
    "left-danger": _("Leaving a relationship that was not safe"),
    "far-away": _("Living far from jobs and services"),
    "getting-there": _("Getting there: no car, few buses"),
    "online-forms": _("Computers and online forms"),
    "waiting": _("Long waits, and many offices"),
}

GROUPS: list[tuple[Promise, str]] = [
    (
        _("Work and learning"),
        (
            "back-to-work back-to-school first-job other-field own-business job-lost keeping-job telling-employer"
            " adjustments break-in-resume interviews"
        ),
    ),
    (
        _("Money, a home and getting by"),
        "income-support earning-on-support money housing far-away getting-there online-forms waiting",
    ),
    (
        _("My days, and being among people"),
        "after-hospital low-days confidence among-people judged sober body",
    ),
    (
        _("My life and the people close to me"),
        (
            "treated-unfairly being-out record new-country work-language children caring loss after-fifty left-care"
            " left-danger"
        ),
    ),
]


def grouped_challenges() -> list[tuple[Promise, list[tuple[str, Promise]]]]:
    """All of them in groups, as choices of a form."""
    return [(name, [(code, CHALLENGES[code]) for code in codes.split()]) for name, codes in GROUPS]
