"""What people tell about themselves, and what they found out about their strengths, sealed with their key."""

from beenthere.experience.models.about import AboutMe, LivedExperience, Part, Shown
from beenthere.experience.models.strengths import SHARED_MIRROR, Mirror, Moment, Strength

__all__ = ["SHARED_MIRROR", "AboutMe", "LivedExperience", "Mirror", "Moment", "Part", "Shown", "Strength"]
