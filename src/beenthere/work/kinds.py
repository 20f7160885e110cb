"""The four kinds of path. None stands above another."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class PathKind(TextChoices):
    """What somebody walks towards; the same person may walk several at once."""

    JOB = "job", pgettext_lazy("kind of path", "A job")
    LEARNING = "learning", pgettext_lazy("kind of path", "Learning")
    SELF_EMPLOYMENT = "self_employment", pgettext_lazy("kind of path", "Working for myself")
    OWN = "own", pgettext_lazy("kind of path", "My own path")
