"""`python -m beenthere` and the `beenthere` command."""

import sys

from django.core.management import execute_from_command_line

from beenthere.config import launch


def main() -> None:
    launch.prepare(sys.argv[1:])
    # People write import-services; a file of Python cannot be called so.
    command, *rest = sys.argv[1:] or ["help"]
    execute_from_command_line(["beenthere", command if command[:1] == "-" else command.replace("-", "_"), *rest])


if __name__ == "__main__":
    main()
