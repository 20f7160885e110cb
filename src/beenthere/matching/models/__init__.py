"""Offers, requests, asks and matches."""

from beenthere.matching.models.matches import Match
from beenthere.matching.models.names import OfferName
from beenthere.matching.models.offers import Offer, OfferApproval
from beenthere.matching.models.requests import Ask, AskNote, MatchRequest, Shown
from beenthere.matching.models.thanks import Thanks

__all__ = [
    "Ask", "AskNote", "Match", "MatchRequest", "Offer", "OfferApproval", "OfferName", "Shown", "Thanks",
]  # fmt: skip
