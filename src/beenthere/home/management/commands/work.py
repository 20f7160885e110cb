"""The job worker: does what is due, until it is told to stop."""

import logging
import time

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from beenthere.core import jobs
from beenthere.core.memory import settle
from beenthere.home import standing

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Run the jobs that are due, again and again."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due now, then stop")
        parser.add_argument("--pause", type=float, default=5.0, help="seconds between two looks (default: 5)")

    def handle(self, *, once: bool, pause: float, **options: object) -> None:
        settle()
        with standing.stopping_on_signals():
            while True:
                self.work()
                if once:
                    return
                time.sleep(pause)

    def work(self) -> None:
        """Do what is due; a database that is away for a moment does not end the worker."""
        close_old_connections()
        try:
            jobs.run_due()
        except DatabaseError as error:
            log.error("the database did not answer the job worker: %s", type(error).__name__)
