"""A learner's log and Anki's: what goes along with a package, and what comes back."""
