"""Lower case that keeps every offset."""


def fold(text: str) -> str:
    """``text`` in lower case, letter by letter, so that offsets into it hold for the text as it was.

    A letter whose lower case is longer than one letter stays as it is. Typographic apostrophes become straight.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.replace("’", "'").replace("\u2011", "-")
