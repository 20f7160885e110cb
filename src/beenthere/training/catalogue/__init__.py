"""What a record says and how it is found: its facts, its words, by what it is chosen, its page."""
