"""`python -m beenthere` and the `beenthere` command."""

import sys

from django.core.management import execute_from_command_line

from beenthere.config import launch


def main() -> None:
    launch.prepare(sys.argv[1:])
    execute_from_command_line(["beenthere", *sys.argv[1:]])


if __name__ == "__main__":
    main()
