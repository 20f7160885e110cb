"""Services: brought in from files, found in everyday words, told by telephone first, and answered to programs."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beenthere.core import clock
from beenthere.directory.models import Service
from beenthere.directory.sources import bring_in_file

pytestmark = pytest.mark.django_db
HEADER = (
    "WorkBCServiceCentreID,CentreTitle,Address1,Address2,City,PostalCode,Phone,Email,Website,Hours1,Hours2,Hours3,"
    "Hours4,Latitude,Longitude,RegionID,FrenchService,Contractor"
)
NELSON = (
    "278,Nelson,12 Old Road,,Nelson,V1L 0A0,250 555-0110,nelson@example.org,http://example.org/nelson,"
    "8:30 am to 6:30 pm Monday to Thursday,8:30 am to 4:30 pm Friday,Statutory Holidays - Closed,,49.493,-117.295,3,0,X"
)
FRENCH = (
    "325,Coquitlam,1 Rue Neuve,,Coquitlam,V2B 0A0,1-844-555-0111,fr@example.org,http://example.org/fr,"
    "9h à 19h du lundi au jeudi,9h à 17h - vendredi,Jours fériés - fermé,,49.288,-122.79,4,322,X"
)
BROKEN = ",Nowhere,,,,,,not an address,,,,,,,,,,"


def centres(folder: Path, *lines: str) -> Path:
    file = folder / "centres.csv"
    file.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    return file


def took(file: Path) -> Any:
    """The last report of an import."""
    return list(bring_in_file(file))[-1]


def test_a_file_comes_in_twice_and_its_bad_line_keeps_out_no_good_one(tmp_path: Path) -> None:
    file = centres(tmp_path, NELSON, BROKEN, FRENCH)
    first, again = took(file), took(file)
    assert (first.added, len(first.bad), first.bad[0].line) == (2, 1, 3)
    assert (again.added, again.changed, again.same) == (0, 0, 2)
    nelson = Service.objects.get(name="WorkBC Centre – Nelson")
    assert set(nelson.schedules.values_list("byday", flat=True)) == {"MO,TU,WE,TH", "FR", ""}


def test_somebody_finds_it_in_everyday_words_and_calls(client: Client, tmp_path: Path) -> None:
    took(centres(tmp_path, NELSON, FRENCH))
    found = client.get("/fr/services/?q=chômage&near=nelson,+BC").content.decode()
    assert "Centre WorkBC – Nelson" in found
    page = client.get("/en/services/workbc-centre-nelson/").content.decode()
    assert page.index('href="tel:+12505550110"') < page.index("12 Old Road")
    assert "Monday to Thursday: 8:30 a.m. to 6:30 p.m." in page
    assert "not yet checked here" in page


def test_what_is_open_now_by_the_clock_of_its_own_place(client: Client, tmp_path: Path) -> None:
    took(centres(tmp_path, NELSON))
    tuesday = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
    with clock.at(tuesday + dt.timedelta(hours=17)):  # nine in the morning in Nelson
        assert "Nelson" in client.get("/en/services/?open=now").content.decode()
    with clock.at(tuesday + dt.timedelta(hours=15)):
        assert "no service like this" in client.get("/en/services/?open=now&page=1").content.decode()
