"""Tables as pages have them: set as cards where they are too wide or too tall, their columns balanced where not."""

from clearfold.press.leaflet import Leaflet
from clearfold.press.template.table_columns import balance_tables
from clearfold.press.template.wide_tables import stack_wide_tables


def fit_tables(leaflet: Leaflet, line: int) -> Leaflet:
    """Return a leaflet whose tables fit pages with lines of so many letters."""
    return balance_tables(stack_wide_tables(leaflet, line), line)
