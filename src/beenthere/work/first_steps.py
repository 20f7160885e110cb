"""First steps towards a job, learning, or working for oneself: what to do, what to ask, what it costs, what helps.

Written for this project. Where a step rests on something that was read, its address stands beside it.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from beenthere.work.kinds import PathKind


@dataclass(frozen=True)
class FirstStep:
    """One step: what to do, a sentence more, and where that was read (empty where it is our own advice)."""

    words: Promise
    more: Promise
    source: str = ""
    leads: str = ""  # the name of an address on this site that helps with it
    leads_words: Promise | str = ""
    asks: str = ""  # the end of that address


@dataclass(frozen=True)
class Group:
    """Steps that belong together."""

    title: Promise
    steps: tuple[FirstStep, ...]


TITLES: dict[str, Promise] = {
    PathKind.JOB: _("First steps towards a job"),
    PathKind.LEARNING: _("First steps towards learning"),
    PathKind.SELF_EMPLOYMENT: _("First steps towards working for myself"),
}
_RULES, _RULES_WORDS = "work:benefits", _("What happens to income support when I earn?")
_JOB = (
    Group(_("Begin"), (
        FirstStep(_("Write down three things that a good job has for me"),
                  _("Hours, people, place, pay, quiet, movement: whatever comes first.")),
        FirstStep(_("Talk with somebody who does this work"),
                  _("Fifteen minutes. Ask what a day is like, and what is hard about it.")),
        FirstStep(_("Make a first résumé"), _("Volunteering and peer support count. A break needs no explanation."),
                  leads="plans:resume", leads_words=_("Make it here")),
    )),
    Group(_("Ask"), (
        FirstStep(_("Ask what the first weeks look like"), _("Who shows me the work? How long may learning take?")),
        FirstStep(_("Ask how shifts are made, and how far ahead they are known"), _("In writing, if you can.")),
        FirstStep(_("Ask whoever decides on my income support what earning changes"),
                  _("Before the first pay, and keep the answer in writing."), leads=_RULES, leads_words=_RULES_WORDS),
    )),
    Group(_("Money"), (
        FirstStep(_("Work out what is left after transport, clothes and meals"), _("A month, roughly."),
                  leads="plans:money", leads_words=_("Try it with my own numbers")),
        FirstStep(_("Keep the first three pay slips"), _("Errors are commonest at the beginning.")),
    )),
)  # fmt: skip
_LEARNING = (
    Group(_("Begin"), (
        FirstStep(_("Visit the school or an open lesson"), _("Where would I sit? Where can I be alone for a moment?")),
        FirstStep(_("Ask whether I can take one course first"), _("Part-time and one at a time is studying too.")),
        FirstStep(_("Ask which papers they need, and what they accept in their place"),
                  _("Prior learning, work and peer support may count.")),
    )),
    Group(_("Ask"), (
        FirstStep(_("Write to the school’s accessibility service"),
                  _("Ask which papers they want, and what they keep to themselves. Do it before the term begins.")),
        FirstStep(_("Ask how one can pause and come back"), _("The last day to leave a course without paying for it.")),
    )),
    Group(_("Money"), (
        FirstStep(_("Ask the student aid of my province about part-time study"),
                  _("Grants need not be paid back; loans must."),
                  leads="directory:services", leads_words=_("Services that can help"), asks="?need=learning"),
        FirstStep(_("Look at the federal grants for students with a disability"),
                  _("They cover permanent disabilities, and those that last a year or longer. A form is needed from "
                    "somebody who knows your situation."),
                  "https://novascotia.ca/post-secondary-accessibility-services/qualify.asp"),
        FirstStep(_("Ask what studying changes in my income support"), _("Before the term, and in writing."),
                  leads=_RULES, leads_words=_RULES_WORDS),
    )),
)  # fmt: skip
_SELF = (
    Group(_("Begin"), (
        FirstStep(_("Say in one sentence what I would sell, and to whom"), _("Read it to somebody who is honest.")),
        FirstStep(_("Try it small: one thing, for one person, for a price"), _("Before any form, card or web page.")),
        FirstStep(_("Ask somebody who works for themselves what they wish they had known"),
                  _("A peer who has a small business is worth ten guides.")),
    )),
    Group(_("Ask"), (
        FirstStep(_("Find out whether I must register a name or need a permit"),
                  _("It differs by province and town. Under one’s own name it is often simpler.")),
        FirstStep(_("Ask the tax agency when one must charge sales tax"),
                  _("Small businesses below a certain amount need not.")),
        FirstStep(_("Ask how my income support counts what a business earns and spends"),
                  _("Often by the month, after costs; keep each receipt. Ask for it in writing."),
                  leads=_RULES, leads_words=_RULES_WORDS),
    )),
    Group(_("Money"), (
        FirstStep(_("List what it costs to begin, and what it costs each month"), _("Also the months without sales.")),
        FirstStep(_("Look for a small loan that knows what being unwell means"),
                  _("Rise lends small amounts, with mentors, and lets payments pause when somebody is unwell."),
                  "https://www.thestar.com/opinion/editorialopinion/2012/01/10/"
                  "goar_microloans_unlock_trap_of_mental_illness.html",
                  leads="directory:services", leads_words=_("Services that can help"), asks="?need=money"),
        FirstStep(_("Open an account only for the business"), _("It makes the tax return a matter of an hour.")),
    )),
)  # fmt: skip
FIRST_STEPS: dict[str, tuple[Group, ...]] = {
    PathKind.JOB: _JOB,
    PathKind.LEARNING: _LEARNING,
    PathKind.SELF_EMPLOYMENT: _SELF,
}


def numbered(kind: str) -> dict[int, FirstStep]:
    """The steps of one kind of path, by their number on the page."""
    return dict(enumerate((step for group in FIRST_STEPS.get(kind, ()) for step in group.steps), start=1))
