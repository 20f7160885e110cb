"""A résumé as plain data: its facts, their days, how they are laid out, and the files it goes into. Pure."""
