"""Pack words into windows that the encoder reads at once, cut where a sentence surely ends."""

from collections.abc import Sequence

from firsthand.reader.words import WordSpan, abbreviations

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»''")


def sure_breaks(text: str, words: Sequence[WordSpan], skipped: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Indices of words that begin a paragraph, follow a skipped range, or follow a full stop and a blank.

    These are safe places to cut.

    >>> text = "It came. They saw.\\nNobody won."
    >>> from firsthand.reader.words import split_words
    >>> sure_breaks(text, split_words(text))
    [0, 3, 6]
    """
    breaks = [0] if words else []
    short = abbreviations()
    for i in range(1, len(words)):
        gap = text[words[i - 1][1] : words[i][0]]
        if "\n" in gap or any(words[i - 1][1] <= a < words[i][0] for a, _ in skipped):
            breaks.append(i)
        elif gap:
            k = i - 1
            while k > 0 and text[slice(*words[k])] in _CLOSERS and words[k][0] == words[k - 1][1]:
                k -= 1
            last = text[slice(*words[k])]
            if last[0] in _STOPS or (len(last) > 1 and last.endswith("?") and last.lower() not in short):
                breaks.append(i)
    return breaks


def pack(sizes: Sequence[int], breaks: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Word ranges ``[first, last)`` of at most ``room`` pieces each, cut at breaks where that is possible.

    ``sizes`` holds the number of encoder pieces of each word; a word longer than ``room`` stands alone.

    >>> pack([1, 1, 1, 1, 1], [0, 2, 4], 3)
    [(0, 2), (2, 5)]
    """
    ends = [*list(breaks)[1:], len(sizes)] if sizes else []
    windows: list[tuple[int, int]] = []
    first = used = 0
    start = 0
    for end in ends:
        need = sum(sizes[start:end])
        if used and used + need > room:
            windows.append((first, start))
            first, used = start, 0
        if need > room:
            for i in range(start, end):
                if used and used + sizes[i] > room:
                    windows.append((first, i))
                    first, used = i, 0
                used += sizes[i]
        else:
            used += need
        start = end
    if first < len(sizes):
        windows.append((first, len(sizes)))
    return windows
