"""`./go soak`: for a long while many people at once, killed processes and broken input; then nothing may be wrong.

Every page may answer anything but an error of the server; web processes and the job worker are killed without
warning while people write; at the end both databases must be whole and every job done or honestly failed.
Afterwards the open data is asked everything that one can ask (`benchmarks/asking.py`), and the crowds of
`benchmarks/crowd.py` come, whose journals are compared with the rows.
"""

import argparse
import collections
import http.client
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import killing, site

PEOPLE = ["Amara", "Benoît", "Chloé"]
PAGES = [
    "/",
    "/training/",
    "/organisations/",
    "/work/",
    "/help-now/",
    "/plan/",
    "/matching/",
    "/me/",
    "/desk/",
    "/talk/",
]
FORMS = ["/plan/dream/", "/plan/hours/", "/plan/steps/new/", "/plan/paths/new/", "/me/about/words/", "/matching/ask/"]
FIELDS = ["text", "aim", "dream", "hours", "value", "words", "kind", "on"]
CSRF = "soaksoaksoaksoaksoaksoaksoaksoak"
ODD = ["", "é" * 5000, "<script>", "' OR 1=1 --", "\x00", "%", "🙂" * 50, "-1", "9" * 40, "../../etc/passwd", "{{ x }}"]
Seen = collections.Counter[int]


class Visitor(threading.Thread):
    """Somebody who reads, searches for odd things and sends broken forms until told to stop."""

    def __init__(self, port: int, cookie: str, seed: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.port, self.cookie, self.stop = port, cookie, stop
        self.chance = random.Random(seed)
        self.seen: Seen = collections.Counter()
        self.errors: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            method, path, body = self.next_request()
            try:
                self.note(self.ask(method, path, body), method, path)
            except (OSError, http.client.HTTPException):
                self.seen[0] += 1  # a killed process; the next question must be answered again
                time.sleep(0.2)

    def next_request(self) -> tuple[str, str, str]:
        path = f"/{self.chance.choice(['en', 'fr'])}{self.chance.choice(PAGES)}"
        odd = self.chance.choice(ODD)
        kind = self.chance.random()
        if kind < 0.6:
            return "GET", path, ""
        if kind < 0.85:
            return "GET", f"{path}?{urlencode({'q': odd, 'province': odd, 'page': odd})}", ""
        form = path if kind < 0.87 else f"/{self.chance.choice(['en', 'fr'])}{self.chance.choice(FORMS)}"
        told = {field: self.chance.choice([odd, "Ring the school", "4"]) for field in FIELDS}
        return "POST", form, urlencode(told | {"csrfmiddlewaretoken": CSRF})

    def ask(self, method: str, path: str, body: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        cookies = "; ".join(filter(None, [self.cookie, f"csrftoken={CSRF}"]))
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies}
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def note(self, status: int, method: str, path: str) -> None:
        self.seen[status] += 1
        if status >= 500:
            self.errors.append(f"{status} {method} {path[:120]}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="./go soak")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"soak: {options.minutes:g} minutes, seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="beenthere-soak-") as folder:
        site.prepare(Path(folder))
        import django

        django.setup()
        visitors = soak(options.minutes, random.Random(options.seed))
        wrong = (
            [line for visitor in visitors for line in visitor.errors]
            + killing.damaged(Path(os.environ["BEENTHERE_DATA_FOLDER"]))
            + lost_jobs()
        )
    seen = sum((visitor.seen for visitor in visitors), start=collections.Counter())
    print("answers:", ", ".join(f"{status or 'cut off'} × {count:,}" for status, count in sorted(seen.items())))
    print("\n".join(sorted(set(wrong))) or "Nothing was wrong.")
    later = (open_data(options.minutes, options.seed), spoiled(options.minutes, options.seed), crowds(options.seed))
    sys.exit(bool(wrong) | any(later))


def open_data(minutes: float, seed: int) -> int:
    """Everything that the description of the open data allows and forbids; an answer unlike it is a mistake."""
    seconds = str(max(60, int(60 * min(minutes, 10))))
    command = [sys.executable, "-m", "benchmarks.asking", "--seconds", seconds, "--seed", str(seed)]
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("BEENTHERE_", "DJANGO_"))}
    return subprocess.call(command, env=bare)


def spoiled(minutes: float, seed: int) -> int:
    """Files of jobs, broken in every way: none may break anything."""
    command = [sys.executable, "-m", "benchmarks.spoiling", str(min(minutes, 5)), "--seed", str(seed)]
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("BEENTHERE_", "DJANGO_"))}
    return subprocess.call(command, env=bare)


def crowds(seed: int) -> int:
    """Many people at once while the whole server is killed: fifty on SQLite, two hundred on PostgreSQL."""
    command = [sys.executable, "-m", "benchmarks.crowd", "--seed", str(seed)]
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("BEENTHERE_", "DJANGO_"))}
    small = subprocess.call(command, env=bare)
    return small | subprocess.call([*command, "--people", "200", "--database", "postgresql"], env=bare)


def soak(minutes: float, chance: random.Random) -> list[Visitor]:
    """Let people loose and kill processes; the visitors with what they saw."""
    port, stop = site.free_port(), threading.Event()
    cookies = ["", *(site.cookie_of(name) for name in PEOPLE)]
    worker = [sys.executable, "-m", "beenthere", "work", "--pause", "0.5"]
    with site.running(port) as server, ExitStack() as stack:
        job_worker = subprocess.Popen(worker)
        stack.callback(lambda: job_worker.kill())  # noqa: PLW0108  (whichever it is by then)
        visitors = [Visitor(port, cookies[each % len(cookies)], chance.randrange(10**9), stop) for each in range(8)]
        for visitor in visitors:
            visitor.start()
        end = time.monotonic() + minutes * 60
        while time.monotonic() < end:
            # The server gives up when one process dies twice within 5.5 seconds, as it should.
            time.sleep(min(chance.uniform(6, 10), max(0.1, end - time.monotonic())))
            if chance.random() < 0.5:
                job_worker.kill()
                job_worker.wait()
                job_worker = subprocess.Popen(worker)
            elif children := site.web_processes(server):
                os.kill(chance.choice(children), signal.SIGKILL)
        stop.set()
        for visitor in visitors:
            visitor.join(timeout=40)
        site.wait_for_answer(port, server)
    return visitors


def lost_jobs() -> list[str]:
    """Jobs that were due, are not done, and that nobody will take up again."""
    from beenthere.core import jobs
    from beenthere.core.models import Job

    given_up = Job.objects.filter(done_at=None, tries__gte=jobs.MOST_TRIES)
    return [f"job {each.name} was given up: {each.error}" for each in given_up]


if __name__ == "__main__":
    main()
