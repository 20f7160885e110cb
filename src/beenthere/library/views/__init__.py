"""The screens of what peers know."""
