"""The committee's work: what waits, who read it, what is due, whom to ask, what was when."""
