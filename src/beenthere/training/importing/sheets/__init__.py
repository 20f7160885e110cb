"""Sheets as people keep them, into facts as records say them: columns, values, words. Pure."""
