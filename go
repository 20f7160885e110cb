#!/usr/bin/env python3
"""Everything a person does with this project, on a machine that has only Python 3.11 and pip.

./go demo [--port N] [--fresh]   the site with made-up people, on this machine only
./go serve [--url https://…]     the site for real; prints a code to set up your organisation
./go test [arguments of pytest]  the gate: checks, then every test on SQLite and on PostgreSQL
./go check                       the quick loop: style, types, layers, templates, French
./go messages                    put new sentences into the French catalogue and compile it
./go bench [--beside]            speed and memory, beside what they are compared with
./go soak [--minutes N]          load, kills and broken input for a long while
./go lock                        choose the versions of all packages anew
./go <other>                     any other command of `beenthere`: backup, restore, makemigrations, …
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
UV = ROOT / ".uv/bin/uv"
PYTHON = ROOT / ".venv/bin/python"
DEBIAN = ["chromium-headless-shell", "fonts-dejavu-core", "libatomic1", "postgresql"]
CHECKS = [
    ["ruff", "check", "--quiet"],
    ["ruff", "format", "--check", "--quiet"],
    ["mypy"],
    ["lint-imports", "--no-cache", "--no-logo"],
    ["beenthere", "check", "--fail-level", "WARNING"],
    ["beenthere", "makemigrations", "--check", "--dry-run", "--verbosity", "0"],
    ["beenthere", "messages", "--check"],
]


def main() -> int:
    command, rest = (sys.argv[1:2] or ["help"])[0], sys.argv[2:]
    if command in {"help", "-h", "--help"}:
        print(__doc__)
        return 0
    os.chdir(ROOT)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    os.environ.setdefault("BEENTHERE_DATA_FOLDER", str(ROOT / ".data"))
    own = {"test": test, "check": check, "bench": bench, "soak": soak, "messages": messages, "lock": lock}
    return own[command](rest) if command in own else beenthere([command, *rest])


def beenthere(arguments: list[str]) -> int:
    """Any command of the product; those which write code need the developers' packages."""
    install("-dev" if arguments[0] == "makemigrations" else "")
    keys = {} if arguments[0] in {"demo", "serve"} else safe_keys()
    os.execve(PYTHON, [str(PYTHON), "-m", "beenthere", *arguments], os.environ | keys)


def test(arguments: list[str]) -> int:
    """The gate; with arguments, only those tests and nothing else."""
    install("-dev")
    if arguments:
        return run("pytest", *arguments)
    install_debian()
    if failed := check([]):
        return failed
    # Browser tests are slow and stand together, so whoever has nothing left takes over some.
    # Four for two cores: whoever drives a browser mostly waits for it.
    parallel = ["-n", "4", "--dist", "worksteal", "-q"]
    return run("pytest", *parallel) or run("pytest", *parallel, "--database=postgresql")


def check(_: list[str]) -> int:
    """Every check, also after one has failed, so that one round shows all."""
    install("-dev")
    failed = [" ".join(each) for each in CHECKS if run(*each, env=safe_keys())]
    print("check: " + ("; ".join(failed) + " FAILED" if failed else "all is well"), flush=True)
    return 1 if failed else 0


def messages(arguments: list[str]) -> int:
    install("-dev")
    return run("beenthere", "messages", *arguments, env=safe_keys())


def bench(arguments: list[str]) -> int:
    install("-dev")
    return run("python", "-m", "benchmarks", *arguments)


def soak(arguments: list[str]) -> int:
    install("-dev")
    return run("python", "-m", "benchmarks.soak", *arguments)


def lock(_: list[str]) -> int:
    """Choose versions anew; names, versions and hashes only, no addresses."""
    make_uv()
    compile_ = ["pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11", "--no-header"]
    compile_ += ["--generate-hashes", "--no-annotate", "--no-emit-index-url", "--system-certs", "pyproject.toml"]
    return max(
        subprocess.call([UV, *compile_, "-o", "requirements.lock"]),
        subprocess.call([UV, *compile_, "--group", "dev", "-o", "requirements-dev.lock"]),
    )


def run(program: str, *arguments: str, env: dict[str, str] | None = None) -> int:
    """Run a program of the environment, or the product itself."""
    start = [PYTHON, "-m", "beenthere"] if program == "beenthere" else [PYTHON.parent / program]
    return subprocess.call([*start, *arguments], env=os.environ | (env or {}))


def safe_keys() -> dict[str, str]:
    """A secret for commands that check code and serve nobody; a real one, if there is one, stays in use."""
    folder = Path(os.environ.get("BEENTHERE_CONFIG_FOLDER", Path.home() / ".config/beenthere"))
    return {} if (folder / "secret.key").exists() else {"BEENTHERE_SECRET_KEY": "for commands that serve nobody"}


def install(kind: str) -> None:
    """Put exactly the locked packages into .venv, if they are not there yet."""
    wanted = {each: (ROOT / f"requirements{each}.lock").read_bytes() for each in ("", "-dev")}
    marks = {each: hashlib.sha256(text).hexdigest() for each, text in wanted.items()}
    stamp = ROOT / ".venv/installed"
    # What developers have is more than what the site needs, so it serves for both.
    if stamp.exists() and stamp.read_text() in {marks[kind], marks["-dev"]}:
        return
    make_uv()
    if not PYTHON.exists():
        subprocess.check_call([UV, "venv", "--quiet", "--python", sys.executable, ROOT / ".venv"])
    sync = [UV, "pip", "sync", "--quiet", "--require-hashes", "--system-certs", "--python", PYTHON]
    subprocess.check_call([*sync, ROOT / f"requirements{kind}.lock"])
    stamp.write_text(marks[kind])


def make_uv() -> None:
    """Get uv by pip alone: Debian has neither ensurepip nor leave to install into the system."""
    if UV.exists():
        return
    subprocess.check_call([sys.executable, "-m", "venv", "--without-pip", ROOT / ".uv"])
    pip = [sys.executable, "-m", "pip", "--python", ROOT / ".uv/bin/python", "--disable-pip-version-check"]
    subprocess.check_call([*pip, "install", "--quiet", "--require-hashes", "-r", ROOT / "requirements-uv.lock"])


def install_debian() -> None:
    """What the tests need from Debian: a browser with its fonts, and PostgreSQL."""
    there = {
        "chromium-headless-shell": shutil.which("chromium-headless-shell") or shutil.which("chromium"),
        "postgresql": any(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
    }
    missing = [each for each in DEBIAN if not there.get(each) and not installed(each)]
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"The tests need {', '.join(missing)}. On Debian: sudo apt-get install {' '.join(missing)}")
    # RUNLEVEL=1 keeps Debian from starting a database server of its own.
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.check_call(["apt-get", "update", "-qq"], env=env)
    subprocess.check_call(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing], env=env)


def installed(package: str) -> bool:
    query = ["dpkg-query", "-W", "-f=${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout == "installed"


if __name__ == "__main__":
    sys.exit(main())
