"""Why an input cannot be taken in, in words for the one who gave it."""


class RefusalError(Exception):
    """An input that is set aside: ``reason`` says what is wrong, ``advice`` what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
