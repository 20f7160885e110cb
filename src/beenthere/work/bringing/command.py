"""What the commands that bring in files about work share."""

import re
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from beenthere.core.fetching import NotFetched, at_hand, is_address
from beenthere.core.importing import Report
from beenthere.core.kept import forget
from beenthere.work.bringing.all import BY_NAME, Kind, NotKnown, bring_in, finish, kind_of
from beenthere.work.bringing.reading import Given, Told

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
MOST_BAD = 20
Say = Callable[[str], object]


@dataclass(frozen=True)
class Options:
    """What the operator told about the files."""

    source: str = ""
    date: str = ""
    language: str = "en"
    kind: str = ""

    @classmethod
    def of(cls, told: Mapping[str, object]) -> "Options":
        """Read them off the arguments of a command."""
        return cls(*(str(told[name] or "") for name in ("source", "date", "language", "kind")))


def add_arguments(parser: ArgumentParser) -> None:
    """What may be told about the files."""
    parser.add_argument("files", nargs="+", metavar="PATH", help="files, folders or addresses")
    parser.add_argument("--source", default="", help="where they are published, as people can open it")
    parser.add_argument("--date", default="", help="of when they are (default: the years in the name of the file)")
    parser.add_argument("--language", choices=["en", "fr"], default="en", help="in which language its texts are")
    parser.add_argument("--as", dest="kind", choices=sorted(BY_NAME), help="what a file is, if its columns do not tell")


def named(files: Sequence[str]) -> list[tuple[str, bool]]:
    """Every file, and whether it was meant by itself; a folder is all the tables in it."""
    found = list[tuple[str, bool]]()
    for each in files:
        is_folder = not is_address(each) and Path(each).is_dir()
        inside = (
            sorted(file for ending in ("csv", "xml") for file in Path(each).rglob(f"*.{ending}")) if is_folder else []
        )
        found += [(str(file), False) for file in inside] or [(each, True)]
    return found


def run(files: Sequence[str], allowed: Sequence[str], options: Options, say: Say) -> bool:
    """Bring in all files, those first that others need; tell whether each that was named could be read."""
    well, todo = True, list[tuple[bool, str, Path, Kind]]()
    with ExitStack() as stack:
        for name, is_meant in named(files):
            try:
                file = stack.enter_context(at_hand(name))
                found = BY_NAME[options.kind] if options.kind else kind_of(file)
                if found.edition not in allowed:
                    raise NotKnown(_("another command brings it in"))
            except (NotFetched, NotKnown) as error:
                say(f"{name}: {error}\n")
                well = well and not is_meant
            else:
                todo.append((not found.first, name, file, found))
        for _later, name, file, found in sorted(todo, key=lambda each: each[:2]):
            _one(name, Given(file, options.language, *_source(name, options)), found, say)
    forget()
    return well


def _source(name: str, options: Options) -> tuple[str, str]:
    """Where it is from, and of when."""
    dated = options.date or "–".join(dict.fromkeys(YEAR.findall(Path(name).name)))
    return options.source or (name if is_address(name) else ""), dated[:40]


def _one(name: str, given: Given, kind: Kind, say: Say) -> None:
    told = Told()
    for told in bring_in(given, kind):
        say(f"\r{Path(name).name}: {told.read} read")
    for done in finish(told):
        say(f"\r{Path(name).name}: {done} made findable")
    say(f"\n{_shortened(told.report)}\n")
    if told.old:
        say(_("%(number)d too old to count on were left out") % {"number": told.old} + "\n")


def _shortened(report: Report) -> str:
    """A file of another kind may have a bad row after the other."""
    lines = str(report).split("\n")
    more = len(lines) - 1 - MOST_BAD
    return "\n".join([*lines[: MOST_BAD + 1], *([f"… {more} more"] if more > 0 else [])])
