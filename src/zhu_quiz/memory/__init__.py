"""What is remembered: study days, the memory model, grades, the order of asking. Pure."""
