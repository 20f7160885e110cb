"""What is known about work: public facts, the same for everybody who looks."""

from beenthere.work.models.occupations import Occupation

__all__ = ["Occupation"]
