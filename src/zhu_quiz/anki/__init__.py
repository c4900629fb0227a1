"""Anki, both ways: `writing` our packages, `reading` anyone's, `importing` them as banks, the learner's `history`
there and back, and `connect` to a running Anki. Both directions share what is named here: identity and note types."""
