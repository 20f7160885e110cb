"""The database of peer-support training: what is published, what was when, and what is proposed."""

from beenthere.training.models.competencies import About, Competency, Cover, Framework, Verified
from beenthere.training.models.proposals import Origin, Proposal, ProposalKind, ProposalState, Reading, Verdict
from beenthere.training.models.revisions import Revision
from beenthere.training.models.rhythm import Answer, ProviderLink, Upkeep
from beenthere.training.models.trainings import Standing, Training, YesNo

__all__ = [
    "About",
    "Answer",
    "Competency",
    "Cover",
    "Framework",
    "Origin",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "ProviderLink",
    "Reading",
    "Revision",
    "Standing",
    "Training",
    "Upkeep",
    "Verdict",
    "Verified",
    "YesNo",
]
