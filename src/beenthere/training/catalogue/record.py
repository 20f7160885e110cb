"""The page of one training: its facts in groups, from which source each one comes, and what no source says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from beenthere.training.catalogue import classification, facts
from beenthere.training.catalogue.labels import LABELS
from beenthere.training.catalogue.writing import facts_of
from beenthere.training.models import Revision, Training

LENGTHS = ("hours", "days", "weeks", "sessions", "credits")
FIRST = ("provider", "audience", "where", "delivery", "languages", "cost", "cost_help", "starts", "starts_on", "phone")
TAKING_PART = (
    "prerequisites", "mandatory", "practicum", "credential", "recognised_by", "teachers", "peer_run", "accessibility",
)  # fmt: skip
WHERE = ("city", "province")
SHOWN = (*FIRST, *LENGTHS, *TAKING_PART)


@dataclass(frozen=True)
class Told:
    """One fact on the page; with its own source if that is not the record's main one."""

    label: str
    value: str
    source: Revision | None = None


@dataclass(frozen=True)
class From:
    """One source, when it was written here, whether somebody checked it, and the facts that come from it."""

    revision: Revision
    checked: bool
    labels: list[str]


@dataclass(frozen=True)
class Record:
    """Everything that the page of a training tells."""

    first: list[Told]
    lengths: list[Told]
    band: str
    taking_part: list[Told]
    unstated: list[str]
    sources: list[From]


def record_of(training: Training) -> Record:
    """Gather what the page tells; the history is read once."""
    newest = newest_revisions(training.revisions.public())
    return Record(
        _told(training, FIRST, newest),
        _told(training, LENGTHS, newest),
        band(training),
        _told(training, TAKING_PART, newest),
        _unstated(training),
        _sources(training, newest),
    )


def newest_revisions(revisions: Iterable[Revision]) -> dict[str, Revision]:
    """The last revision that wrote each fact."""
    return {name: revision for revision in revisions for name in revision.facts}


def value_of(training: Training, name: str) -> str:
    """One fact of a page as words; the place is told as one."""
    return facts.where(training) if name == "where" else facts.of(training, name)


def label_of(training: Training, name: str) -> str:
    """What a fact of a page is called."""
    return _("Where") if name == "where" else facts.label(training, name)


def plain_label(name: str) -> str:
    """What a fact of a page is called, whatever the training."""
    return _("Where") if name == "where" else str(LABELS[name])


def last_number(training: Training) -> int:
    """The number of its last revision: as long as that is the same, it says the same."""
    return int(training.revisions.aggregate(last=Max("number"))["last"] or 0)


def as_of(training: Training, number: int | None) -> tuple[int, dict[str, Any]]:
    """What the record said at one of its revisions, or what it says now; and the number of that revision."""
    said, last = facts_of(training), 0
    revisions = list(training.revisions.public())
    for revision in reversed(revisions):
        if number is None or revision.number <= number:
            last = revision.number
            break
    return last, said | {
        name: value
        for revision in revisions
        if revision.number <= last
        for name, value in revision.facts.items()
        if number is not None
    }


def band(training: Training) -> str:
    """Tell a length that can be compared, and how it was reached; nothing if no length is stated at all."""
    found = classification.band_of(training)
    if found.how == "nothing":
        return ""
    if found.hours is None:
        return _("cannot be compared: the source does not count in hours")
    how = _("from the hours that the source gives")
    if found.how == "each-week":
        how = _("from the hours a week and the number of weeks that the source gives: %(sum)s") % {"sum": found.words}
    return f"{_hours(*found.hours)} ({how})"


def _hours(least: float, most: float) -> str:
    if least == 0:
        return _("up to %(most)d hours") % {"most": most}
    if most == float("inf"):
        return _("more than %(least)d hours") % {"least": least}
    return _("more than %(least)d and up to %(most)d hours") % {"least": least, "most": most}


def _told(training: Training, names: Iterable[str], newest: dict[str, Revision]) -> list[Told]:
    return [
        Told(label_of(training, name), value, _own_source(training, name, newest))
        for name in names
        if (value := value_of(training, name))
    ]


def _own_source(training: Training, name: str, newest: dict[str, Revision]) -> Revision | None:
    revision = _revision_of(name, newest)
    main = (training.source_url, training.source_date)
    return revision if revision and (revision.source_url, revision.source_date) != main else None


def _revision_of(name: str, newest: dict[str, Revision]) -> Revision | None:
    if name != "where":
        return newest.get(name)
    return max((newest[one] for one in WHERE if one in newest), key=lambda row: row.number, default=None)


def _unstated(training: Training) -> list[str]:
    """What no source says; the units of length count as one, because one of them is enough."""
    has_length = any(getattr(training, name) for name in LENGTHS)
    names = [name for name in SHOWN if name not in LENGTHS and name not in {"starts_on", "phone"}]
    labels = [label_of(training, name) for name in names if not value_of(training, name)]
    return labels if has_length else [*labels, _("How long")]


def _sources(training: Training, newest: dict[str, Revision]) -> list[From]:
    """The sources with the facts that come from each, the newest last, as the history tells."""
    found: dict[tuple[str, str, bool], From] = {}
    for name, revision in _stated(training, newest):
        checked = _is_checked(training, revision)
        key = (revision.source_url, revision.source_date, checked)
        found.setdefault(key, From(revision, checked, [])).labels.append(label_of(training, name))
    return sorted(found.values(), key=lambda one: one.revision.number)


def _stated(training: Training, newest: dict[str, Revision]) -> Iterator[tuple[str, Revision]]:
    for name in (*SHOWN, "notes"):
        revision = _revision_of(name, newest)
        if revision and value_of(training, name):
            yield name, revision


def _is_checked(training: Training, revision: Revision) -> bool:
    """Checked by itself, or with the whole record since."""
    return revision.checked or bool(training.checked_on and revision.at.date() <= training.checked_on)
