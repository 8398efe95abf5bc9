"""What an import tells: import.html for people, and the same for programs and the terminal."""

from clearfold.importers.report.forms import to_json, to_text
from clearfold.importers.report.page import to_html
from clearfold.importers.report.told import Told

__all__ = ["Told", "to_html", "to_json", "to_text"]
