"""The fewest words by which two runs of words differ: E. W. Myers, An O(ND) difference algorithm, 1986."""

from collections.abc import Hashable, Iterator, Sequence

_MOST = 800  # words that differ; beyond, the time grows with their square


def least(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[tuple[int, int]] | None:
    """Return the numbers of the words that are equal, as many pairs as there can be; None where too many differ."""
    trace: list[dict[int, int]] = []
    reach = {1: 0}
    for step in range(_MOST):
        trace.append(dict(reach))
        for way in range(-step, step + 1, 2):
            down = way == -step or (way != step and reach[way - 1] < reach[way + 1])
            x = reach[way + 1] if down else reach[way - 1] + 1
            while x < len(ours) and x - way < len(theirs) and ours[x] == theirs[x - way]:
                x += 1
            reach[way] = x
            if x >= len(ours) and x - way >= len(theirs):
                return sorted(_back(trace, len(ours), len(theirs)))
    return None


def _back(trace: Sequence[dict[int, int]], x: int, y: int) -> Iterator[tuple[int, int]]:
    for step in range(len(trace) - 1, -1, -1):
        reach, way = trace[step], x - y
        down = way == -step or (way != step and reach[way - 1] < reach[way + 1])
        before = way + 1 if down else way - 1
        x0 = reach[before]
        y0 = x0 - before
        while x > x0 and y > y0 and (x, y) != (x0 + (not down), y0 + down):
            x, y = x - 1, y - 1
            yield x, y
        if step == 0:
            return
        x, y = x0, y0
