"""The screens on which people tell of themselves."""
