"""Two themes of our own, light and dark; any of Textual's can stand in their place."""

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="zhu-dark",
    dark=True,
    primary="#8ab4f8",
    secondary="#8ab4f8",
    accent="#8ab4f8",
    foreground="#e4e4e0",
    background="#15171c",
    surface="#22262e",
    panel="#1b1e24",
    success="#86c98e",
    warning="#e5c07b",
    error="#f0908a",
    variables={
        "text-muted": "#969ba6",
        "text-accent": "#8ab4f8",
        "text-success": "#86c98e",
        "text-warning": "#e5c07b",
        "text-error": "#f0908a",
        "scrollbar": "#4a5160",
        "scrollbar-background": "#15171c",
    },
)

LIGHT = Theme(
    name="zhu-light",
    dark=False,
    primary="#1a56b0",
    secondary="#1a56b0",
    accent="#1a56b0",
    foreground="#22252b",
    background="#fbfaf7",
    surface="#ecebe5",
    panel="#f3f2ed",
    success="#1c6b30",
    warning="#7a5200",
    error="#b02a20",
    variables={
        "text-muted": "#646872",
        "text-accent": "#1a56b0",
        "text-success": "#1c6b30",
        "text-warning": "#7a5200",
        "text-error": "#b02a20",
        "scrollbar": "#b9b8b0",
        "scrollbar-background": "#fbfaf7",
    },
)


def first_theme(environment: Mapping[str, str], known: Mapping[str, Theme]) -> str:
    """The theme to begin with: what TEXTUAL_THEME names, else what suits the terminal as far as it tells."""
    if (wanted := environment.get("TEXTUAL_THEME", "")) in known:
        return wanted
    # COLORFGBG is "text;background" in the numbers of the 16 colours; 7 and 15 are the white ones.
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in ("7", "15") else DARK.name
