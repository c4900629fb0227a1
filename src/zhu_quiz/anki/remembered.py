"""Names of the settings by which a journal remembers what went to Anki and what came from there."""


def published(bank: str) -> str:
    """What was published last of each note: `Stamp`s by GUID."""
    return f"published in Anki: {bank}"


def imported(bank: str) -> str:
    """From which cards the questions were made, as `Imported` has it."""
    return f"imported from Anki: {bank}"


def pulled(bank: str) -> str:
    """When the newest file changed of all that were pulled, in milliseconds since 1970."""
    return f"pulled from Anki: {bank}"
