"""The twelve promises, in the words of the site; docs/PROMISES.md names the test that guards each."""

from typing import NamedTuple

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _


class Promise(NamedTuple):
    """What we promise, and how it is kept."""

    title: Words
    kept: Words


PROMISES = (
    Promise(
        _("Your plan is yours."),
        _(
            "Nobody else can write in it, change it or take anything out of it. Somebody whom you let read a path may"
            " suggest a step. It becomes yours only if you say yes."
        ),
    ),
    Promise(
        _("The same opportunities as anyone."),
        _(
            "The work, the trainings and the places that you see here never depend on what you told us about your"
            " life. We ask for no diagnosis, and there is no place to write one. The part of the site that looks for"
            " opportunities cannot reach the part that holds your lived experience."
        ),
    ),
    Promise(
        _("Several paths at once."),
        _(
            "A job, learning, your own business, or something of your own: side by side, none better than another."
            " Letting a path rest is normal. Nothing turns red, nothing counts how much of you is done."
        ),
    ),
    Promise(
        _("You direct what helps you."),
        _("Every support in your plan was chosen by you. You can rate it, change it or end it, and owe no reason."),
    ),
    Promise(
        _("Nothing about you without you."),
        _(
            "What is written about you here, you can read at once. When somebody else reads a page of yours, it is"
            " noted for you; if it could not be noted, they do not see the page. There is one exception: when somebody"
            " tells a person for concerns that they worry about safety or conduct, you learn what it is about once"
            " they are safe, and never who wrote it."
        ),
    ),
    Promise(
        _("You share piece by piece, until a day that you choose."),
        _("Before you share, one sentence says who will read what, and until when. “Stop now” works at once."),
    ),
    Promise(
        _("Nobody is assigned to anybody."),
        _(
            "The site suggests people and says why. You choose. They say yes, ask something first, or pass. Nobody"
            " waits without an answer: after three days we remind them, after seven we ask your next choice. Changing"
            " supporter takes one button and loses nothing. Nobody here has a score."
        ),
    ),
    Promise(
        _("Counting is not keeping records."),
        _(
            "Only people who ticked “count me” for an organisation are counted. What is published is told in fives and"
            " in fixed tables, so that nobody can be picked out. Nothing is published while fewer than ten people are"
            " counted; a line with fewer than five is told as 0."
        ),
    ),
    Promise(
        _("You can come in."),
        _(
            "Without e-mail, without your legal name, on an old phone, with a slow connection, without JavaScript, in"
            " English or in French. Where something exists in one language only, we say so."
        ),
    ),
    Promise(
        _("Beside the health system, not a copy of it."),
        _(
            "No clinical words. Nothing is reported to anybody by itself. This is not a crisis service; the lines that"
            " are one are on every page, one tap away."
        ),
    ),
    Promise(
        _("Every fact says where it comes from."),
        _(
            "Source, date, and who checked it here, or “not yet checked here”. What is old says so. A crisis number is"
            " never hidden, however old. No benefit is calculated here from a rule that may have changed."
        ),
    ),
    Promise(
        _("Two people and a phone are a group."),
        _(
            "A small group is as welcome as a large organisation. Nobody asks for a legal form, and an address can be"
            " told to those who write first."
        ),
    ),
)
