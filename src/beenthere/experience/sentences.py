"""Who sees what was just kept, in one plain sentence."""

from django.utils.translation import gettext, ngettext

from beenthere.core.lists import and_list
from beenthere.experience.models import LivedExperience, Part, Shown


def about_part(part: str, shown: str, companions: list[str], *, is_empty: bool) -> str:
    """Say who sees a part of “about me” now."""
    if is_empty:
        return gettext("It stays empty. That is fine.")
    if shown == Shown.ME:
        return gettext("Saved. Only you see this. It helps your own suggestions.")
    if shown == Shown.AFTER_YES:
        return after_yes(companions)
    if part == Part.AREA:
        return gettext(
            "Saved. People you ask, and people who may ask you, learn how near you are and never the place. "
            "After a yes the person you walk with sees the place."
        )
    return gettext("Saved. People you ask, and people who may ask you, can see this, and so can whom you walk with.")


def after_yes(companions: list[str]) -> str:
    """Say who sees now what is shown after a yes."""
    if not companions:
        return gettext("Saved. Nobody sees this now. After a yes, the person you walk with will.")
    return gettext("Saved. Seen now by: %(names)s. Nobody else.") % {"names": and_list(companions)}


def lived(rows: list[LivedExperience]) -> str:
    """Say who sees how many of a person's words."""
    counts = {shown: sum(row.shown == shown for row in rows) for shown in LivedExperience.Shown}
    only_me, after_yes, on_offer = (counts[shown] for shown in LivedExperience.Shown)
    told = [
        (only_me, ngettext("Only you see %(n)d of these words.", "Only you see %(n)d of these words.", only_me)),
        (
            after_yes,
            ngettext(
                "The person you walk with sees %(n)d of them, after a yes.",
                "The person you walk with sees %(n)d of them, after a yes.",
                after_yes,
            ),
        ),
        (
            on_offer,
            ngettext(
                "%(n)d may be told as a reason, before a yes.",
                "%(n)d may be told as reasons, before a yes.",
                on_offer,
            ),
        ),
    ]
    again = [gettext("When you ask, you choose again which words go along.")] if rows else []
    return " ".join([*(sentence % {"n": count} for count, sentence in told if count), *again])
