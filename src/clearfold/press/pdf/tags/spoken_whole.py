"""Say headings of several lines, and links, in one piece beside their lines: what viewers name them by.

After the tree is built, before it is written. Firefox 153 makes the name of a heading from its lines and drops the
spaces between these ("metCAR T-cellen"), and names a link by its text and its annotation both, so that Orca reads every
entry of the contents twice. ActualText mends both, and takes nothing away (docs/viewers.md has what was measured).
"""

from clearfold.press.pdf.tags.tree import HEADINGS, Kid, Node, leaves


def say_whole(document: Node) -> None:
    """Give each link its text, and each heading of several pieces, which may be lines.

    A reader may say ActualText instead of all that is inside (ISO 32000-1, 14.9.4). So a heading that holds more than
    words, such as another language or a link, has it for those pieces alone that have a space behind them; a link that
    holds more than words has none.
    """
    for node in list(document.nodes()):
        if node.type in HEADINGS and len(list(leaves(node.kids))) > 1:
            if _is_plain(node):
                node.said = node.text()
            else:
                _say_pieces(node)
        elif node.type == "Link" and _is_plain(node):
            node.said = node.words()


def _is_plain(node: Node) -> bool:
    """Tell whether all that is inside is words, of which nothing else is said."""
    inside = (below for kid in node.children() for below in kid.nodes())
    return not any(
        below.type == "Link"
        or below.lang
        or below.alternative
        or below.expansion
        or below.id
        or below.target
        or below.references
        for below in inside
    )


def _say_pieces(node: Node) -> None:
    """Put each piece with a space behind it, painted or not, into a Span that says both."""
    for below in list(node.nodes()):
        below.kids = [_with_space(kid) for kid in below.kids]


def _with_space(kid: Kid) -> Kid:
    if isinstance(kid, Node) or kid.text is None or not (kid.space or kid.text[-1:].isspace()):
        return kid
    piece = Node("Span", kids=[kid])
    piece.said = piece.words()
    return piece
