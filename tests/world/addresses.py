"""What stands in each address of the site, so that a test can open every one of them."""

from typing import Any

from django.db.models import Model

from beenthere.core import clock
from beenthere.directory.models import Service
from beenthere.orgs.reads import code_of
from beenthere.training.committee.providers import code_for
from beenthere.training.tests.make_imports import addresses as addresses_of_files
from tests.world.lives import World

KEPT_UP = ("asking", "ask", "decide")  # addresses of an entry that came from elsewhere
DRAFTED = ("send", "illustrate", "leave-out", "own-file")  # addresses of what is with its writer


def arguments(world: World) -> dict[str, object]:
    """What stands in each address: by the name of the address and of its parameter, or by the parameter alone.

    A fact called `path` stands wherever an address asks for a `path_id`.
    """
    facts: dict[str, Any] = world.facts
    return {
        **{f"{name}_id": thing.pk for name, thing in facts.items() if isinstance(thing, Model)},
        **addresses_of_files(facts),
        **_of_people(world, facts),
        **_of_entries(facts),
        **_of_services(facts["service"]), "directory/code": code_for(facts["service link"].pk),
        **dict.fromkeys((f"directory:{name}/slug" for name in KEPT_UP), facts["entry"].slug),
        "directory:own-new/slug": world.organisation.slug,
        **_of_matching(facts),
        "library:write/kind": "card", "library/of": "small", "library/what": "picture",
        **dict.fromkeys((f"library:{name}/writing_id" for name in DRAFTED), facts["draft writing"].pk),
        **dict.fromkeys(("library/slug", "plans:step-card/slug"), facts["card"].slug),
        "number": 1, "noc": "65200", "part": "words", "kind": "lived", "plans/kind": "telling", "work/kind": "job",
        "work/slug": "jb-70000009",
        "plans:resume-fact-new/kind": "work", "experience:moment-step/step": "did",
        **dict.fromkeys(
            (f"experience:{name}/mirror_id" for name in ("mirror-asked", "mirror-leave")),
            facts["mirror that waits"].pk,
        ),
        "plans:first-step/kind": "job", "plans:sheet-letter/sheet_id": facts["asking"].pk,
        "plans:sheet-again/sheet_id": facts["weeks"].pk, "year": clock.today().year,
        "code": code_of(facts["invitation"]), "thread_id": facts["message"].thread_id,
        "proposal_id": facts["draft"].pk, "line_id": facts["offered"].pk, "desk:line/line_id": facts["line"].pk,
        "talk:concern-decide/concern_id": facts["taken"].pk,
    }  # fmt: skip


def _of_people(world: World, facts: dict[str, Any]) -> dict[str, object]:
    """Addresses of people, and of the organisation."""
    slugs = ("desk/slug", "desk:asks/slug", "desk:whole-list/slug", "reports/slug")
    hers = ("experience:seen/person_id", "talk:with/person_id", "meetings:with/person_id")
    return {
        **dict.fromkeys(slugs, world.organisation.slug),
        **dict.fromkeys(hers, world.amara.pk),
        "talk:tell-concern/person_id": world.benoit.pk,
    }


def _of_entries(facts: dict[str, Any]) -> dict[str, object]:
    """Addresses of what everybody may read, and of the committee."""
    record, listed = facts["training"], facts["listed"]
    slugs = ("training:page/slug", "training:wrong/slug", "plans:support-training/slug", "research/slug")
    return {
        **dict.fromkeys(slugs, record.slug),
        **dict.fromkeys(("directory:organisation/slug", "plans:support-organisation/slug"), listed.slug),
        "data:record/uid": record.uid, "research/proposal_id": facts["proposed"].pk, "fact": "name",
        "training:decided/proposal_id": facts["proposed by her"].pk, "training/code": code_for(facts["link"].pk),
    }  # fmt: skip


def _of_services(listed: Service) -> dict[str, object]:
    """One service, as people and as programs open it."""
    term = listed.terms.order_by("code")[0]
    return {
        "directory/slug": listed.slug, "plans:support-service/slug": listed.slug,
        "hsds:service/id": listed.pk, "hsds:term/id": term.pk,
        "hsds:taxonomy/id": term.taxonomy_id, "hsds:organization/id": listed.provider_id,
        "hsds:service-at-location/id": listed.service_at_locations.get().pk,
    }  # fmt: skip


def _of_matching(facts: dict[str, Any]) -> dict[str, object]:
    """Addresses of matching, which call whatever they lead to `pk`."""
    ask = ("answer", "accept", "question", "pass", "apart-from-asker", "reply")
    match = ("match", "end", "apart", "say-thanks", "heavy", "go-on")
    return {
        "matching/pk": facts["request"].pk,
        **dict.fromkeys((f"matching:{name}/pk" for name in ask), facts["ask"].pk),
        **dict.fromkeys((f"matching:{name}/pk" for name in match), facts["match"].pk),
        **dict.fromkeys(("matching:goodbye/pk", "matching:ask-again/pk"), facts["ended"].pk),
        "matching:apart-from-supporter/pk": facts["offer"].pk,
        "matching:has/pk": facts["approval"].pk,
    }
