"""The one way in which the PDF writer says that a page cannot be made as it stands."""


class RenderError(Exception):
    """Carries every complaint about a page, in the order in which they came up."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))
