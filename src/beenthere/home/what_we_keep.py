"""The public page “what we keep about you”, from the declarations beside the tables."""

from dataclasses import dataclass, field
from functools import cache

from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import Erasure, Privacy, Sentence, personal_models, privacy_of
from beenthere.core.sealed import sealed_fields

AFTER_ERASURE = {
    Erasure.DELETE: _("goes when you erase your account"),
    Erasure.KEEP_WITHOUT_NAME: _("stays when you erase your account, without your name"),
}

# What people meet first comes first: their account, not our log.
MACHINERY = {"core", "consent", "home"}


@dataclass
class Section:
    """One kind of thing that we keep about people."""

    title: Sentence
    keeping: Sentence
    after_erasure: Sentence
    sealed: bool
    purposes: list[Sentence] = field(default_factory=list)


@cache
def what_we_keep() -> list[Section]:
    """Every table about people, in the order in which somebody meets them; the same for all readers."""
    models = personal_models()[::-1]
    in_order = [m for m in models if m._meta.app_label not in MACHINERY]
    in_order += [m for m in models if m._meta.app_label in MACHINERY]
    return [_section(privacy_of(model), bool(sealed_fields(model))) for model in in_order]


def _section(declared: Privacy, sealed: bool) -> Section:
    purposes = list(dict.fromkeys(purpose for _name, purpose in declared.purposes))
    return Section(declared.title, declared.keeping, AFTER_ERASURE[declared.on_erasure], sealed, purposes)
