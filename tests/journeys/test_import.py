"""Ravi brings a messy French sheet, Rosa reads it after him and publishes it, and he settles what looks alike."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload

from beenthere.core.jobs import run_due
from beenthere.people.models import Person
from beenthere.training.models import DuplicatePair, ImportBatch, Training
from beenthere.training.models.importing import RowVerdict
from beenthere.training.tests.make import researcher, training
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]

SHEET = """Relevé des formations, automne 2026;;;;;
Nom de la formation;Organisme;Province;Coût ($);Date de début;Par des pairs?
Marcher ensemble, de nouveau;La Rive;N.-B.;gratuit;27/01/2027;oui
Écouter la nuit (soir);Le Phare;Québec;1 234,50;5 février 2027;non
Premiers pas;Le Pont;Nouvelle-Écosse;45;3 mars 2027;oui
Veiller;Le Pont;Maine;;;
"""


def work() -> None:
    while run_due():
        pass


def brings_the_sheet(phone: Peer) -> None:
    at(phone, "research:start")
    phone.follows("Files for the database")
    phone.follows("Bring a file")
    is_well(phone)
    sheet: FilePayload = {"name": "relevé.csv", "mimeType": "text/csv", "buffer": SHEET.encode("cp1252")}
    phone.main.get_by_label(phone.say("The file")).set_input_files(sheet)
    phone.writes("https://exemple.org/releve", into="Where does this list stand?")
    phone.presses("Read the file")
    phone.is_on("Which column holds what?")
    is_well(phone)
    phone.presses("Read the rows")
    phone.sees("%(done)s of %(total)s rows", done=0, total=4)
    is_well(phone)
    work()


def looks_and_sends(phone: Peer) -> None:
    at(phone, "research:imports")
    phone.follows("relevé.csv")
    phone.sees("%(column)s: “%(cell)s” is no province or territory of Canada.",
               column=phone.say("Provinces and territories"), cell="Maine")  # fmt: skip
    phone.sees(RowVerdict.MAYBE.label)
    is_well(phone)
    phone.presses("Send it to the readers")
    phone.sees("You brought this file, so somebody else of the committee reads it.")


def reads_and_publishes(phone: Peer) -> None:
    at(phone, "research:imports")
    phone.follows("relevé.csv")
    phone.ticks("I have nothing to gain or to lose by these records.")
    is_well(phone)
    phone.main.locator("form[action*=publish] button").click()
    phone.sees("Stop it")
    work()
    at(phone, "research:imports")
    phone.follows("relevé.csv")
    phone.sees("Records that look alike")


def settles_what_looks_alike(phone: Peer) -> None:
    at(phone, "research:duplicates")
    is_well(phone)
    phone.follows("Marcher ensemble", whole=False)
    phone.ticks("free", under="Cost")
    is_well(phone)
    phone.presses("Make them one")
    phone.sees("They are one record now. Both histories are kept, and you can part them again.")
    phone.follows("Écouter la nuit", whole=False)
    phone.presses("They are two trainings")
    phone.sees("No two records look alike just now.")


def test_a_messy_sheet_becomes_records(phone_of: Callable[[Person | None], Peer]) -> None:
    walks = training("Marcher ensemble", provider="La Rive", province="NB", cost="20", name_language="fr")
    nights = training("Écouter la nuit", provider="Le Phare", province="QC", cost="10", name_language="fr")
    ravi, rosa = researcher("Ravi"), researcher("Rosa")
    ravis, rosas = phone_of(ravi), phone_of(rosa)
    brings_the_sheet(ravis)
    looks_and_sends(ravis)
    reads_and_publishes(rosas)
    settles_what_looks_alike(ravis)
    walks.refresh_from_db()
    assert walks.cost == "0"
    assert Training.objects.public().count() == 4
    assert set(DuplicatePair.objects.values_list("state", flat=True)) == {"merged", "two"}
    assert nights in Training.objects.public()
    assert ImportBatch.objects.get().reader == rosa
    at(ravis, "training:page", Training.objects.get(merged_into=walks).slug)
    assert walks.slug in ravis.path, "the address of the record that went leads to the one that stayed"
