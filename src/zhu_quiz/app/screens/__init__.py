"""One screen a file. They show values and send messages."""
