"""`beenthere serve`: from nothing to a site that answers this machine only, and stops when it is told to."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ADDRESS = "support.example.org"


@dataclass
class Site:
    """A site that runs, and what it printed."""

    port: int
    process: "subprocess.Popen[str]"
    said: str

    def answer(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        response.read()
        connection.close()
        return response


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(site: Site) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        assert site.process.poll() is None
        try:
            if site.answer("/healthz", Host=ADDRESS).status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the site did not answer")


def read_until(process: "subprocess.Popen[str]", words: str) -> str:
    assert process.stdout
    said = ""
    while words not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    return said


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("serve")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("BEENTHERE_")}
    environment |= {"BEENTHERE_DATA_FOLDER": f"{folder}/data", "BEENTHERE_CONFIG_FOLDER": f"{folder}/config"}
    port = free_port()
    command = [sys.executable, "-m", "beenthere", "serve", "--port", str(port), "--url", f"https://{ADDRESS}"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    started = Site(port, process, read_until(process, "Stop with Ctrl-C."))
    wait_until_it_answers(started)
    yield started
    stop(started)


def stop(site: Site) -> None:
    if site.process.poll() is None:
        site.process.send_signal(signal.SIGTERM)
        site.process.wait(timeout=30)
    assert site.process.stdout
    site.process.stdout.close()


def children_of(parent: int) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(process.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def test_the_first_start_prints_the_address_the_card_and_a_code(site: Site) -> None:
    assert f"https://{ADDRESS}/" in site.said
    assert "card.txt" in site.said
    assert re.search(r"setup/\s+with this code, which works once: \S{6,}", site.said)


def test_it_listens_on_this_machine_only(site: Site) -> None:
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    places = {row.split()[1] for row in listening if row.split()[3] == "0A"}
    assert {each for each in places if each.endswith(f":{site.port:04X}")} == {f"0100007F:{site.port:04X}"}


def test_the_proxy_reaches_it_with_https(site: Site) -> None:
    answer = site.answer("/en/", Host=ADDRESS, X_Forwarded_Proto="https")
    assert answer.status == 200
    assert "max-age" in (answer.headers["Strict-Transport-Security"] or "")


def test_plain_http_from_elsewhere_gets_no_page(site: Site) -> None:
    answer = site.answer("/en/", Host=ADDRESS, X_Forwarded_Proto="http")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{ADDRESS}/en/")


def test_cookies_are_for_https_and_for_this_host_alone(site: Site) -> None:
    answer = site.answer("/en/sign-in/", Host=ADDRESS, X_Forwarded_Proto="https")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-csrftoken=")
    assert {"Path=/", "Secure"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie


def test_another_name_is_refused(site: Site) -> None:
    assert site.answer("/en/", Host="other.example", X_Forwarded_Proto="https").status == 400


def raw(site: Site, sent: bytes, seconds: float = 20) -> bytes:
    """The first bytes that come back for exactly these bytes."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=seconds) as connection:
        try:
            connection.sendall(sent)
            return connection.recv(200)
        except ConnectionError:
            return b""


@pytest.mark.parametrize("part", ["address", "header", "cookie"])
def test_an_endless_address_or_header_is_refused(site: Site, part: str) -> None:
    long = b"a" * 60_000
    head = {
        "address": b"GET /en/?q=" + long + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        "header": b"GET /en/ HTTP/1.1\r\nHost: x\r\nX-Long: " + long + b"\r\n\r\n",
        "cookie": b"GET /en/ HTTP/1.1\r\nHost: x\r\nCookie: sessionid=" + long + b"\r\n\r\n",
    }[part]
    answer = raw(site, head)
    assert answer == b"" or answer.split()[1] in {b"400", b"414", b"431"}


def test_slow_visitors_hold_up_nobody(site: Site) -> None:
    """Forty who begin a request, a form or a photo and never end it; the next one is answered all the same."""
    head = f"/en/sign-in/ HTTP/1.1\r\nHost: {ADDRESS}\r\nX-Forwarded-Proto: https\r\n".encode()
    form = b"Cookie: csrftoken=a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\na"
    photo = b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000000\r\n\r\n--x"
    begun = [b"GET " + head + b"X-Slow: ", b"POST " + head + form, b"POST " + head + photo]
    slow = [socket.create_connection(("127.0.0.1", site.port), timeout=20) for _ in range(40)]
    for number, connection in enumerate(slow):
        connection.sendall(begun[number % 3])
    start = time.monotonic()
    statuses = [site.answer("/en/", Host=ADDRESS, X_Forwarded_Proto="https").status for _ in range(5)]
    took = time.monotonic() - start
    for connection in slow:
        connection.close()
    assert statuses == [200] * 5
    assert took < 15, "each of them may stay for ten seconds at most, and none takes anybody's place"


def test_stopping_it_stops_the_web_server_and_the_job_worker(site: Site) -> None:
    deadline = time.monotonic() + 20
    while len(children := children_of(site.process.pid)) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    stop(site)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
