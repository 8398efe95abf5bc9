"""``python -m clearfold``."""

import sys

from clearfold.cli import main

sys.exit(main())
