"""The same records served by Datasette (PyPI), which publishes tables with search, counts and facets.

It is installed into a folder that is thrown away. It gets an index of the same texts (FTS5), the same four facets, all
the time it wants, and is spared the suggesting of facets. Its page is asked for as JSON and as HTML, with the same
words; the faster of the two is what we are measured against.
"""

import os
import sqlite3
import subprocess
import sys
import urllib.parse
from pathlib import Path

from benchmarks import beside, catalogue, load, site

DATASETTE = "datasette==0.65.5"
FACETS = "".join(f"&_facet={name}" for name in ("language", "delivery", "audience", "cost"))
COLUMNS = ("slug", "name", "provider", "city", "province", "notes", "language", "delivery", "audience", "cost")
SETTINGS = {"sql_time_limit_ms": "20000", "facet_time_limit_ms": "20000", "suggest_facets": "off"}


def tell(folder: Path, seconds: float, ours: float) -> None:
    """Measure it and print it beside ours."""
    if not install(folder):
        print(f"beside Datasette: skipped, because {DATASETTE} cannot be had here")
        return
    file, port = make_database(folder), site.free_port()
    settings = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
    command = [
        str(folder / "datasette/bin/datasette"),
        "serve",
        str(file),
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        *settings,
    ]
    with beside.started(command, dict(os.environ)) as (process, _began):
        site.wait_for_answer(port, process, "/-/versions.json")
        best = 0.0
        for kind in (".json", ""):
            asked = [f"/records/trainings{kind}?_search={words}&_size=15{FACETS}" for words in searches()]
            figure = load.measure_many(port, asked, "", seconds)
            name = f"{DATASETTE} as {'JSON' if kind else 'HTML'}"
            print(f"{name}: {figure.per_second:,.1f} req/s, p95 {figure.p95_ms:.0f} ms", flush=True)
            best = max(best, figure.per_second)
        memory = sum(site.pss(each) for each in beside.family(process.pid))
    print(f"{DATASETTE}: {memory:.0f} MB PSS; ours answers {ours / best:.1f} times as many (aim: 5)", flush=True)


def install(folder: Path) -> bool:
    """Put Datasette into a folder that goes when this ends."""
    uv, python = beside.ROOT / ".uv/bin/uv", folder / "datasette/bin/python"
    steps: list[list[str | Path]] = [
        [uv, "venv", "--quiet", "--python", sys.executable, folder / "datasette"],
        [uv, "pip", "install", "--quiet", "--system-certs", "--python", python, DATASETTE],
    ]
    return all(subprocess.call(step) == 0 for step in steps)


def make_database(folder: Path) -> Path:
    """The rows as a table, with an index of their words and one of each facet."""
    file = folder / "records.db"
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TABLE trainings ({', '.join(COLUMNS)})")
        marks = ", ".join(f":{name}" for name in COLUMNS)
        database.executemany(f"INSERT INTO trainings VALUES ({marks})", catalogue.rows())
        for name in ("language", "delivery", "audience", "cost"):
            database.execute(f"CREATE INDEX by_{name} ON trainings ({name})")
        texts = "name, provider, city, notes"
        database.execute(f"CREATE VIRTUAL TABLE trainings_fts USING fts5({texts}, content='trainings')")
        database.execute(f"INSERT INTO trainings_fts(rowid, {texts}) SELECT rowid, {texts} FROM trainings")
    return file


def searches() -> list[str]:
    """The words of the very pages that we are asked for, without those that have none."""
    from beenthere.training.models import Training

    asked = catalogue.addresses(Training.objects.count())
    words = [urllib.parse.parse_qs(address.partition("?")[2]).get("q", [""])[0] for address in asked]
    return [urllib.parse.quote(each) for each in words if each]
