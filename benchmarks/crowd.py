"""Many people at once ask, answer, change, write and block, while the whole server is killed again and again.

Everybody keeps a journal of what the site acknowledged, and sends a form again when its answer never came. At the end
the rows are compared with the journals: nothing acknowledged is lost, nothing sent again has landed twice.
"""

import argparse
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

from benchmarks import killing

ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
CSRF = "soaksoaksoaksoaksoaksoaksoaksoak"
PATIENCE = 60.0  # seconds for which somebody sends one form again


class Answer(NamedTuple):
    """What came back: the status, where it leads, the page."""

    status: int
    location: str
    page: str


class Note(NamedTuple):
    """One thing that the site acknowledged: what was done, to what, with which words."""

    deed: str
    thing: str
    words: str


@dataclass
class Journal:
    """What one person was told, and how long each answer took."""

    notes: list[Note] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seen: Counter[int] = field(default_factory=Counter)
    again: int = 0


class Someone(threading.Thread):
    """A person with a browser that is already signed in."""

    def __init__(self, port: int, cookie: str, seed: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.port, self.cookie, self.stop = port, cookie, stop
        self.chance = random.Random(seed)
        self.journal = Journal()

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                self.does_something()
            except TimeoutError as error:
                self.journal.wrong.append(str(error))
            time.sleep(self.chance.uniform(0.05, 0.4))

    def does_something(self) -> None:
        raise NotImplementedError

    def looks_at(self, path: str) -> str:
        return self.asks("GET", path, "").page

    def sends(self, path: str, **fields: str) -> Answer:
        """Send one form; the very same one again, if no answer came, until one comes."""
        return self.asks("POST", path, urlencode(fields | {"csrfmiddlewaretoken": CSRF}))

    def asks(self, method: str, path: str, body: str) -> Answer:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            start = time.perf_counter()
            try:
                answer = self._once(method, path, body)
            except (OSError, HTTPException):
                self.journal.again += method == "POST"
                time.sleep(0.1)
                continue
            self.journal.took.append(time.perf_counter() - start)
            self.journal.seen[answer.status] += 1
            if answer.status >= 500:
                self.journal.wrong.append(f"{answer.status} {method} {re.sub(ID, '<id>', path)}")
            return answer
        raise TimeoutError(f"no answer in {PATIENCE:.0f} s: {method} {re.sub(ID, '<id>', path)}")

    def _once(self, method: str, path: str, body: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        headers["Cookie"] = f"{self.cookie}; csrftoken={CSRF}"
        try:
            connection.request(method, path, body or None, headers)
            came = connection.getresponse()
            return Answer(came.status, came.headers.get("Location", ""), came.read().decode(errors="replace"))
        finally:
            connection.close()

    def notes(self, deed: str, thing: str = "", words: str = "") -> None:
        self.journal.notes.append(Note(deed, thing, words))

    def writes_to_whom_they_walk_with(self, page: str) -> None:
        """One message; its form carries a token, so that it counts once however often it is sent."""
        for person in sorted(set(re.findall(rf'href="/en/talk/({ID})/"', page))):
            token = re.search(rf'name="form_token" value="({ID})"', self.looks_at(f"/en/talk/{person}/"))
            words = f"message {uuid4()}"
            if token and self.sends(f"/en/talk/{person}/", text=words, form_token=token[1]).status == 302:
                self.notes("wrote", token[1], words)


class Asker(Someone):
    """Asks, chooses, changes, takes back, writes, ends, and now and then blocks."""

    def does_something(self) -> None:
        page = self.looks_at("/en/matching/")
        walks = sorted(set(re.findall(rf"/en/matching/with/({ID})/", page)))
        mine = re.search(rf'href="/en/matching/({ID})/"', page)
        if walks and self.chance.random() < 0.5:
            self.walks_on(self.chance.choice(walks))
        elif mine:
            self.looks_after(mine[1])
        else:
            self.asks_for_somebody()

    def asks_for_somebody(self) -> None:
        words = f"request {uuid4()}"
        answer = self.sends("/en/matching/ask/", words=words)
        if made := re.fullmatch(rf"/en/matching/({ID})/", answer.location):
            self.notes("asked", made[1], words)

    def looks_after(self, request: str) -> None:
        page = self.looks_at(f"/en/matching/{request}/")
        offers = sorted(set(re.findall(rf'name="place-({ID})"', page)))
        chance = self.chance.random()
        if offers and chance < 0.7:
            chosen = self.chance.sample(offers, min(3, len(offers)))
            places = {f"place-{offer}": str(place) for place, offer in enumerate(chosen, start=1)}
            self.sends(f"/en/matching/{request}/choose/", **places)
        elif offers and chance < 0.85:
            self.sends(f"/en/matching/{request}/change/", words=f"changed {uuid4()}")
        elif chance < 0.9:
            self.sends(f"/en/matching/{request}/choose-again/")
        elif chance < 0.95:
            self.answers_a_question(page)
        elif self.sends(f"/en/matching/{request}/withdraw/").location == "/en/matching/":
            self.notes("took back", request)

    def answers_a_question(self, page: str) -> None:
        for asked in re.findall(rf"/en/matching/question/({ID})/", page)[:1]:
            self.sends(f"/en/matching/question/{asked}/", text=f"answer {uuid4()}")

    def walks_on(self, match: str) -> None:
        page = self.looks_at(f"/en/matching/with/{match}/")
        chance = self.chance.random()
        if chance < 0.6:
            self.writes_to_whom_they_walk_with(page)
        elif chance < 0.95:
            if self.sends(f"/en/matching/with/{match}/end/").status == 302:
                self.notes("ended", match)
        elif self.sends(f"/en/matching/with/{match}/apart/").location == "/en/matching/":
            self.notes("blocked", match)


class Supporter(Someone):
    """Answers whoever asks: mostly yes; or a question, or a kind pass."""

    def does_something(self) -> None:
        page = self.looks_at("/en/matching/asks/")
        asked = sorted(set(re.findall(rf'href="/en/matching/asks/({ID})/"', page)))
        if asked:
            self.answers(self.chance.choice(asked))
        else:
            self.writes_to_whom_they_walk_with(self.looks_at("/en/matching/"))

    def answers(self, ask: str) -> None:
        chance, words = self.chance.random(), f"answer {uuid4()}"
        if chance < 0.65:
            answer = self.sends(f"/en/matching/asks/{ask}/yes/")
            if made := re.fullmatch(rf"/en/matching/with/({ID})/", answer.location):
                self.notes("said yes", ask, made[1])
        elif chance < 0.8:
            self.sends(f"/en/matching/asks/{ask}/question/", text=words)
        elif self.sends(f"/en/matching/asks/{ask}/pass/", text=words).location == "/en/matching/asks/":
            self.notes("passed", ask, words)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crowd")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="beenthere-crowd-")))
        server = killing.prepared(folder, options.database, stack)
        journals = crowd(server, options)
        stack.callback(server.kill)
        wrong = [line for each in journals for line in each.wrong] + compared(journals)
        wrong += killing.damaged(folder / "data") if options.database == "sqlite" else []
        killing.let_go()
    told(options, journals)
    print(
        "\n".join(f"WRONG: {line} (× {count})" for line, count in Counter(wrong).most_common(20))
        or "Nothing was wrong."
    )
    sys.exit(bool(wrong))


def crowd(server: killing.Server, options: argparse.Namespace) -> list[Journal]:
    """Let everybody loose, kill the server so many times, and let each finish what they were doing."""
    from benchmarks import keeping

    chance, stop = random.Random(options.seed), threading.Event()
    askers, supporters = keeping.people(options.people)
    kinds = [*((Asker, cookie) for cookie in askers), *((Supporter, cookie) for cookie in supporters)]
    everybody = [kind(server.port, cookie, chance.randrange(10**9), stop) for kind, cookie in kinds]
    for each in everybody:
        each.start()
    for _ in range(options.kills):
        time.sleep(options.seconds / (options.kills + 1))
        server.kill()
        server.start()
    time.sleep(options.seconds / (options.kills + 1))
    stop.set()
    for each in everybody:
        each.join(timeout=PATIENCE + 40)
    return [each.journal for each in everybody]


def compared(journals: list[Journal]) -> list[str]:
    from benchmarks import keeping

    return keeping.lost(journals) + keeping.doubled()


def told(options: argparse.Namespace, journals: list[Journal]) -> None:
    times = sorted(each for journal in journals for each in journal.took)
    deeds = Counter(note.deed for journal in journals for note in journal.notes)
    seen = sum((journal.seen for journal in journals), start=Counter[int]())
    print(f"\n{options.people} people, {options.seconds:g} s, {options.kills} kills, {options.database},", end=" ")
    print(f"seed {options.seed}")
    print("acknowledged: " + ", ".join(f"{deed} {count:,}" for deed, count in sorted(deeds.items())))
    print("answers: " + ", ".join(f"{status} × {count:,}" for status, count in sorted(seen.items())))
    print(f"forms sent again after a cut: {sum(journal.again for journal in journals):,} tries")
    p50, p95 = (1000 * times[int(len(times) * share)] for share in (0.5, 0.95))
    rate = len(times) / options.seconds
    print(f"p50 {p50:,.0f} ms, p95 {p95:,.0f} ms, longest {1000 * times[-1]:,.0f} ms; {rate:,.0f} answers/s")


if __name__ == "__main__":
    main()
