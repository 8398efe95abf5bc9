"""Letters of a text in Markdown, so that each of them is read as itself."""

import re
from html import escape

# What Markdown, or a dialect that copies are read in, takes for more than itself wherever it stands.
_SIGNS = re.compile(r"[\\*`\[\]<|~^{}]|==+|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
# What begins a list, a heading, a quotation, a table, a box, a caption or a definition where a line begins with it.
_OPENING = re.compile(
    r"(?P<number>\d{1,9}|[A-Za-z]|[ivxIVX]{1,4})(?P<dot>[.)])(?=\s|$)"
    r"|(?P<sign>[-+#:=>]|!!!|\?\?\?|(?i:table|tabelle|tableau|tabel)(?=\s*:))"
    r"|(?P<bullet>[•·▪▫◦‣⁃●○■□➢➤✓✔❖–—→⇒►▶*]|o(?=\s))"
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def folded(text: str) -> str:
    """Return a text with its white space folded; no-break spaces stay."""
    return _SPACES.sub(" ", text)


def markdown(text: str) -> str:
    """Return a text for the middle of a line."""
    return _SIGNS.sub(_escaped, folded(text))


def opening(line: str) -> str:
    """Return a line of Markdown that begins with text, so that nothing but text is read from its first signs."""
    match = _OPENING.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    if match["dot"]:
        return f"{match['number']}\\{match['dot']}{rest}"
    if match["sign"] and not match["sign"][0].isalpha():
        return f"\\{match[0]}{rest}"
    if match["sign"]:
        return f"{match[0]}{rest.replace(':', '&#58;', 1)}"
    return f"&#{ord(match[0])};{rest}"


def html(text: str) -> str:
    """Return a text for an element."""
    return escape(folded(text), quote=False)


def attribute(text: str) -> str:
    """Return a text between the quotation marks of an attribute."""
    return escape(folded(text).strip(), quote=True)


def _escaped(match: re.Match[str]) -> str:
    if match[0] == "<":
        return "&lt;"
    if match[0] == "&":
        return "&amp;"
    return "".join(f"\\{sign}" for sign in match[0])
