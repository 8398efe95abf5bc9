"""How often Python looks for what is no longer needed: less often than it does by itself, for what a build makes."""

import gc

# Objects made before it looks; a layout makes millions that stay, and Python's 700 cost a build a tenth of its time.
_EVERY = 200_000


def steady() -> None:
    """Have this process look for unreachable objects less often; it is the command line's to say so, or a worker's."""
    gc.set_threshold(_EVERY, 20, 50)
