"""The addresses: of everybody, of the open data, of the research committee."""
