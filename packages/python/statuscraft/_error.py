from __future__ import annotations


class StatuscraftError(ValueError):
    """What the generator refuses: a code, a target or an option that doesn't exist or can't be used.

    The text is the one that the command prints. ``kind`` is the kind of error, such as ``"UnknownStatus"``,
    ``"UnknownTarget"``, ``"Unsupported"``, ``"Option"`` or ``"Usage"``. ``hint`` is advice for the reader, if there is any, and
    ``word`` is the word that is wrong, if the request consists of words.
    """

    kind: str
    hint: str | None
    word: str | None

    def __init__(self, message: str, kind: str, hint: str | None = None, word: str | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.hint = hint
        self.word = word
        # Since Python 3.11, a traceback shows notes.
        if hint and hasattr(self, "add_note"):
            self.add_note(f"hint: {hint}")

    def __reduce__(self) -> tuple[type[StatuscraftError], tuple[str, str, str | None, str | None]]:
        return type(self), (str(self), self.kind, self.hint, self.word)
