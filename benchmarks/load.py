"""A small client that asks for one page again and again over kept connections, in threads, on loopback."""

import http.client
import socket
import threading
import time
from dataclasses import dataclass
from itertools import cycle

CONNECTIONS = 4


@dataclass(frozen=True)
class Figure:
    """What came out: answers per second, and how long one of a hundred had to wait at least (95th of 100)."""

    per_second: float
    p95_ms: float
    kilobytes: float


class Connection:
    """One kept connection that sends the same request and reads the whole answer."""

    def __init__(self, port: int, path: str, cookie: str = "") -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept-Language: en", "Accept-Encoding: identity"]
        lines += [f"Cookie: {cookie}"] if cookie else []
        self.request = "\r\n".join([*lines, "", ""]).encode()
        self.rest = b""

    def ask(self) -> tuple[int, bytes]:
        """The status and the body."""
        self.socket.sendall(self.request)
        head = self._until(b"\r\n\r\n")
        headers = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n")[1:] if b": " in line)
        return int(head.split(b" ", 2)[1]), self._take(int(headers.get(b"content-length", b"0")))

    def _until(self, mark: bytes) -> bytes:
        while mark not in self.rest:
            self._more()
        head, _, self.rest = self.rest.partition(mark)
        return head

    def _take(self, size: int) -> bytes:
        while len(self.rest) < size:
            self._more()
        body, self.rest = self.rest[:size], self.rest[size:]
        return body

    def _more(self) -> None:
        part = self.socket.recv(65536)
        if not part:
            raise ConnectionError("the server closed the connection")
        self.rest += part


def measure(port: int, path: str, cookie: str = "", seconds: float = 3.0) -> Figure:
    """How often this page is answered, after a short warming up; any answer but 200 stops the measure."""
    size = check(port, path, cookie)
    times: list[float] = []
    end = time.perf_counter() + seconds
    threads = [
        threading.Thread(target=hammer, args=(Connection(port, path, cookie), end, times)) for _ in range(CONNECTIONS)
    ]
    start = time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    took = time.perf_counter() - start
    times.sort()
    return Figure(len(times) / took, 1000 * times[int(len(times) * 0.95)], size / 1000)


def check(port: int, path: str, cookie: str) -> int:
    """Ask a few times before measuring; the size of the page."""
    connection = Connection(port, path, cookie)
    for _ in range(10):
        status, body = connection.ask()
        if status != 200:
            raise SystemExit(f"{path} answers {status}, so there is nothing to measure.")
    return len(body)


def hammer(connection: Connection, end: float, times: list[float]) -> None:
    """Ask until the time is over, and note how long each answer took."""
    while (start := time.perf_counter()) < end:
        connection.ask()
        times.append(time.perf_counter() - start)


def measure_many(port: int, paths: list[str], cookie: str = "", seconds: float = 3.0) -> Figure:
    """How often these pages are answered, one after the other, each connection beginning elsewhere.

    Each connection first asks for a share of them once, so that nobody is measured while it warms up.
    """
    times: list[float] = []
    shares = [paths[share * len(paths) // CONNECTIONS :] + paths for share in range(CONNECTIONS)]
    start = threading.Barrier(CONNECTIONS + 1)
    threads = [
        threading.Thread(target=hammer_many, args=(port, share, cookie, seconds, start, times)) for share in shares
    ]
    for each in threads:
        each.start()
    start.wait()
    began = time.perf_counter()
    for each in threads:
        each.join()
    times.sort()
    return Figure(len(times) / (time.perf_counter() - began), 1000 * times[int(len(times) * 0.95)], 0.0)


def hammer_many(
    port: int, paths: list[str], cookie: str, seconds: float, start: threading.Barrier, times: list[float]
) -> None:
    """Ask for each in turn until the time is over; any answer but 200 stops the measure."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for path in paths[: len(paths) // 5]:
        _ask(connection, path, cookie)
    start.wait()
    end = time.perf_counter() + seconds
    for path in cycle(paths):
        if (began := time.perf_counter()) >= end:
            return
        _ask(connection, path, cookie)
        times.append(time.perf_counter() - began)


def _ask(connection: http.client.HTTPConnection, path: str, cookie: str) -> None:
    headers = {"Cookie": cookie} if cookie else {}
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
    except http.client.RemoteDisconnected:  # it let go of a line on which nothing was said for a while
        connection.close()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise SystemExit(f"{path} answers {answer.status}, so there is nothing to measure.")
