"""The screens of what is listed."""
