"""A résumé as a tagged PDF that a screen reader reads. Pure."""

import json
from dataclasses import asdict
from pathlib import Path

from beenthere.plans.resume.sheet import Sheet

TEMPLATE = Path(__file__).with_name("resume.typ")


class CannotBeWritten(Exception):
    """No font at hand has all the letters; the page in the browser has them and can be printed."""


def made(sheet: Sheet) -> bytes:
    """Make the PDF. Words go in as data, never as markup; the compiler refuses what PDF/UA-1 would not hold."""
    # 80 MB of compiler and letters: nobody waits for them who does not make a PDF.
    import typst

    failed: Exception | None = None
    # The letters of the machine are looked through only if those of the compiler are not enough.
    for without_the_machines in (True, False):
        try:
            made: bytes = typst.compile(
                TEMPLATE, root=TEMPLATE.parent, sys_inputs={"sheet": json.dumps(asdict(sheet))}, format="pdf",
                pdf_standards=["ua-1"], ignore_system_fonts=without_the_machines,
            )  # fmt: skip
        except typst.TypstError as error:
            failed = error
        else:
            return made
    raise CannotBeWritten from failed
