"""A file of very many rows, from its bytes to published records: time of each phase and peak memory, on each database.

The product's own actions and jobs do all of it, as a committee would have them done; rows are made up.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import killing

if TYPE_CHECKING:
    from beenthere.training.models import ImportBatch

HEADER = (
    "Nom;Organisme;Province;Ville;Langue;Mode;Heures;Coût;Préalables;Public cible;Site web;Date de début;Source;Notes"
)
FIRST = ["Écoute", "Présence", "Marcher", "Recovery", "Wellness", "Circle", "Entraide", "Hope", "Rive", "Pont", "Aube"]
SECOND = ["active", "together", "ensemble", "north", "lakes", "du fleuve", "of care", "des saisons", "et partage"]
PLACES = [
    ("Québec", "Montréal"),
    ("N.-B.", "Moncton"),
    ("Ontario", "Ottawa"),
    ("Nunavut", "Iqaluit"),
    ("BC", "Victoria"),
]


def main() -> None:
    """In a process of its own, since its memory is measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int, nargs="?", default=50_000)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    data = made_up(options.rows)
    with tempfile.TemporaryDirectory(prefix="beenthere-import-") as folder, ExitStack() as stack:
        prepare(Path(folder), options.database, stack)
        print(f"{options.rows:,} rows, {len(data) / 1024**2:.1f} MB, {options.database}", flush=True)
        before = _megabytes()
        first = _whole(data)
        print(f"{'all of it':28}{first:8.1f} s   aim: under 60 s for 50,000", flush=True)
        print(f"{'peak memory':28}{_megabytes():8.0f} MB  aim: under 300 MB; {before:.0f} MB before", flush=True)
        _again(data)
        killing.let_go()


def prepare(folder: Path, database: str, stack: ExitStack) -> None:
    """Empty tables, made by another process, so that this one's memory is its own."""
    killing.point_at(folder, database, stack)
    code = "import django; django.setup(); from beenthere.home import standing; standing.make_tables()"
    subprocess.run([sys.executable, "-c", code], check=True)
    import django

    django.setup()
    from beenthere.core.memory import settle

    settle()  # as the worker does


def made_up(rows: int) -> bytes:
    """A messy French sheet as Windows writes it."""
    random, lines = Random(4), [HEADER]
    for number in range(rows):
        province, city = random.choice(PLACES)
        name = f"{random.choice(FIRST)} {random.choice(SECOND)} {number}"
        giver = f"Organisme {number % 5000}"
        lines.append(
            f"{name};{giver};{province};{city};{random.choice(['français', 'anglais', 'bilingue'])};"
            f"{random.choice(['en ligne', 'présentiel', 'hybride'])};{random.randint(5, 90)} h;"
            f"1 {random.randint(100, 999)},50 $;Expérience vécue;adultes;"
            f"exemple{number % 5000}.org/formations/{number};"
            f"{random.randint(1, 28)}/{random.randint(1, 12)}/2027;https://exemple.org/{number};"
            f"Groupe de {random.randint(4, 20)} personnes"
        )
    return "\r\n".join(lines).encode("cp1252")


def _whole(data: bytes) -> float:
    """Bring, read, publish, compare; gives the seconds of all of it."""
    from beenthere.core.search import writing
    from beenthere.core.tables import survey
    from beenthere.training.actions import importing as actions
    from beenthere.training.importing import bringing, lookalikes
    from beenthere.training.models import Training
    from beenthere.training.tests.make import researcher

    longest = [_timed(bringing, "_keep"), _timed(bringing, "_publish"), _timed(writing, "_write")]
    ravi, rosa = researcher("Ravi"), researcher("Rosa")
    began = time.perf_counter()
    with phase("look through the file"):
        found = survey(data)
    with phase("keep it"):
        batch = actions.bring_file(by=ravi, name="liste.csv", packed=zlib.compress(data, 1), found=found)
    actions.name_columns(by=ravi, batch=batch, targets=batch.targets)
    with phase("read it and judge each row"):
        until_done(bringing.read_for, batch)
    actions.send_to_readers(by=ravi, batch=batch)
    actions.publish_import(by=rosa, batch=batch)
    with phase("publish"):
        until_done(bringing.publish_for, batch)
    taken = time.perf_counter() - began
    batch.refresh_from_db()
    slowest = 1000 * max(map(max, longest))
    print(f"{'':28}{Training.objects.count():8,} records; {batch.counts}; longest writing {slowest:.0f} ms (aim: 200)")
    with phase("look for duplicates"):
        pairs = lookalikes.look_at_changed()
    print(f"{'':28}{pairs:8,} pairs to look at")
    return taken


def _again(data: bytes) -> None:
    """The same file once more: nothing may change."""
    from beenthere.core.tables import survey
    from beenthere.orgs.models import Membership, Role
    from beenthere.training.actions import importing as actions
    from beenthere.training.importing import bringing
    from beenthere.training.models import Revision

    ravi, before = Membership.objects.filter(role=Role.RESEARCH)[0].person, Revision.objects.count()
    with phase("the same file once more"):
        batch = actions.bring_file(by=ravi, name="liste.csv", packed=zlib.compress(data), found=survey(data))
        actions.name_columns(by=ravi, batch=batch, targets=batch.targets)
        until_done(bringing.read_for, batch)
    batch.refresh_from_db()
    print(f"{'':28}{Revision.objects.count() - before:8,} changes; {batch.counts}", flush=True)


def until_done(step: Callable[..., bool], batch: "ImportBatch") -> None:
    """As the worker does: a while at a time."""
    while step(batch.pk):
        pass


def _timed(module: object, name: str) -> list[float]:
    """How long each call of a function took, from now on."""
    taken, function = [0.0], getattr(module, name)

    def timed(*given: object) -> object:
        began = time.perf_counter()
        try:
            return function(*given)
        finally:
            taken.append(time.perf_counter() - began)

    setattr(module, name, timed)
    return taken


@contextmanager
def phase(name: str) -> Iterator[None]:
    """Print how long it took, and how much of that this process calculated."""
    began, worked = time.perf_counter(), time.process_time()
    yield
    taken, worked = time.perf_counter() - began, time.process_time() - worked
    print(f"{name:28}{taken:8.1f} s   {worked:.1f} s of it calculating; {_megabytes():.0f} MB", flush=True)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


if __name__ == "__main__":
    main()
