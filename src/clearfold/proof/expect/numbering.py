"""The numbers of lists: each item has the one that its writer gave it; where every one is 1, they are counted."""

from collections.abc import Sequence

from markdown_it.token import Token

from clearfold.proof.expect.written import LETTER


def number_items(tokens: Sequence[Token]) -> None:
    """Write into each item of a list its number, and into a list whose items have letters its kind."""
    lists: list[tuple[Token, list[Token]]] = []
    for index, token in enumerate(tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append((token, []))
        elif token.type == "list_item_open":
            lists[-1][1].append(token)
            _letter(lists[-1][0], tokens[index + 1 : index + 3])
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            opening, items = lists.pop()
            numbers = [int(item.info) for item in items if item.info.isdigit()]
            if opening.type == "ordered_list_open" and set(numbers) != {1}:
                for item, number in zip(items, numbers, strict=True):
                    item.attrSet("value", str(number))


def _letter(listing: Token, first: Sequence[Token]) -> None:
    """Take the sign of a letter out of an item's first words."""
    for token in first:
        if token.type == "inline" and token.content.startswith(LETTER):
            listing.attrSet("type", "a")
            token.content = token.content.removeprefix(LETTER)
            if token.children:
                token.children[0].content = token.children[0].content.removeprefix(LETTER)
