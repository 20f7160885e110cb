"""What people tell of themselves, and who may see it; sealed with their key."""

from beenthere.experience.models.about import AboutMe, LivedExperience, Part, Shown

__all__ = ["AboutMe", "LivedExperience", "Part", "Shown"]
