"""What the screens of a plan show: the road and the week, joined with the words that belong to them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.core.lists import and_list
from beenthere.people.models import Person
from beenthere.people.reads import names_of
from beenthere.plans import reads, road, week
from beenthere.plans.models import ChosenSupport, Path, Plan, Step, Suggestion
from beenthere.plans.templatetags.plan_words import day, hours

MOST_LANES = 8  # beyond these the road is told in words only
NARROW_FROM = 4
DONE_SHOWN = 3


class Picture:
    """A plan, ready to be shown to its owner."""

    def __init__(self, person: Person, *, everything: bool = False) -> None:
        self.plan: Plan = reads.plan_of(person)
        self.all_paths = list(Path.objects.visible_to(person))
        self.paths = [path for path in self.all_paths if path.is_on_the_road]
        self.past_paths = [path for path in self.all_paths if not path.is_on_the_road]
        self.steps = list(Step.objects.visible_to(person).prefetch_related("paths"))
        shown = None if everything else DONE_SHOWN
        self.others = reads.with_others(person, self.all_paths, self.steps)
        self.road = draw_road(self.paths, self.steps, self.others.names, done_shown=shown)
        self.week = draw_week(self.plan, self.paths)
        supports = ChosenSupport.objects.visible_to(person).select_related("training", "organisation", "service")
        self.supports = [support for support in supports if support.ended_on is None]
        self.past_supports = [support for support in supports if support.ended_on is not None]
        # One thing, not a list.
        self.next_step = next(iter(reads.ahead(self.steps, clock.today(person))), None)

    @property
    def is_blank(self) -> bool:
        """Nothing is written yet, which is always valid."""
        return not (self.plan.dream or self.all_paths or self.steps)

    @property
    def money_in(self) -> int:
        """What the paths under way bring in, a month."""
        return sum(path.money_in or 0 for path in self.paths if not path.is_resting)

    @property
    def money_out(self) -> int:
        """What the paths under way cost, a month."""
        return sum(path.money_out or 0 for path in self.paths if not path.is_resting)


class SharedPath:
    """One path as its reader sees it: aim, pace, steps and their days, and what this reader suggested. No more."""

    def __init__(self, path: Path, reader: Person) -> None:
        self.path = path
        # Who else suggested what is not this reader's business.
        self.road = draw_road([path], _steps_of(path), {reader.pk: reader.name}, done_shown=None)
        self.suggestions = list(Suggestion.objects.visible_to(reader).filter(author=reader, path=path))


@dataclass(frozen=True)
class Row:
    """One row of the road, with the path or the step that it tells."""

    place: road.Row
    lanes: tuple[str, ...]  # the classes that draw each lane
    stone: str  # the class that colours the stone
    path: Path | None
    step: Step | None
    serves: tuple[Path, ...]
    suggested_by: str

    @property
    def notes(self) -> list[str]:
        """What stands in small letters under a step."""
        if self.step is None:
            return []
        told = [_day_of(self.step)]
        if len(self.serves) > 1:
            told.append(_("counts for %(paths)s") % {"paths": and_list(self.serves)})
        if self.suggested_by:
            told.append(_("suggested by %(name)s") % {"name": self.suggested_by})
        return [each for each in told if each]


@dataclass(frozen=True)
class DrawnRoad:
    """The road as the template draws it."""

    rows: tuple[Row, ...]
    below: tuple[str, ...]
    classes: str
    loose: bool
    several: bool
    earlier: int


@dataclass(frozen=True)
class DrawnSegment:
    """A piece of the week with the path that takes it."""

    piece: week.Segment
    path: Path
    look: str


@dataclass(frozen=True)
class DrawnWeek:
    """The week as the template draws it."""

    bar: week.Week
    segments: tuple[DrawnSegment, ...]

    @property
    def in_words(self) -> str:
        """The picture as sentences, for those who hear it."""
        taken = [
            _("%(hours)s h for %(path)s") % {"hours": hours(each.piece.hours), "path": each.path}
            for each in self.segments
        ]
        told = _("Your week: %(taken)s.") % {"taken": and_list(taken) or _("nothing taken on yet")}
        return f"{told} {self.room_in_words}".strip()

    @property
    def room_in_words(self) -> str:
        """How what is taken on stands beside the hours there are; never a warning."""
        bar = self.bar
        if bar.have is None:
            return ""
        told = {"left": hours(bar.left), "beyond": hours(bar.beyond), "have": hours(bar.have)}
        if bar.beyond:
            return _("That is %(beyond)s h more than the %(have)s h you have.") % told
        if not bar.left:
            return _("That is all of the %(have)s h you have.") % told
        return _("Free: %(left)s h of your %(have)s h.") % told


def draw_road(
    paths: Sequence[Path], steps: Sequence[Step], names: Mapping[UUID, str], *, done_shown: int | None
) -> DrawnRoad:
    """Draw the paths and the steps that lie on them, or on none yet."""
    ways = [road.Way(str(path.pk), resting=path.is_resting) for path in paths]
    stones = [stone for step in steps if (stone := _stone(step, {way.key for way in ways})) is not None]
    laid = road.lay(ways, stones, done_shown=done_shown)
    looks = looks_of(paths)
    by_key: dict[str, Path | Step] = {str(path.pk): path for path in paths}
    by_key |= {str(step.pk): step for step in steps}
    rows = tuple(_row(place, by_key, paths, looks, names) for place in laid.rows)
    return DrawnRoad(
        rows=rows,
        below=tuple(_lane(cell, looks) for cell in road.passing(ways)),
        classes=_road_classes(laid.lanes),
        loose=laid.loose,
        several=any(len(row.serves) > 1 for row in rows),
        earlier=laid.earlier,
    )


def draw_week(plan: Plan, paths: Sequence[Path]) -> DrawnWeek:
    """Draw what the paths under way take beside the hours that the person has; what rests takes nothing."""
    here = {str(path.pk): path for path in paths if not path.is_resting}
    bar = week.lay(plan.hours, [week.Share(key, path.hours or 0) for key, path in here.items()])
    looks = looks_of(paths)
    return DrawnWeek(bar, tuple(DrawnSegment(piece, here[piece.key], looks[piece.key]) for piece in bar.segments))


def looks_of(paths: Sequence[Path]) -> dict[str, str]:
    """The classes that draw each path, by its id; the second and third of a kind have another stroke."""
    seen: Counter[str] = Counter()
    looks = {}
    for path in paths:
        again = seen[path.kind] % 3
        seen[path.kind] += 1
        stroke = f" again-{again}" if again else ""
        looks[str(path.pk)] = f"rest{stroke}" if path.is_resting else f"{path.kind}{stroke}"
    return looks


def road_of(path: Path) -> DrawnRoad:
    """One path by itself, for its owner."""
    steps = _steps_of(path)
    return draw_road([path], steps, _suggesters(steps), done_shown=None)


def _steps_of(path: Path) -> list[Step]:
    return list(path.steps.prefetch_related("paths"))


def _suggesters(steps: Sequence[Step]) -> dict[UUID, str]:
    return names_of(step.suggested_by_id for step in steps if step.suggested_by_id)


def _stone(step: Step, here: set[str]) -> road.Stone | None:
    """A step as a stone; one that serves only paths that have ended is not on the road any more."""
    serves = {str(path.pk) for path in step.paths.all()}
    if serves and not serves & here:
        return None
    return road.Stone(str(step.pk), frozenset(serves & here), step.on, step.done_on)


def _row(
    place: road.Row,
    by_key: Mapping[str, Path | Step],
    paths: Sequence[Path],
    looks: Mapping[str, str],
    names: Mapping[UUID, str],
) -> Row:
    thing = by_key[place.way or place.stone]
    lanes = tuple(_lane(cell, looks) for cell in place.cells)
    if isinstance(thing, Path):
        return Row(place, lanes, stone="", path=thing, step=None, serves=(), suggested_by="")
    served = {path.pk for path in thing.paths.all()}
    serves = tuple(path for path in paths if path.pk in served)
    stone = "several" if len(serves) > 1 else looks[str(serves[0].pk)] if serves else "loose"
    suggested_by = names.get(thing.suggested_by_id, "") if thing.suggested_by_id else ""
    return Row(place, lanes, stone=stone, path=None, step=thing, serves=serves, suggested_by=suggested_by)


def _lane(cell: road.Cell, looks: Mapping[str, str]) -> str:
    state = "begins" if cell.begins else "runs" if cell.runs else "not-yet"
    return f"{looks[cell.way]} {state}"


def _road_classes(lanes: int) -> str:
    if lanes > MOST_LANES:
        return "in-words"
    return f"lanes-{lanes} narrow" if lanes >= NARROW_FROM else f"lanes-{lanes}"


def _day_of(step: Step) -> str:
    if step.done_on:
        return _("done %(day)s") % {"day": day(step.done_on)}
    if step.on is None:
        return ""
    # A day that has passed is a fact and no reproach.
    words = _("was for %(day)s") if step.on < clock.today() else _("by %(day)s")
    return words % {"day": day(step.on)}
