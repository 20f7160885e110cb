"""What is stored for searching and narrowing down: words, the sets of entries that have a value, a version."""

import uuid

from django.db import models

from beenthere.core.privacy import Privacy


class SearchEntry(models.Model):
    """The words of one public thing. The database keeps its own index of them (migration 0002)."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    title = models.TextField()
    body = models.TextField()
    # Its place in a list in each language, as bytes: these stand in the same order in every database.
    order_en = models.BinaryField(null=True)
    order_fr = models.BinaryField(null=True)

    privacy = Privacy.of_public_facts("id", "kind", "key", "title", "body", "order_en", "order_fr")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_search_entry_per_thing")]
        indexes = [
            models.Index(fields=["kind", "order_en", "id"], name="search_entries_in_order_en"),
            models.Index(fields=["kind", "order_fr", "id"], name="search_entries_in_order_fr"),
        ]


class SearchWord(models.Model):
    """A word that some entry of a kind holds, to put slips of the keyboard right."""

    kind = models.CharField(max_length=40)
    word = models.TextField()
    shown = models.TextField()

    privacy = Privacy.of_public_facts("id", "kind", "word", "shown")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "word"], name="one_search_word_per_kind")]


class Catalogue(models.Model):
    """One kind of entries. Who writes holds this row, and counts the version up; the epoch is one life of the index."""

    kind = models.CharField(max_length=40, primary_key=True)
    epoch = models.UUIDField(default=uuid.uuid4)
    version = models.PositiveBigIntegerField(default=0)

    privacy = Privacy.of_public_facts("kind", "epoch", "version")


class FacetBits(models.Model):
    """Which entries of a shard have a value, as bits; the empty facet holds all entries of the kind."""

    kind = models.CharField(max_length=40)
    facet = models.CharField(max_length=40)
    value = models.CharField(max_length=120)
    shard = models.PositiveIntegerField()
    version = models.PositiveBigIntegerField()  # in which it changed last
    bits = models.BinaryField()

    privacy = Privacy.of_public_facts("id", "kind", "facet", "value", "shard", "version", "bits")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "facet", "value", "shard"], name="one_facet_set_per_shard")
        ]
        indexes = [models.Index(fields=["kind", "version"], name="facet_sets_that_changed")]
