"""What people may type about themselves."""

from beenthere.experience.forms.about import FORMS, ChooseForm, PartForm, WordForm

__all__ = ["FORMS", "ChooseForm", "PartForm", "WordForm"]
