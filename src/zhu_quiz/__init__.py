"""Learn one article for keeps: a terminal quiz with spaced repetition, and Anki decks."""
