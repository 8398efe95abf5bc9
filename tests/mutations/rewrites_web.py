"""Harmless rewritings of a web page: what no browser can tell from the page before."""

import re
from collections.abc import Callable

Rewrite = Callable[[bytes], bytes]


def _body(change: Callable[[str], str]) -> Rewrite:
    """Return what writes the body anew; style and script are held to the letter, and stay as they are."""

    def rewrite(data: bytes) -> bytes:
        head, mark, body = data.decode().partition("<body")
        return (head + mark + change(body)).encode()

    return rewrite


def _whole(change: Callable[[str], str]) -> Rewrite:
    return lambda data: change(data.decode()).encode()


REWRITES: dict[str, Rewrite] = {
    "all line ends of Windows": _whole(lambda page: page.replace("\n", "\r\n")),
    "a comment": _body(lambda body: body.replace("<main", "<!-- seen by nobody --><main")),
    "a doctype in small letters": _whole(lambda page: page.replace("<!DOCTYPE html>", "<!doctype html>")),
    "elements in capitals": _body(lambda body: body.replace("<p>", "<P>").replace("</p>", "</P>")),
    "attributes in capitals": _body(lambda body: body.replace(' href="', ' HREF="').replace(' class="', ' Class="')),
    "empty elements with a stroke": _body(lambda body: body.replace("<br>", "<br/>").replace("<hr>", "<hr />")),
    "items without an end": _body(lambda body: re.sub("</(li|dd|dt|td|th|tr)>", "", body)),
    "letters by number": _body(lambda body: body.replace("é", "&#233;").replace("’", "&#x2019;")),
    "letters by name": _body(lambda body: body.replace("é", "&eacute;").replace("’", "&rsquo;")),
    "quotes of the other kind": _body(lambda body: body.replace('class="part"', "class='part'")),
    "no quotes": _body(lambda body: body.replace('class="part"', "class=part")),
    "blanks between elements": _body(lambda body: body.replace("<section", "\n\n   <section")),
    "blanks in a tag": _body(lambda body: body.replace("<li>", "<li  >").replace('" id="', '"\n  id="')),
    "an attribute twice": _body(lambda body: body.replace('<main id="text"', '<main id="text" id="other"')),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "blank lines behind the page": lambda data: data + b"\n\n",
    "no end of body and page": _body(lambda body: body.replace("</body>", "").replace("</html>", "")),
}
