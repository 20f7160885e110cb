"""Short excerpts typed in the form of the publisher's two files of jobs: invented jobs at invented places of work."""

import datetime as dt
from pathlib import Path

from django.core.management import call_command

from beenthere.core import clock
from beenthere.work.bringing.postings import BY_PLACE
from beenthere.work.findable_postings import make_postings_findable
from beenthere.work.models import Edition, Posting

COLUMNS = BY_PLACE[64]
KITCHEN = {
    "WIC Job Location Snapshot ID": "70000001", "Job Title": "kitchen helper",
    "Original Job Title": "Morning kitchen help",
    "NOC21 Code": "65201.0", "Vacancy Count": "2", "Education LOS": "No degree, certificate or diploma",
    "Experience Level": "Will train", "Province/Territory": "Nova Scotia", "City": "Halifax",
    "Employment Type": "Part time", "Employment Term": "Permanent employment", "Employment Term Day": "1",
    "Employment Term Telework": "0", "Salary Per": "Hour", "Salary Minimum": "18.5", "Salary Maximum": "19.25",
    "Hours Per": "Week", "Hours Minimum": "12", "Hours Maximum": "20",
}  # fmt: skip
IN_FRENCH = {
    "Job Title": "aide de cuisine", "Education LOS": "Aucun diplôme", "Experience Level": "Formation offerte",
    "Province/Territory": "Nouvelle-Écosse", "Employment Type": "Temps partiel", "Employment Term": "Emploi permanent",
    "Salary Per": "Heure", "Hours Per": "Semaine",
}  # fmt: skip
DESK = KITCHEN | {
    "WIC Job Location Snapshot ID": "70000002", "Job Title": "help desk agent", "NOC21 Code": "NA", "City": "Moncton",
    "Province/Territory": "New Brunswick", "Employment Type": "Full time", "Employment Term Telework": "1",
    "Employment Term Evening": "1", "Salary Per": "Year", "Salary Minimum": "45000", "Salary Maximum": "45000",
    "Hours Minimum": "37.5", "Hours Maximum": "37.5", "Original Job Title": "NA",
}  # fmt: skip


def line(told: dict[str, str], *, days: int = 3, names: list[str] = COLUMNS) -> str:
    """One row, posted so many days ago."""
    posted = f"{clock.today() - dt.timedelta(days=days):%Y/%m/%d}"
    return "\t".join((told | {"First Posting Date": posted}).get(name, "NA") for name in names)


def monthly(
    folder: Path, *lines: str, name: str = "jobs.csv", encoding: str = "utf-16", names: list[str] = COLUMNS
) -> Path:
    """A month as the publisher writes it down."""
    file = folder / name
    file.write_text("\r\n".join(["\t".join(names), *lines]) + "\r\n", encoding)
    return file


def bring_in(file: Path, language: str = "en") -> None:
    """Bring a file in by the command that an operator uses."""
    call_command("import_postings", str(file), "--language", language)


def posting(folder: Path, **told: str) -> Posting:
    """The kitchen's job, brought in."""
    bring_in(monthly(folder, line(KITCHEN | told)))
    return Posting.objects.get(slug="jb-70000001")


def offered(noc: str = "65200") -> Posting:
    """One job that is offered, as if a file had brought it."""
    edition = Edition.objects.get_or_create(name="postings", defaults={"read_on": clock.today()})[0]
    row = Posting.objects.create(
        slug="jb-70000009", edition=edition, noc=noc, title_en="banquet server", title_fr="serveuse de banquet",
        city="Ottawa", province="ON", hours="part", week_from=8, week_to=12, posted_on=clock.today(),
        told_en=[["Experience", ["Will train"]]], told_fr=[["Expérience", ["Formation offerte"]]],
    )  # fmt: skip
    list(make_postings_findable([row.slug]))
    return row
