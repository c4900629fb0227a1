"""What screens and prompts are made of: they draw values and know nothing of a quiz."""
