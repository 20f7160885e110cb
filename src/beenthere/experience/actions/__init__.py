"""What people do with what they tell of themselves."""

from beenthere.experience.actions.about import change_word, choose_words, remove_word, tell

__all__ = ["change_word", "choose_words", "remove_word", "tell"]
