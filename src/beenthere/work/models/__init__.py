"""What is known about work: public facts, the same for everybody who looks."""

from beenthere.work.models.benefit_rules import BenefitRule, Sure
from beenthere.work.models.editions import LICENCES, PUBLISHED, Edition
from beenthere.work.models.occupations import Group, Occupation, Titles
from beenthere.work.models.postings import Posting
from beenthere.work.models.profiles import Activity, Crossing, OnetOccupation, Profile
from beenthere.work.models.wages import Outlook, Region, Wage

__all__ = [
    "LICENCES",
    "PUBLISHED",
    "Activity",
    "BenefitRule",
    "Crossing",
    "Edition",
    "Group",
    "Occupation",
    "OnetOccupation",
    "Outlook",
    "Posting",
    "Profile",
    "Region",
    "Sure",
    "Titles",
    "Wage",
]
