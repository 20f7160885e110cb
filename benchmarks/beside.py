"""`./go bench --beside`: this site beside Kolibri, on the same machine in the same run, in a network of their own.

Kolibri (PyPI) is a learning platform that small places run by themselves on one machine, as they would this site. It is
installed into a folder that is thrown away, never into our lock. It would listen on all addresses and announce itself,
so both run in a network namespace with nothing but loopback. What is compared: the weight of the first page with all
that belongs to it, from the command to the first answer, and the memory of all processes after the same use.
"""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import site

KOLIBRI = "kolibri==0.19.5"
INSIDE = "BEENTHERE_BENCH_INSIDE"
REQUESTS = 200
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Measured:
    """One of the two: kilobytes of the first page, seconds to the first answer, megabytes of all processes."""

    kilobytes: float
    files: int
    seconds: float
    megabytes: float


def main() -> int:
    """Outside: install, and go into a network of its own. Inside: measure both."""
    if folder := os.environ.get(INSIDE):
        return inside(Path(folder))
    if missing := [each for each in ("unshare", "ip", "chromium") if not shutil.which(each)]:
        print(f"beside Kolibri: skipped, because {', '.join(missing)} cannot be had here")
        return 0
    with tempfile.TemporaryDirectory(prefix="beenthere-beside-") as folder:
        if not install(Path(folder)):
            print(f"beside Kolibri: skipped, because {KOLIBRI} cannot be had here")
            return 0
        command = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
        return subprocess.call([*command, sys.executable, "-m", "benchmarks.beside"], env=os.environ | {INSIDE: folder})


def install(folder: Path) -> bool:
    """Put Kolibri into a folder that goes when this ends."""
    uv, python = ROOT / ".uv/bin/uv", folder / "kolibri/bin/python"
    steps: list[list[str | Path]] = [
        [uv, "venv", "--quiet", "--python", sys.executable, folder / "kolibri"],
        [uv, "pip", "install", "--quiet", "--system-certs", "--python", python, KOLIBRI],
    ]
    return all(subprocess.call(step) == 0 for step in steps)


def inside(folder: Path) -> int:
    """Measure one after the other, each alone on the machine, and print them side by side."""
    ours, theirs = measured_ours(folder / "ours"), measured_kolibri(folder)
    rows = [
        ("first page with its files", *(f"{each.kilobytes:.0f} kB, {each.files} files" for each in (ours, theirs))),
        ("start to first answer", f"{ours.seconds:.1f} s", f"{theirs.seconds:.1f} s"),
        (f"memory after {REQUESTS} pages (PSS)", f"{ours.megabytes:.0f} MB", f"{theirs.megabytes:.0f} MB"),
    ]
    print(f"\n{'':34}{'here':>18}{KOLIBRI:>22}")
    for name, here, there in rows:
        print(f"{name:34}{here:>18}{there:>22}")
    pairs = [(ours.kilobytes, theirs.kilobytes), (ours.seconds, theirs.seconds), (ours.megabytes, theirs.megabytes)]
    ahead = all(here < there for here, there in pairs)
    print("ahead on each" if ahead else "NOT ahead on each")
    return 0 if ahead else 1


def measured_ours(folder: Path) -> Measured:
    """The demo, already built, with its hundred people."""
    folder.mkdir()
    environment = os.environ | {"BEENTHERE_DATA_FOLDER": str(folder)}
    start = [sys.executable, "-m", "beenthere", "demo"]
    subprocess.run([*start, "--build-only"], check=True, env=environment, stdout=subprocess.DEVNULL)
    return measured([*start, "--port", str(port := site.free_port())], port, environment)


def measured_kolibri(folder: Path) -> Measured:
    """Kolibri as its own documents set up a small place: one facility, one administrator, no content."""
    environment = os.environ | {"KOLIBRI_HOME": str(folder / "kolibri-home")}
    kolibri = str(folder / "kolibri/bin/kolibri")
    provision = ["provisiondevice", "--facility", "Phare", "--preset", "nonformal", "--superusername", "amara"]
    provision += ["--superuserpassword", "a quiet sentence", "--language_id", "en", "--noinput"]
    for arguments in (["manage", "migrate"], ["manage", *provision]):
        subprocess.run([kolibri, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)
    port = site.free_port()
    return measured([kolibri, "start", "--foreground", "--port", str(port)], port, environment)


def measured(command: list[str], port: int, environment: dict[str, str]) -> Measured:
    with started(command, environment) as (process, began):
        page = wait_for_page(port, process)
        seconds = time.perf_counter() - began
        kilobytes, files = weight(port)
        for _ in range(REQUESTS):
            ask(port, page)
        return Measured(kilobytes, files, seconds, sum(site.pss(each) for each in family(process.pid)))


@contextmanager
def started(command: list[str], environment: dict[str, str]) -> Iterator[tuple["subprocess.Popen[bytes]", float]]:
    """Run it in a group of its own, and end the whole group."""
    began = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        yield process, began
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait_for_page(port: int, process: "subprocess.Popen[bytes]") -> str:
    """Where the first page is, once it is answered; the door leads there."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            status, page = ask(port, "/")
            for _ in range(4):
                if status == http.client.OK:
                    return page
                status, page = ask(port, page)
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit("It did not answer.")


def ask(port: int, path: str) -> tuple[int, str]:
    """The status of an address, and the address to which it leads (or its own)."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Accept-Language": "en", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Location", path).removeprefix(f"http://127.0.0.1:{port}")


def weight(port: int) -> tuple[float, int]:
    """Kilobytes on the line, headers too, and the number of files, of the first page in a fresh browser."""
    from playwright.sync_api import sync_playwright

    came: list[float] = []
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = browser.new_context(locale="en-CA").new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
        page.goto(f"http://127.0.0.1:{port}/", wait_until="networkidle", timeout=120_000)
        browser.close()
    return sum(came) / 1000, len(came)


def family(pid: int) -> list[Path]:
    """A process and all that it started."""
    found = [Path(f"/proc/{pid}")]
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found += family(int(process.name))
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
    return found


if __name__ == "__main__":
    sys.exit(main())
