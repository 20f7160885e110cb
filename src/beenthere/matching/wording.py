"""Reasons and musts in words, in the language of the page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from beenthere.core.lists import and_list, or_list
from beenthere.experience.words import language_name, slot_name, way_name
from beenthere.matching.models.offers import Training
from beenthere.matching.ranking import Near, Reason, Why
from beenthere.matching.wishes import Wishes
from beenthere.work.fields import BROAD
from beenthere.work.kinds import PathKind

TIMES_TOLD = 2

PATH_WALKED = {
    PathKind.JOB: pgettext_lazy("path walked", "Has walked the way to a job"),
    PathKind.LEARNING: pgettext_lazy("path walked", "Has gone back to learning"),
    PathKind.SELF_EMPLOYMENT: pgettext_lazy("path walked", "Has worked for themselves"),
    PathKind.OWN: pgettext_lazy("path walked", "Has made a path of their own"),
}


def in_words(reasons: Iterable[Reason]) -> list[str]:
    """Each kind of reason as one sentence, in the order given."""
    of_kind: dict[Why, list[str]] = {}
    for reason in reasons:
        of_kind.setdefault(reason.why, []).extend(reason.of)
    return [sentence for why, of in of_kind.items() for sentence in _said(why, of)]


def _said(why: Why, of: Sequence[str]) -> list[str]:
    if why in (Why.PATH, Why.FIELD):
        return [_SENTENCES[why]([each]) for each in of]
    return [_SENTENCES[why](of)]


def languages(codes: Iterable[str]) -> str:
    return and_list(language_name(code) for code in sorted(codes))


def ways(codes: Iterable[str]) -> str:
    return or_list(_inside(way_name(code)) for code in sorted(codes))


def _inside(words: str) -> str:
    """Words that begin a line of their own, inside a sentence."""
    return words[:1].lower() + words[1:]


def _shared(of: Sequence[str]) -> str:
    return _("Has been there too: %(word)s") % {"word": "; ".join(of)}


def _path(of: Sequence[str]) -> str:
    return str(PATH_WALKED[PathKind(of[0])])


def _field(of: Sequence[str]) -> str:
    return _("Knows this kind of work: %(field)s") % {"field": BROAD[of[0]]}


def _language(of: Sequence[str]) -> str:
    return _("You both use %(languages)s") % {"languages": languages(of)}


def _way(of: Sequence[str]) -> str:
    return _("You can meet %(ways)s") % {"ways": ways(of)}


def _near(of: Sequence[str]) -> str:
    return _("Lives in the same area") if of[0] == Near.SAME_AREA else _("Lives within an hour of you")


def _not_my_town(of: Sequence[str]) -> str:
    return _("Does not live in your town")


def _free(of: Sequence[str]) -> str:
    told = and_list(slot_name(slot) for slot in sorted(of, key=_in_the_week)[:TIMES_TOLD])
    more = len(of) - TIMES_TOLD
    if more <= 0:
        return _("Free when you are: %(times)s") % {"times": told}
    return ngettext(
        "Free when you are: %(times)s, and %(more)d more time",
        "Free when you are: %(times)s, and %(more)d more times",
        more,
    ) % {"times": told, "more": more}


def _in_the_week(slot: str) -> tuple[int, int]:
    day, _dash, part = slot.partition("-")
    return "mon tue wed thu fri sat sun".find(day), "morning afternoon evening".find(part)


def _trained(of: Sequence[str]) -> str:
    return _("Has finished the training")


def _room(of: Sequence[str]) -> str:
    room = int(of[0])
    return ngettext("Has room for %(room)d more person", "Has room for %(room)d more people", room) % {"room": room}


_SENTENCES: dict[Why, Callable[[Sequence[str]], str]] = {
    Why.SHARED: _shared,
    Why.PATH: _path,
    Why.FIELD: _field,
    Why.LANGUAGE: _language,
    Why.WAY: _way,
    Why.NEAR: _near,
    Why.NOT_MY_TOWN: _not_my_town,
    Why.FREE: _free,
    Why.TRAINED: _trained,
    Why.ROOM: _room,
}


def musts_in_words(wishes: Wishes) -> list[str]:
    """What must be so, as others may read it: a word lived through is named only if the person ticked it."""
    told: list[str] = []
    if wishes.must_languages:
        told.append(or_list(language_name(code) for code in wishes.must_languages))
    if wishes.must_ways:
        told.append(ways(wishes.must_ways))
    told += [str(PATH_WALKED[PathKind(path)]) for path in wishes.must_paths]
    told += [
        _("Has been there too: %(word)s") % {"word": label}
        for _t, label in wishes.must_experiences
        if label in wishes.told
    ]
    if any(label not in wishes.told for _t, label in wishes.must_experiences):
        told.append(_("Has lived through something that they have lived through too"))
    told += _musts_about_place(wishes)
    if wishes.must_trained:
        told.append(_trained(()))
    return told


def wishes_in_words(wishes: Wishes) -> list[str]:
    """Everything that somebody asked for, as they read it themselves."""
    own = replace(wishes, told=tuple(label for _token, label in wishes.must_experiences))
    told = musts_in_words(own)
    told += [str(PATH_WALKED[PathKind(path)]) for path in wishes.nice_paths if path not in wishes.must_paths]
    told += [_field((field,)) for field in wishes.nice_fields]
    told += [_near((Near.SAME_AREA,))] if wishes.nice_near else []
    told += [_trained(())] if wishes.nice_trained and not wishes.must_trained else []
    return told


def _musts_about_place(wishes: Wishes) -> list[str]:
    told = []
    if wishes.must_within == Near.SAME_AREA:
        told.append(_("Lives in their area"))
    elif wishes.must_within == Near.WITHIN_AN_HOUR:
        told.append(_("Lives within an hour of them"))
    if wishes.not_my_town:
        told.append(_("Does not live in their town"))
    if wishes.not_organisations:
        told.append(_("Does not come from certain organisations"))
    return told


def training(code: str) -> str:
    return str(Training(code).label)


def wait_in_words(usual: tuple[int, int] | None) -> str:
    """How long people here usually wait until somebody says yes, honestly."""
    if usual is None:
        return _("How long it takes until somebody says yes, we cannot know yet: too few people have asked here.")
    low, high = usual
    if low == 0:
        words = ngettext(
            "Most people who found somebody here in the last year waited up to %(high)d day.",
            "Most people who found somebody here in the last year waited up to %(high)d days.",
            high,
        )
    else:
        words = _("Most people who found somebody here in the last year waited between %(low)d and %(high)d days.")
    return words % {"low": low, "high": high}
