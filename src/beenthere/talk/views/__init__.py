"""The screens of messages and of concerns."""
