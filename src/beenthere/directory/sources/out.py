"""All services as a folder of the standard's tables."""

from pathlib import Path

from beenthere.directory.hsds import nested
from beenthere.directory.models import Service, Taxonomy, Term
from beenthere.directory.shown_services import complete
from beenthere.directory.sources import tabular

AT_A_TIME = 200


def write_tables(folder: Path) -> int:
    """Write them; tells how many."""
    services = complete(Service.objects.public()).order_by("changed_at", "pk").iterator(chunk_size=AT_A_TIME)
    terms = Term.objects.public().select_related("taxonomy").order_by("pk")
    return tabular.write(
        folder,
        (nested.service_full(one) for one in services),
        (nested.term(one) for one in terms),
        (nested.taxonomy(one) for one in Taxonomy.objects.public()),
    )
