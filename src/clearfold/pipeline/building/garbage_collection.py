"""When Python looks for what is no longer needed: seldom while a leaflet is made, and once when it is done."""

import gc

# Objects made before it looks; a layout makes millions that stay, and Python's 700 cost a build a tenth of its time.
_EVERY = 200_000
_LIBRARIES = 30_000  # objects that stay, where libraries were imported since it last looked


def steady() -> None:
    """Have this process look for unreachable objects less often; it is the command line's to say so, or a worker's."""
    gc.set_threshold(_EVERY, 20, 50)


def sweep() -> None:
    """Give back what a leaflet has left: its boxes point to each other, and in a batch they would pile up.

    What outlives the first leaflet is libraries and our own modules: it is not looked through again after each.
    """
    gc.collect()
    if len(gc.get_objects(2)) > _LIBRARIES:
        gc.freeze()
