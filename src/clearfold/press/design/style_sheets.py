"""Where the style sheets and fonts stand that Clearfold brings along."""

from pathlib import Path

PACKAGE = Path(__file__).parents[2]


def styles_folder() -> Path:
    """Return the folder of style sheets: within an installed package, else beside src/ in a checkout."""
    installed = PACKAGE / "styles"
    return installed if installed.is_dir() else PACKAGE.parent.parent / "styles"
