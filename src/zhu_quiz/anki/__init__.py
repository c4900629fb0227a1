"""A bank as an Anki package. The only room that knows genanki, Anki's tables and the HTML of its cards."""
