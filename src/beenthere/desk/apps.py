from collections.abc import Iterable
from uuid import UUID

from django.apps import AppConfig
from django.utils.translation import gettext as _

from beenthere.core import things

DESK_LINE = "desk.line"


def names_of_lines(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What a line on a desk is called in the read log of the person who waits."""
    return dict.fromkeys(ids, _("that you wait, on an organisation’s desk"))


class DeskConfig(AppConfig):
    name = "beenthere.desk"
    label = "desk"

    def ready(self) -> None:
        things.register(DESK_LINE, names_of_lines)
