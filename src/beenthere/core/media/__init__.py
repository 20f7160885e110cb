"""Pictures and sounds from people, written anew: what is not picture or sound does not come through. No Django here."""
