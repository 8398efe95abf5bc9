"""A web page of many marked traps: each holds a word of its own, which must be in the copy or in the ledger."""

from collections.abc import Callable, Mapping

DOT = "data:image/png;base64," + (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)
TEXT = "<p>This is what the leaflet says to you about the illness and its treatment, and it is not short.</p>"

BESIDE: Mapping[str, Callable[[str], str]] = {
    "header": lambda m: f"<header>{m}</header>",
    "navigation": lambda m: f'<nav>{m} <a href="/">home</a></nav>',
    "breadcrumb": lambda m: f'<div role="navigation"><ol><li>{m}</ol></div>',
    "skip link": lambda m: f'<a href="#main">{m}</a>',
    "cookie bar": lambda m: f'<div id="cookie-bar"><p>{m}</p><button>OK</button></div>',
    "aside of the page": lambda m: f"<aside>{m}</aside>",
    "footer": lambda m: f"<footer><p>{m}</p></footer>",
    "loose text": lambda m: f" {m} ",
    "script": lambda m: f"<noscript>{m}</noscript><script>var x = '<p>no</p>';</script>",
}
WITHIN: Mapping[str, Callable[[str], str]] = {
    "title": lambda m: f"<h1>The leaflet {m}</h1>",
    "heading": lambda m: f"<h2>{m}</h2>{TEXT}",
    "skipped level": lambda m: f"<h4>{m}</h4>{TEXT}",
    "heading with a block in it": lambda m: f"<h2><div>Not</div>{m}</h2>{TEXT}",
    "heading that is only bold": lambda m: f"<p><b>{m}</b></p>{TEXT}",
    "paragraph that is not closed": lambda m: f"<p>One<p>{m}",
    "loose words": lambda m: f"<div>{m}<p>in</p>after</div>",
    "bold": lambda m: f"<p>so <strong>{m}</strong>.</p>",
    "bold within a word": lambda m: f"<p><b>{m[:3]}</b>{m[3:]}</p>",
    "italics": lambda m: f"<p><em>{m}</em> <i>x</i></p>",
    "raised and lowered": lambda m: f"<p>H<sub>2</sub>O 10<sup>{m}</sup></p>",
    "code": lambda m: f"<p>type <code>{m} *x*</code></p>",
    "preformatted": lambda m: f"<pre>one\n  {m}</pre>",
    "line end": lambda m: f"<p>one<br>{m}<br/>three</p>",
    "entities": lambda m: f"<p>{m}&nbsp;&eacute;&amp;amp; &lt;b&gt; &#8212; &hellip;</p>",
    "no-break space": lambda m: f"<p>3&nbsp;000 {m}</p>",
    "soft hyphen": lambda m: f"<p>so&shy;ft {m}</p>",
    "comment": lambda m: f"<p>seen<!-- not seen --> {m}</p>",
    "link": lambda m: f'<p><a href="https://example.org/a_(b)">{m}</a></p>',
    "link to a page beside": lambda m: f'<p><a href="other.html">{m}</a></p>',
    "link to a script": lambda m: f'<p><a href="javascript:x()">{m}</a></p>',
    "inner link": lambda m: f'<h2 id="goal">Goal</h2>{TEXT}<p><a href="#goal">{m}</a></p>',
    "anchor without an address": lambda m: f'<p><a name="x">{m}</a></p>',
    "abbreviation": lambda m: f'<p><abbr title="{m}">AB</abbr></p>',
    "other language": lambda m: f'<p>the <span lang="fr">{m}</span></p>',
    "quotation in a line": lambda m: f"<p><q>{m}</q></p>",
    "underlined": lambda m: f"<p><u>{m}</u> <mark>x</mark> <small>y</small></p>",
    "struck": lambda m: f"<p>not <del>{m}</del></p>",
    "inserted": lambda m: f"<p><ins>{m}</ins></p>",
    "small letters above": lambda m: f"<p><ruby>{m}<rp>(</rp><rt>above</rt><rp>)</rp></ruby></p>",
    "bullets": lambda m: f"<ul><li>{m}<li>two</ul>",
    "bullets within bullets": lambda m: f"<ul><li>one<ul><li>{m}</ul><li>two</ul>",
    "numbers from three": lambda m: f'<ol start="3"><li>{m}<li>two</ol>',
    "letters": lambda m: f'<ol type="a"><li>{m}<li>two</ol>',
    "paragraphs in an item": lambda m: f"<ul><li><p>one</p><p>{m}</p><li>two</ul>",
    "list without items": lambda m: f"<ul>{m}</ul><p>{m}</p>",
    "typed bullets": lambda m: f"<p>• {m}</p><p>• two</p>",
    "typed numbers": lambda m: f"<p>text</p><p>1. {m}</p><p>2. two</p>",
    "terms": lambda m: f"<dl><dt>term<dd>{m}</dl>",
    "terms without meaning": lambda m: f"<dl><dt>{m}<dt>two</dl>",
    "terms in groups": lambda m: f"<dl><div><dt>term</dt><dd>{m}</dd></div></dl>",
    "quotation": lambda m: f"<blockquote><p>{m}</p></blockquote>",
    "box": lambda m: f"<aside><p>{m}</p></aside>",
    "box with a title": lambda m: (
        f'<aside class="admonition warning"><p class="admonition-title">T</p><p>{m}</p></aside>'
    ),
    "details": lambda m: f"<details><summary>More</summary><p>{m}</p></details>",
    "summary": lambda m: f"<details><summary>{m}</summary><p>more</p></details>",
    "address": lambda m: f"<address>{m}<br>Street 1</address>",
    "table": lambda m: f"<table><tr><th>A<th>B<tr><td>{m}<td>c</table>",
    "table with parts": lambda m: (
        f"<table><thead><tr><td>A</td><td>B</td></tr></thead><tbody><tr><td>{m}</td><td>c</td></tr></tbody>"
        "<tfoot><tr><td>d</td><td>e</td></tr></tfoot></table>"
    ),
    "table with heads of rows": lambda m: f"<table><tr><td><th>B<tr><th>{m}<td>c<tr><th>x<td>y</table>",
    "table without a head": lambda m: f"<table><tr><td>{m}<td>b<tr><td>c<td>d</table>",
    "cells merged sideways": lambda m: f"<table><tr><th colspan=2>A<tr><td>{m}<td>c</table>",
    "cells merged downwards": lambda m: f"<table><tr><th>A<th>B<tr><td rowspan=2>{m}<td>c<tr><td>d</table>",
    "empty cell": lambda m: f"<table><tr><th>A<th>B<tr><td><td>{m}</table>",
    "caption": lambda m: f"<table><caption>{m}</caption><tr><th>A<th>B<tr><td>c<td>d</table>",
    "table within a table": lambda m: f"<table><tr><th>A<th>B<tr><td><table><tr><td>{m}<td>y</table><td>z</table>",
    "list in a cell": lambda m: f"<table><tr><th>A<th>B<tr><td><ul><li>{m}<li>two</ul><td>z</table>",
    "bar in a cell": lambda m: f"<table><tr><th>A<th>B<tr><td>{m} a|b<td>z</table>",
    "table for looks": lambda m: f'<table role="presentation"><tr><td>{m}<td>b</table>',
    "table in a figure": lambda m: (
        f"<figure><table><tr><th>A<th>B<tr><td>c<td>d</table><figcaption>{m}</figcaption></figure>"
    ),
    "picture": lambda m: f'<p><img src="{DOT}" alt="shows {m}"></p>',
    "picture in a line": lambda m: f'<p>see <img src="{DOT}" alt="a dot"> {m}</p>',
    "picture with a caption": lambda m: f'<figure><img src="{DOT}" alt="a dot"><figcaption>{m}</figcaption></figure>',
    "picture with a rich caption": lambda m: (
        f'<figure><img src="{DOT}" alt="a dot"><figcaption>a <b>{m}</b></figcaption></figure>'
    ),
    "picture without words": lambda m: f'<p><img src="{DOT}"> </p><p>{m}</p>',
    "picture that decorates": lambda m: f'<p><img src="{DOT}" alt=""> {m}</p>',
    "picture elsewhere": lambda m: f'<p><img src="https://example.org/x.png" alt="{m}"></p>',
    "drawing": lambda m: f"<svg><title>t</title><text>{m}</text></svg>",
    "film": lambda m: f'<video src="x.mp4">{m}</video>',
    "page within": lambda m: f'<iframe src="x">{m}</iframe><p>{m}</p>',
    "hidden": lambda m: f"<p hidden>{m}</p>",
    "hidden by its style": lambda m: f'<p style="display: none">{m}</p>',
    "hidden from screen readers": lambda m: f'<span aria-hidden="true">{m}</span>',
    "form": lambda m: f"<form><label>Name <input></label> {m}</form>",
    "button": lambda m: f"<p>press <button>{m}</button></p>",
    "choices": lambda m: f"<select><option>{m}<option>two</select>",
    "what a field holds": lambda m: f'<form><input value="{m}"></form>',
    "formula": lambda m: f"<p>so <math><mi>{m}</mi><mo>+</mo><mn>1</mn></math></p>",
    "note": lambda m: (
        f'<p>noted<sup><a href="#fn1">1</a></sup>.</p><ol><li id="fn1"><p>{m} <a href="#r">↩</a></p></ol>'
    ),
    "signs of Markdown": lambda m: f"<p>*{m}* _x_ `y` [z](u) # 5 ~6~ ^7^ {{x}} | \\</p>",
    "line like a list": lambda m: f"<p>- {m}</p>",
    "unknown element": lambda m: f"<p><blink>{m}</blink> <x-tag>y</x-tag></p>",
    "unknown block": lambda m: f"<x-box><p>{m}</p></x-box>",
    "items without a list": lambda m: f"<div><li>{m}</li><li>two</li></div>",
    "lines with typed signs": lambda m: f"<p>- {m}<br>- two<br>- three</p>",
    "empty lines in a paragraph": lambda m: f"<div>one<br><br>{m}<br><br>three</div>",
    "terms that share a meaning": lambda m: f"<dl><dt>one<dt>{m}<dd>both<dt>c<dd>d</dl>",
    "picture that comes later": lambda m: f'<p><img src="data:image/gif;base64,R0lG" data-src="{DOT}" alt="{m}"></p>',
    "picture of a set": lambda m: f'<picture><source srcset="{DOT} 1x"><img srcset="{DOT} 2x" alt="{m}"></picture>',
    "picture and its larger one": lambda m: (
        f'<figure><a href="x.png"><img src="{DOT}" alt="a dot"></a><figcaption>{m}</figcaption></figure>'
    ),
    "caption of a blog": lambda m: (
        f'<div class="wp-caption"><img src="{DOT}" alt="dot"><p class="wp-caption-text">{m}</p></div>'
    ),
    "frame with a name": lambda m: f'<iframe title="{m}" src="https://example.org/film"></iframe>',
    "drawing with a name": lambda m: f'<svg role="img" aria-label="{m}"><path d="M0 0"/></svg>',
    "sign with a name": lambda m: f'<p><span role="img" aria-label="{m}">🙂</span> so</p>',
    "rooms of a picture": lambda m: f'<map name="m"><area alt="{m}" href="x"></map>',
    "groups of choices": lambda m: f'<select><optgroup label="{m}"><option>a</optgroup></select>',
    "tip of a link": lambda m: f'<p><a href="https://example.org/" title="{m}">there</a></p>',
    "way to the page": lambda m: f'<div class="breadcrumb"><a href="/">Home</a> / {m}</div>',
    "contents of a plug-in": lambda m: f'<div id="toc_container"><ul><li><a href="#a">{m}</a></ul></div>',
    "links for sharing": lambda m: (
        f'<div class="sharedaddy"><h3>Share</h3><a href="https://example.org/">{m}</a></div>'
    ),
    "hidden by a class": lambda m: f'<p class="d-none">{m}</p>',
    "hidden on telephones": lambda m: f'<p class="d-none d-md-block">{m}</p>',
    "question that opens": lambda m: f'<h3><button aria-expanded="false">{m}</button></h3><div>{TEXT}</div>',
    "question without a heading": lambda m: f'<button aria-controls="x">{m}</button><div id="x">{TEXT}</div>',
    "heading by its role": lambda m: f'<div role="heading" aria-level="3">{m}</div>{TEXT}',
    "list by its role": lambda m: f'<div role="list"><div role="listitem">{m}</div><div role="listitem">b</div></div>',
    "box of a template": lambda m: f'<div class="alert alert-warning"><p>{m}</p></div>',
    "page laid out by a table": lambda m: f"<table><tr><td><h2>{m}</h2>{TEXT}</td><td><p>b</p></td></tr></table>",
    "note of a blog": lambda m: (
        f'<p>x<sup><a href="#q7" id="q7-link">2</a></sup></p><ol><li id="q7">{m} <a href="#q7-link">up</a></ol>'
    ),
    "formula said twice": lambda m: (
        f'<p><math><semantics><mi>{m}</mi><annotation encoding="TeX">x</annotation></semantics></math></p>'
    ),
    "two empty heads": lambda m: f"<table><tr><th><th><th>C<tr><td>{m}<td>b<td>c</table>",
    "signs of a word processor": lambda m: (
        f'<p class="MsoListParagraph"><span>·<span>&nbsp; </span></span>{m}<o:p></o:p></p><p>· two</p>'
    ),
    "centred": lambda m: f"<center><font size=7>{m}</font></center>",
}
TRAPS = {**BESIDE, **WITHIN}


def mark(number: int) -> str:
    """Return the word of a trap."""
    return f"Mark{number:03}x"


def page_traps() -> bytes:
    """Return the web page."""
    marks = {name: mark(number) for number, name in enumerate(TRAPS)}
    beside = "".join(make(marks[name]) for name, make in BESIDE.items())
    within = "".join(make(marks[name]) for name, make in WITHIN.items())
    head = '<meta charset="utf-8"><title>A site</title><meta name="description" content="About">'
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{beside}<main>{within}</main></body></html>'.encode()
    )
