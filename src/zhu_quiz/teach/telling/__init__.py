"""What was found in a bank, as somebody wants to have it told."""
