"""Formulas of MathML in one line: what stands above or below others goes between brackets (MathML Core, 3)."""

from dataclasses import dataclass

_SIMPLE = 1


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a formula: its name, and what it holds, whatever tree it comes from."""

    name: str
    held: tuple["Part | str", ...]


def linear(part: Part) -> str:
    """Return a formula in one line."""
    inner = [linear(one) for one in part.held if isinstance(one, Part)]
    match part.name, inner:
        case "msup" | "mover", [base, above]:
            return f"{base}^{grouped(above)}"
        case "msub" | "munder", [base, below]:
            return f"{base}_{grouped(below)}"
        case "msubsup" | "munderover", [base, below, above]:
            return f"{base}_{grouped(below)}^{grouped(above)}"
        case "mfrac", [above, below]:
            return f"{grouped(above)}/{grouped(below)}"
        case "mroot", [base, degree]:
            return f"{degree}√{grouped(base)}"
        case "msqrt", _:
            return f"√{grouped(''.join(inner))}"
        case "mtable", _:
            return f"[{'; '.join(inner)}]"
        case "mtr", _:
            return ", ".join(inner)
        case _:
            held = (linear(one) if isinstance(one, Part) else one.strip() for one in part.held)
            return "".join(held)


def grouped(text: str) -> str:
    """Return a part of a formula in brackets, unless it is a sign, a number or a word."""
    return text if len(text) <= _SIMPLE or text.isalnum() else f"({text})"
