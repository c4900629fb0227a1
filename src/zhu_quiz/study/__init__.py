"""A sitting: what to ask next, what an answer means, undo, resume. No screen: a test can play a whole sitting."""
