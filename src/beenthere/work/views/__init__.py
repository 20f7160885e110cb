"""The screens about work."""
