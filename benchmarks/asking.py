"""The open data asked by schemathesis: what its description allows, what it forbids, and methods that it does not name.

Against the product's own server. Every answer must be one that the description tells of, with what it tells of in it,
and none an error of the server.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import site


def main() -> None:
    """In a process and folder of its own, with the demo's records."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.asking")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="beenthere-asking-") as folder:
        site.prepare(Path(folder))
        port = site.free_port()
        with site.running(port):
            told = ask(port, options.seconds, options.seed, Path(folder))
    sys.exit(told)


def ask(port: int, seconds: int, seed: int, folder: Path) -> int:
    """Ask for so long; nothing of it is kept."""
    program = Path(sys.executable).parent / "schemathesis"
    limits = ["--max-time", str(seconds), "--seed", str(seed), "--phases", "examples,coverage,fuzzing"]
    command = [str(program), "run", f"http://127.0.0.1:{port}/data/openapi.json", *limits, "--warnings", "off"]
    return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    main()
