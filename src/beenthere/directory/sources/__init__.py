"""Files of others that hold services, each with its mapping to the standard."""

from beenthere.directory.sources.files import NotAFile, bring_in_file

__all__ = ["NotAFile", "bring_in_file"]
