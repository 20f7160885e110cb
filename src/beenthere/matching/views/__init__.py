"""The screens of matching: asking, answering, offering, walking together."""
