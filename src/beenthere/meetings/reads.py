"""What the screens ask about an agreement."""

from typing import TYPE_CHECKING, Any

from beenthere.meetings import rules
from beenthere.meetings.forms import AgreementForm
from beenthere.meetings.models import AgreementVersion

if TYPE_CHECKING:
    from beenthere.matching.models import Match
    from beenthere.people.models import Person

VERSIONS_SHOWN = 20


def agreement_for(person: "Person", match: "Match") -> dict[str, Any]:
    """The agreement as one of the two sees it: what stands, whom it suits, and the versions before."""
    rows = AgreementVersion.objects.visible_to(person).filter(match=match).select_related("author", "match")
    versions = list(rows[:VERSIONS_SHOWN])
    newest = versions[0] if versions else None
    other = match.other(person)
    return {
        "newest": newest,
        "before": versions[1:],
        "other": other,
        "suits_me": newest.suits_at(person) if newest else None,
        "suits_other": newest.suits_at(other) if newest and other else None,
        "may_agree": rules.may_agree(person, match),
    }


def on_top_of(newest: AgreementVersion | None, form: AgreementForm) -> AgreementForm:
    """The same typed words, now meant as a change to the newest version."""
    data = form.data.copy()  # type: ignore[attr-defined]
    data["based_on"] = newest.number if newest else 0
    return AgreementForm(data)
