"""The open data of 100,000 records: how fast it comes, and what it costs in memory, on each database.

From the product's own server, so that what the server keeps counts too; once at full speed, and once by a line that
takes its time, which shows whether anything piles up behind it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import killing, site

if TYPE_CHECKING:
    from beenthere.training.models import Training

ADDRESSES = ("/data/training.csv", "/data/training.json")
BULK = 2000
PIECE = 256 * 1024
SLOW = 4_000_000  # bytes a second


def main() -> None:
    """In a process of its own for each database."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.opendata")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--database", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    if options.database is None:
        for database in ("sqlite", "postgresql"):
            command = [sys.executable, "-m", "benchmarks.opendata", "--records", str(options.records)]
            subprocess.run([*command, "--database", database], check=True)
        return
    with tempfile.TemporaryDirectory(prefix="beenthere-opendata-") as folder, ExitStack() as stack:
        killing.prepared(Path(folder), options.database, stack).kill()
        write(options.records)
        measure(options.records, options.database)
        killing.let_go()


def write(number: int) -> None:
    """Records like the real ones, written in bulk."""
    from beenthere.training.models import Training

    real, made = list(Training.objects.all()), iter(range(number - Training.objects.count()))
    while some := list(islice(made, BULK)):
        Training.objects.bulk_create(_like(real, some))


def _like(real: "list[Training]", numbers: list[int]) -> "Iterator[Training]":
    from uuid import uuid4

    from beenthere.training.catalogue.writing import FACTS
    from beenthere.training.models import Training

    dice = Random(numbers[0])
    for each in numbers:
        one = dice.choice(real)
        facts = {name: getattr(one, name) for name in FACTS} | {"name": f"{one.name} {each}"}
        yield Training(uid=uuid4(), slug=f"made-{each}", source_url=one.source_url, source_date="2026", **facts)


def measure(records: int, database: str) -> None:
    """Each address at full speed and slowly, with the memory of the web process that had most."""
    port = site.free_port()
    with site.running(port) as server:
        for address in ADDRESSES:
            take(port, f"{address}?changed_since=2099-01-01")  # what is loaded once
        before = max(site.megabytes_per_web_process(server))
        for address in ADDRESSES:
            for speed in (0, SLOW):
                with watching(server) as seen:
                    seconds, size, first = take(port, address, speed)
                how = f"at {speed / 1e6:.0f} MB/s" if speed else "at once"
                print(
                    f"{records:,} on {database:10} {address:20} {how:9}: {seconds:5.1f} s, {size / 1e6:.0f} MB, "
                    f"{size / 1e6 / seconds:.1f} MB/s, first piece after {1000 * first:.0f} ms; web process "
                    f"{max(seen):.0f} MB at most, {before:.0f} MB before",
                    flush=True,
                )


def take(port: int, address: str, speed: int = 0) -> tuple[float, int, float]:
    """Download it: seconds, bytes, and seconds to the first piece."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    began, size, first = time.perf_counter(), 0, 0.0
    connection.request("GET", address)
    answer = connection.getresponse()
    if answer.status != 200:
        raise SystemExit(f"{address}: {answer.status}")
    while piece := answer.read(PIECE):
        size += len(piece)
        first = first or time.perf_counter() - began
        if speed:
            time.sleep(max(0.0, size / speed - (time.perf_counter() - began)))
    connection.close()
    return time.perf_counter() - began, size, first


class watching:  # noqa: N801  (it reads as a sentence)
    """The memory of the largest web process, several times a second."""

    def __init__(self, server: "subprocess.Popen[bytes]") -> None:
        self.server, self.seen, self.over = server, [0.0], threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self.over.wait(0.2):
            self.seen.append(max(site.megabytes_per_web_process(self.server)))

    def __enter__(self) -> list[float]:
        self.thread.start()
        return self.seen

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()


if __name__ == "__main__":
    os.nice(5)
    main()
