"""The open data asked by schemathesis: what its description allows, what it forbids, and methods that it does not name.

Against the product's own server. Every answer must be one that the description tells of, with what it tells of in it,
and none an error of the server. The addresses of the Open Referral standard have a time of their own, and are held to
its official schemas too (`benchmarks/services_asked.py`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import site
from benchmarks.services_asked import SITE

PARTS = {"everything": "^/", "services": "^/hsds/"}
SERVICES = 60
ROOT = Path(__file__).parent.parent


def main() -> None:
    """In a process and folder of its own, with the demo's records."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.asking")
    parser.add_argument("--seconds", type=int, default=60, help="for each part")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=list(PARTS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="beenthere-asking-") as folder:
        site.prepare(Path(folder))
        more_services()
        port = site.free_port()
        with site.running(port):
            parts = [options.only] if options.only else list(PARTS)
            told = [ask(port, options.seconds, options.seed, Path(folder), PARTS[part]) for part in parts]
    sys.exit(max(told))


def more_services() -> None:
    """Services at places, of which the demo has none."""
    import django

    django.setup()
    from benchmarks import services

    services.write(SERVICES)


def ask(port: int, seconds: int, seed: int, folder: Path, paths: str) -> int:
    """Ask for so long; nothing of it is kept."""
    program = Path(sys.executable).parent / "schemathesis"
    limits = ["--max-time", str(seconds), "--seed", str(seed), "--phases", "examples,coverage,fuzzing"]
    address = f"http://127.0.0.1:{port}"
    command = [str(program), "run", f"{address}/data/openapi.json", *limits, "--warnings", "off"]
    data = os.environ.get("BEENTHERE_DATA", str(ROOT.parent / "shared/data"))
    told = {"SCHEMATHESIS_HOOKS": "benchmarks.services_asked", SITE: address, "BEENTHERE_DATA": data}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    return subprocess.run(
        [*command, "--include-path-regex", paths], cwd=folder, env=os.environ | told, check=False
    ).returncode


if __name__ == "__main__":
    main()
