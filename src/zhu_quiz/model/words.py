"""Numbers in words, as every face says them."""


def counted(number: int, noun: str) -> str:
    """Such as “1 question” or “1,200 questions”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
