"""The whole in figures: what is missing, and what a year brought."""
