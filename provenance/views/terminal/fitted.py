"""Words fitted to columns of a screen, where wide letters (Unicode TR 11) take two and combining ones none."""

from __future__ import annotations

ARROW, MORE = " → ", "…"


def columns(words: str) -> int:
    """How many columns of the screen `words` take."""
    if words.isascii():
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def fitted(words: str, room: int) -> str:
    """`words` in at most `room` columns, cut at a space where there is one near."""
    if columns(words) <= room:
        return words
    from rich.cells import set_cell_size

    head = set_cell_size(words, max(0, room - 1)).rstrip()
    cut, _, _ = head.rpartition(" ")
    return (cut if columns(cut) * 3 > room * 2 else head).rstrip() + MORE


def path(names: list[str], room: int) -> str:
    """`names` joined by arrows in at most `room` columns: the first and the last stay, those between are counted."""
    whole = ARROW.join(names)
    if columns(whole) <= room or not names:
        return whole
    for kept in range(len(names) - 2, 0, -1):
        between = len(names) - 1 - kept
        cut = ARROW.join([*names[:kept], f"{MORE} {between} more {MORE}", names[-1]])
        if columns(cut) <= room:
            return cut
    first, last = names[0], names[-1]
    joint = f"{ARROW}{MORE} {len(names) - 2} more {MORE}{ARROW}" if len(names) > 2 else ARROW
    if len(names) == 1:
        return fitted(first, room)
    spare = room - columns(joint)
    share = max(spare // 2, spare - columns(last))
    head = fitted(first, share)
    return head + joint + fitted(last, spare - columns(head))
