"""What other tools and other habits write instead of ours, read as it was meant."""
