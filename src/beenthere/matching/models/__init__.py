"""Offers, requests, asks and matches."""

from beenthere.matching.models.hand_over import HandOver
from beenthere.matching.models.index import IndexBits, OfferSlot
from beenthere.matching.models.kind_words import KindWord
from beenthere.matching.models.matches import Match
from beenthere.matching.models.names import OfferName
from beenthere.matching.models.offers import Offer, OfferApproval
from beenthere.matching.models.proposals import Proposal, ProposalLine
from beenthere.matching.models.requests import Ask, AskNote, MatchRequest, Shown

__all__ = [
    "Ask",
    "AskNote",
    "HandOver",
    "IndexBits",
    "KindWord",
    "Match",
    "MatchRequest",
    "Offer",
    "OfferApproval",
    "OfferName",
    "OfferSlot",
    "Proposal",
    "ProposalLine",
    "Shown",
]  # fmt: skip
