"""Numbers in a learner's words, as short as a screen wants them."""


def briefly(days: int) -> str:
    """How long until a card comes again; empty for within the sitting."""
    if days < 60:
        return f"{days} d" if days else ""
    return f"{round(days / 30.4)} mo" if days < 330 else f"{round(days / 365)} y"


def percent(share: float) -> str:
    return f"{round(100 * share)} %"
