"""The database of peer-support training: what is published, what was when, and what is proposed."""

from beenthere.training.models.competencies import About, Competency, Cover, Framework, Verified
from beenthere.training.models.duplicates import DuplicateLook, DuplicatePair, PairState
from beenthere.training.models.importing import (
    BatchState,
    ColumnMapping,
    ImportBatch,
    ImportFile,
    ImportRow,
    RowResult,
    RowVerdict,
)
from beenthere.training.models.proposals import Origin, Proposal, ProposalKind, ProposalState, Reading, Verdict
from beenthere.training.models.revisions import Revision
from beenthere.training.models.rhythm import Answer, ProviderLink, Upkeep
from beenthere.training.models.trainings import Standing, Training, YesNo

__all__ = [
    "About",
    "Answer",
    "BatchState",
    "ColumnMapping",
    "Competency",
    "Cover",
    "DuplicateLook",
    "DuplicatePair",
    "Framework",
    "ImportBatch",
    "ImportFile",
    "ImportRow",
    "Origin",
    "PairState",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "ProviderLink",
    "Reading",
    "Revision",
    "RowResult",
    "RowVerdict",
    "Standing",
    "Training",
    "Upkeep",
    "Verdict",
    "Verified",
    "YesNo",
]
