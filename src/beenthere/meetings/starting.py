"""The text with which two people may start: theirs to change, and nothing holds before one of them keeps it."""

from django.utils.translation import gettext as _
from django.utils.translation import override


def words(language: str) -> dict[str, str]:
    """The four parts in one language."""
    with override(language):
        return {
            "how_often": _("Once a week, for about an hour. Either of us may skip one; a short word before is kind."),
            "how_we_meet": _(
                "By phone or video, or in a public place. We choose the day together. Messages here are for finding a "
                "time; neither of us has to answer the same day."
            ),
            "what_we_write_down": _(
                "Nothing, unless we both want it. If we write something down, both of us see it. What we tell each "
                "other stays between us, unless a life is in danger; then we say so to each other first, if we can."
            ),
            "how_it_ends": _(
                "Whenever one of us wants it, without a reason. If we can, we meet once more to say goodbye. After "
                "three months we ask each other whether this still helps."
            ),
        }
