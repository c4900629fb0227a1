"""How a key is declared: once, for footer, help and keymap alike."""

from collections.abc import Iterator

from textual.binding import Binding


def key(keys: str, action: str, does: str, tooltip: str, *, id: str = "", show: bool = True) -> Binding:
    """Commas part the keys; the id, by which a keymap finds them, is the action's name unless given."""
    return Binding(keys, action, does, id=id or action.replace("_", "-"), tooltip=tooltip, show=show)


def digits(does: str, tooltip: str) -> Iterator[Binding]:
    """Keys 1 to 9, shown as one."""
    group = Binding.Group(does)
    for digit in range(1, 10):
        action = f"digit({digit - 1})"
        yield Binding(str(digit), action, does, id=f"digit-{digit}", tooltip=tooltip, group=group)
