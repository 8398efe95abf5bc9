"""A document as a maker gives it, made fit for a copy: title, language, levels, links; what it lacks is listed."""

from clearfold.importers.finish.finish import finish

__all__ = ["finish"]
