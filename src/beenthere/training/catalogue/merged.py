"""Which record stands for one that became part of another."""

from beenthere.training.models import Training


def survivor_at(slug: str) -> Training | None:
    """The record to which the address of a merged one leads; nothing if there is no such address."""
    merged = Training.objects.filter(slug=slug).exclude(merged_into=None).first()
    return merged.stays if merged else None
