"""``python -m clearfold``."""

import sys

from clearfold.cli.main import run

if __name__ == "__main__":  # a spawned process imports this module by another name
    sys.exit(run())
