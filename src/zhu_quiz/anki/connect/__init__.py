"""A running Anki, spoken to through its add-on AnkiConnect."""
