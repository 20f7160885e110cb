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


DOCUMENT = """<SolrResponse><Documents><Document><jobs_id>90001</jobs_id><title>bus cleaner</title><lang>{lang}</lang>
<work_period_cd>P</work_period_cd><work_term_cd>S</work_term_cd><hours>15 to 20 hours per week</hours>
<employer_name_string>Invented Lines &amp; Daughters</employer_name_string><noc2021>65312</noc2021>
<date_posted>{posted}T10:00:00Z</date_posted><display_until>{until}T10:00:00Z</display_until>
<city_name><string>Regina</string></city_name><province_cd><string>SK</string></province_cd>
<salary><string>$17 to $18.50 hourly</string></salary><url><string>{url}</string></url>
<employment_terms><string>Night</string><string>Weekend</string></employment_terms>
<skill_categories><skill_category id="29"><name>Tasks</name><options><option_name>Sweep floors</option_name></options>
</skill_category></skill_categories></Document></Documents></SolrResponse>"""


def document(folder: Path, **told: str) -> Path:
    """One job as XML."""
    today = clock.today()
    facts = {
        "lang": "en",
        "posted": f"{today}",
        "until": f"{today + dt.timedelta(days=9)}",
        "url": "https://jobs.example/1",
    }
    file = folder / "job.xml"
    file.write_text(DOCUMENT.format(**(facts | told)), "utf-8")
    return file


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
