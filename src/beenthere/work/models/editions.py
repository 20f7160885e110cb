"""The files of others that were brought in here: from where, of when, and the line that their licence asks to show."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced

# Shown wherever the facts are, in the words that each publisher asks for.
LICENCES: dict[str, Promise] = {
    "noc": _(
        "Adapted from Statistics Canada, National Occupational Classification (NOC) 2021 Version 1.0. "
        "This does not constitute an endorsement by Statistics Canada of this product."
    ),
    "oasis": _("Contains information licensed under the Open Government Licence – Canada."),
    "wages": _("Contains information licensed under the Open Government Licence – Canada."),
    "outlook": _("Contains information licensed under the Open Government Licence – Canada."),
    "postings": _("Contains information licensed under the Open Government Licence – Canada."),
    "onet": _(
        "This product includes information from the O*NET 29.3 Database by the U.S. Department of Labor, Employment "
        "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license."
    ),
}

# Where each is published, unless whoever brings it in says otherwise. Of OaSIS no address was read.
PUBLISHED: dict[str, str] = {
    "noc": "https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1",
    "wages": "https://open.canada.ca/data/en/dataset/adad580f-76b0-4502-bd05-20c125de9116",
    "outlook": "https://occupations.esdc.gc.ca/sppc-cops/content.jsp?cid=occupationdatasearch&lang=en",
    "postings": "https://open.canada.ca/data/en/dataset/ea639e28-c0fc-48bf-b5dd-b8899bd43072",
    "onet": "https://www.onetcenter.org/database.html",
}


class EditionQuerySet(models.QuerySet["Edition"]):
    def public(self) -> "EditionQuerySet":
        """All of them: where facts come from is for everybody."""
        return self.all()

    def by_name(self) -> "dict[str, Edition]":
        """Each by its name."""
        return {row.name: row for row in self.public()}


class Edition(Sourced):
    """One publication that was brought in; the rows that came with it are as old as it."""

    name = models.CharField(max_length=20, primary_key=True)

    objects = EditionQuerySet.as_manager()
    privacy = Privacy.of_public_facts("name", *Sourced.SOURCE_FIELDS)

    @property
    def licence(self) -> Promise:
        """The line that its licence asks to show."""
        return LICENCES[self.name]
