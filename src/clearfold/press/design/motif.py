"""Draw the picture of a cover that has none: arcs that rise from its foot, in the colours of the association."""

from clearfold.press.design.brand import ACCENT, PRIMARY
from clearfold.press.design.colours import PAPER, lightened, tint
from clearfold.press.leaflet import Publisher

FAINT = 0.035  # chroma
TALLEST = 0.6  # of the width of its place that an arc may reach up
# Of each arc: where its middle stands, as a part of the width, how far it reaches, as a part of the tallest one, and
# its colours from outside in.
_ARCS = (
    (0.05, 0.5, ("accent",)),
    (0.34, 0.7, ("light", "ground", "accent")),
    (0.76, 1.0, ("middle", "ground", "light")),
    (0.97, 0.38, ("accent",)),
)


def motif(publisher: Publisher, width: float, height: float, *, dark: bool) -> bytes:
    """Return the motif as an SVG for a place of that size, on the primary colour if ``dark``, else on its tint."""
    primary, accent = publisher.primary or PRIMARY, publisher.accent or ACCENT
    ground = primary if dark else tint(primary)
    colours = {
        "ground": ground,
        "accent": accent if accent.lower() != ground.lower() else PAPER,
        "middle": lightened(primary, 0.48) if dark else primary,
        "light": lightened(primary, 0.7),
    }
    tallest = min(0.88 * height, TALLEST * width)
    drawn = "".join(
        f'<circle cx="{x * width:.2f}" cy="{height}" r="{reach * tallest * (len(rings) - ring) / len(rings):.2f}" '
        f'fill="{colours[name]}"/>'
        for x, reach, rings in _ARCS
        for ring, name in enumerate(rings)
    )
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    back = f'<rect width="{width}" height="{height}" fill="{ground}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{back}{drawn}</svg>'.encode()


def halo(publisher: Publisher) -> bytes:
    """Return discs on a tint as an SVG, for a drawing to stand before that fills no more than a part of its place."""
    primary = publisher.primary or PRIMARY
    discs = "".join(
        f'<circle cx="75" cy="75" r="{reach}" fill="{lightened(primary, lightness, FAINT)}"/>'
        for reach, lightness in ((75, 0.92), (46, 0.885))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 150" width="150" height="150">{discs}</svg>'.encode()
    )
