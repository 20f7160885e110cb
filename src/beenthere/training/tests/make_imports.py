"""Files and pairs of records in every state that has a screen."""

from beenthere.people.models import Person
from beenthere.training.models import BatchState, DuplicatePair, ImportBatch, ImportRow, Training

ABOUT = {"header": ["Name"], "examples": [["Listening well"]], "day_first": [None], "targets": ["name"], "total": 1}


def files_and_pairs(ravi: Person) -> dict[str, object]:
    """A file that Ravi read, one whose columns he has to name, one that waits for him; two alike, two made one."""
    mine = {"by": ravi, "counts": {"bad": 1}} | ABOUT
    read = ImportBatch.objects.create(file_name="read.csv", state=BatchState.READ, **mine)
    why = [{"why": "province", "target": "province", "cell": "Maine"}]
    ImportRow.objects.create(batch=read, line=2, verdict="bad", facts={"name": "Listening well"}, why=why)
    waits = ImportBatch.objects.create(file_name="waits.csv", state=BatchState.WAITING, counts={"new": 1}, **ABOUT)
    facts = {"name": "Listening well", "name_language": "en", "cost": "0"}
    ImportRow.objects.create(batch=waits, line=2, verdict="new", facts=facts)
    a, b = Training.objects.order_by("pk")[:2]
    found = DuplicatePair.objects.create(a=a, b=b, likeness=80, why=["similar_name", "same_province"])
    gone = Training.objects.create(slug="gone", name="Gone", name_language="en", standing="running", merged_into=a)
    merged = DuplicatePair.objects.create(a=a, b=gone, likeness=70, why=["same_name"], state="merged")
    columns = ImportBatch.objects.create(file_name="columns.csv", **mine)
    return {"read": read, "waits": waits, "columns": columns, "pair": found, "merged": merged}


def addresses(facts: dict[str, object]) -> dict[str, object]:
    """What stands in the addresses of these screens."""
    pk = {name: facts[name].pk for name in ("read", "waits", "columns", "pair", "merged")}  # type: ignore[attr-defined]
    to_read = ("research:import-publish/import_id", "research:import-back/import_id", "research:import/import_id")
    return {
        "import_id": pk["read"], "research:import-columns/import_id": pk["columns"], "pair_id": pk["pair"],
        "research:pair-part/pair_id": pk["merged"], **dict.fromkeys(to_read, pk["waits"]),
    }  # fmt: skip
