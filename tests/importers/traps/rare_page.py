"""A web page of marked traps that are met more seldom; each word must be in the copy or in the ledger."""

from collections.abc import Callable, Mapping

from tests.importers.traps.page import DOT, TEXT

HEAD = "<tr><th>A<th>B"
TRAPS: Mapping[str, Callable[[str], str]] = {
    "picture between letters": lambda m: f'<p>{m}<img src="{DOT}" alt="a dot">end</p>',
    "picture that decorates between letters": lambda m: f'<p>{m}<img src="{DOT}" alt="">end</p>',
    "picture elsewhere between letters": lambda m: f'<p>{m}<img src="https://example.org/x.png" alt="gone">end</p>',
    "details that are open": lambda m: f"<details open><summary><h3>{m}</h3></summary>{TEXT}</details>",
    "details without a summary": lambda m: f"<details>{m}</details>",
    "details within details": lambda m: (
        f"<details><summary>One</summary><details><summary>{m}</summary><p>x</p></details></details>"
    ),
    "summary alone": lambda m: f"<summary>{m}</summary>",
    "meaning without a term": lambda m: f"<dl><dd>{m}</dl>",
    "terms with lists": lambda m: f"<dl><dt>a<dd><ul><li>{m}<li>b</ul></dl>",
    "terms within terms": lambda m: f"<dl><dt>a<dd>b<dl><dt>{m}<dd>c</dl></dl>",
    "terms with many meanings": lambda m: f"<dl><dt>a<dd>b<dd>{m}</dl>",
    "words among terms": lambda m: f"<dl>{m}<dt>a<dd>b</dl>",
    "figure of text": lambda m: f"<figure><p>{m}</p><figcaption>c</figcaption></figure>",
    "figure of two pictures": lambda m: (
        f'<figure><img src="{DOT}" alt="a"><img src="{DOT}" alt="{m}"><figcaption>c</figcaption></figure>'
    ),
    "figure with the caption first": lambda m: (
        f'<figure><figcaption>{m}</figcaption><img src="{DOT}" alt="a"></figure>'
    ),
    "figure in a figure": lambda m: (
        f'<figure><figure><img src="{DOT}" alt="a"><figcaption>{m}</figcaption></figure><figcaption>all</figcaption>'
        "</figure>"
    ),
    "caption with blocks": lambda m: (
        f'<figure><img src="{DOT}" alt="a"><figcaption><p>one</p><p>{m}</p></figcaption></figure>'
    ),
    "caption without a figure": lambda m: f"<figcaption>{m}</figcaption>",
    "figure of code": lambda m: f"<figure><pre>{m}</pre><figcaption>c</figcaption></figure>",
    "figure of a quotation": lambda m: (
        f"<figure><blockquote><p>{m}</p></blockquote><figcaption>Ann</figcaption></figure>"
    ),
    "template": lambda m: f"<template><p>{m}</p></template>",
    "noscript within": lambda m: f"<noscript><p>{m}</p></noscript>",
    "picture without scripts": lambda m: f'<noscript><img src="{DOT}" alt="{m}"></noscript>',
    "hidden until found": lambda m: f'<div hidden="until-found"><p>{m}</p></div>',
    "hidden from all": lambda m: f'<div style="visibility:hidden">{m}</div>',
    "hidden from screen readers": lambda m: f'<div aria-hidden="true"><p>{m}</p></div>',
    "for screen readers alone": lambda m: f'<p><span class="sr-only">{m}</span> seen</p>',
    "inert": lambda m: f"<div inert><p>{m}</p></div>",
    "dialogue": lambda m: f"<dialog><p>{m}</p></dialog>",
    "dialogue that is open": lambda m: f"<dialog open><p>{m}</p></dialog>",
    "picture of sources": lambda m: (
        f'<picture><source srcset="x.webp 1x, y.webp 2x" type="image/webp"><img src="{DOT}" alt="{m}"></picture>'
    ),
    "text of a drawing": lambda m: f"<p>a<svg><text><tspan>{m}</tspan></text><desc>d</desc></svg>b</p>",
    "drawing with a title": lambda m: f'<svg role="img" aria-labelledby="t"><title id="t">{m}</title><path/></svg>',
    "drawing with blocks": lambda m: f"<svg><foreignObject><p>{m}</p></foreignObject></svg>",
    "canvas": lambda m: f"<canvas><p>{m}</p></canvas>",
    "object": lambda m: f'<object data="x.pdf"><p>{m}</p></object>',
    "sound": lambda m: f'<audio src="x.mp3"><track label="{m}"><p>fallback</p></audio>',
    "marquee": lambda m: f"<marquee>{m}</marquee>",
    "plain text": lambda m: f"<xmp>{m} <b></xmp>",
    "listing": lambda m: f"<listing>{m}</listing>",
    "text area": lambda m: f"<textarea>{m}</textarea>",
    "proposals of a field": lambda m: f'<input list="l"><datalist id="l"><option value="{m}">b</option></datalist>',
    "output": lambda m: f"<p><output>{m}</output> <meter value=1>low</meter> <progress>p</progress></p>",
    "button with a name": lambda m: f'<button aria-label="{m}">x</button>',
    "fieldset": lambda m: f"<fieldset><legend>{m}</legend><p>x</p></fieldset>",
    "badly nested": lambda m: f"<p><b>one <i>{m}</b> two</i> three</p>",
    "blocks in a paragraph": lambda m: f"<p>one<div>{m}</div>two</p>",
    "paragraph in a word": lambda m: f"<span><p>{m}</p></span>after",
    "link around blocks": lambda m: f'<a href="https://example.org/"><h3>Head</h3><p>{m}</p></a>',
    "link in a link": lambda m: f'<a href="https://example.org/">one <a href="https://example.org/2">{m}</a></a>',
    "list in a list without an item": lambda m: f"<ul><li>one</li><ul><li>{m}</li></ul><li>two</li></ul>",
    "list in a paragraph": lambda m: f"<p>Bring:<ul><li>{m}<li>two</ul>and go</p>",
    "paragraph in a list": lambda m: f"<ul><p>{m}</p><li>one<li>two</ul>",
    "list counted down": lambda m: f"<ol reversed><li>{m}<li>two</ol>",
    "list with values": lambda m: f"<ol><li value=4>{m}<li value=9>two</ol>",
    "list in Roman figures": lambda m: f"<ol type=I><li>{m}<li>two</ol>",
    "list without signs": lambda m: f'<ul style="list-style:none"><li>{m}<li>two</ul>',
    "list of one": lambda m: f"<ul><li>{m}</ul>",
    "list with headings": lambda m: f"<ul><li><h3>{m}</h3><p>x</p><li><h3>b</h3><p>y</p></ul>",
    "list with a table": lambda m: f"<ul><li>one<table>{HEAD}<tr><td>{m}<td>c</table><li>two</ul>",
    "menu": lambda m: f"<menu><li>{m}<li>two</menu>",
    "directory": lambda m: f"<dir><li>{m}<li>two</dir>",
    "boxes to tick": lambda m: f"<ul><li><input type=checkbox> {m}<li><input type=checkbox checked> two</ul>",
    "table in a line": lambda m: f"<p>one<table>{HEAD}<tr><td>{m}<td>c</table>two",
    "words in a table": lambda m: f"<table>{m}{HEAD}<tr><td>b<td>c</table>",
    "cells merged both ways": lambda m: f"<table>{HEAD}<th>C<tr><td colspan=2 rowspan=2>{m}<td>c<tr><td>d</table>",
    "merged past the end": lambda m: f"<table>{HEAD}<tr><td rowspan=9>{m}<td>c<tr><td>d</table>",
    "merged without number": lambda m: f"<table>{HEAD}<tr><td rowspan=0>{m}<td>c<tr><td>d</table>",
    "rows of unlike length": lambda m: f"<table>{HEAD}<tr><td>{m}<tr><td>c<td>d<td>e</table>",
    "heading in a table": lambda m: f"<table>{HEAD}<tr><td><h3>{m}</h3><td>c</table>",
    "head below the rows": lambda m: f"<table><tr><td>{m}<td>b</tr><tr><th>A<th>B</tr></table>",
    "bodies of a table": lambda m: (
        f"<table><thead>{HEAD}</thead><tbody><tr><th colspan=2>{m}</tbody><tbody><tr><td>c<td>d</tbody></table>"
    ),
    "foot before the body": lambda m: (
        f"<table><thead>{HEAD}</thead><tfoot><tr><td>{m}<td>f</tfoot><tbody><tr><td>c<td>d</tbody></table>"
    ),
    "table by roles": lambda m: (
        '<div role="table"><div role="row"><span role="columnheader">A</span><span role="columnheader">B</span></div>'
        f'<div role="row"><span role="cell">{m}</span><span role="cell">c</span></div></div>'
    ),
    "table of one column": lambda m: f"<table><tr><th>A<tr><td>{m}<tr><td>c</table>",
    "summary of a table": lambda m: f'<table summary="{m}">{HEAD}<tr><td>c<td>d</table>',
    "short head": lambda m: f'<table><tr><th abbr="{m}">A<th>B<tr><td>c<td>d</table>',
    "caption with blocks of a table": lambda m: (
        f"<table><caption><p>one</p><p>{m}</p></caption>{HEAD}<tr><td>c<td>d</table>"
    ),
    "picture in a cell": lambda m: f'<table>{HEAD}<tr><td><img src="{DOT}" alt="{m}"><td>c</table>',
    "note in a cell": lambda m: (
        f'<table>{HEAD}<tr><td>b<sup><a href="#fn9" id="r9">9</a></sup><td>c</table>'
        f'<p id="fn9">{m} <a href="#r9">↩</a></p>'
    ),
    "note in a heading": lambda m: (
        f'<h2>Head<sup><a href="#fn8" id="r8">8</a></sup></h2>{TEXT}<p id="fn8">{m} <a href="#r8">↩</a></p>'
    ),
    "ways of breaking": lambda m: f"<p>one<wbr>two {m}&#8203;end &#8239;x&thinsp;y</p>",
    "entities without an end": lambda m: f"<p>{m} &eacute &copy 5 &ampx; &notit; &#x41; &#65;</p>",
    "unknown entity": lambda m: f"<p>{m} &unknown; &#0; &#x110000;</p>",
    "code in lines": lambda m: f"<pre>\nfirst\n\n    {m}\n</pre>",
    "code with markup": lambda m: f"<pre><code>a <b>{m}</b> &lt;i&gt;</code></pre>",
    "keys and samples": lambda m: f"<p><kbd>{m}</kbd> <samp>x</samp> <var>y</var> <tt>z</tt></p>",
    "ends of lines alone": lambda m: f"<br>{m}<br><br>two<br>",
    "items by ends of lines": lambda m: f"<div>• {m}<br>• two<br>• three</div>",
    "rule": lambda m: f"<p>one</p><hr><p>{m}</p>",
    "section of a comment": lambda m: f"<p>{m}<![CDATA[ x ]]><!-- y --></p>",
    "declaration": lambda m: f"<p>one<?php echo 1 ?>{m}</p>",
    "words of another direction": lambda m: f'<p dir="rtl">שלום <bdo dir="ltr">{m}</bdo> <bdi>x</bdi></p>',
    "time and data": lambda m: f'<p><time datetime="2020-01-01">{m}</time> <data value="1">one</data></p>',
    "quotation with its source": lambda m: (
        f'<blockquote cite="x"><p>q</p><footer>— <cite>{m}</cite></footer></blockquote>'
    ),
    "quotation in a quotation": lambda m: f"<blockquote>a<blockquote>{m}</blockquote></blockquote>",
    "group of headings": lambda m: f"<hgroup><h2>Head</h2><p>{m}</p></hgroup>{TEXT}",
    "heading of picture alone": lambda m: f'<h2><img src="{DOT}" alt="{m}"></h2>{TEXT}',
    "heading of the seventh level": lambda m: f"<h7>{m}</h7>{TEXT}",
    "heading with an end of line": lambda m: f"<h2>One<br>{m}</h2>{TEXT}",
    "second title": lambda m: f"<h1>{m}</h1>{TEXT}",
    "article in the text": lambda m: f"<article><header><h2>{m}</h2></header>{TEXT}<footer>x</footer></article>",
    "head of a section": lambda m: f"<section><header><p>{m}</p></header><p>x</p></section>",
    "navigation within": lambda m: f'<nav><a href="#x">{m}</a></nav>',
    "search": lambda m: f"<search><form><label>{m}</label></form></search>",
    "letters above in parts": lambda m: f"<ruby>{m}<rtc><rt>one</rt></rtc></ruby>",
    "formula with powers": lambda m: f"<p><math><msup><mi>{m}</mi><mn>2</mn></msup></math></p>",
    "signs beyond the plane": lambda m: f"<p>😀 {m} 𝒳</p>",
    "slot": lambda m: f"<x-card><span slot='a'>{m}</span></x-card>",
    "shadow": lambda m: f'<div><template shadowrootmode="open"><p>{m}</p></template></div>',
    "frames": lambda m: f"<noframes><p>{m}</p></noframes>",
    "what stands before and after": lambda m: f'<p data-before="x" title="{m}">so</p>',
    "picture with a tip": lambda m: f'<img src="{DOT}" alt="a" title="{m}">',
    "long description": lambda m: (
        f'<img src="{DOT}" alt="a" longdesc="x.html" aria-describedby="d{m}"><p id="d{m}">{m}</p>'
    ),
    "bold heading in a cell": lambda m: f"<table>{HEAD}<tr><td><b>{m}</b><td>c</table>",
    "address of the page": lambda m: f'<address><a href="mailto:x@example.org">{m}</a><br>Street 1</address>',
}


def mark(number: int) -> str:
    """Return the word of a trap."""
    return f"Rare{number:03}x"


def rare_page_traps(only: str = "") -> bytes:
    """Return the web page."""
    inside = "".join(
        make(mark(number)) + TEXT for number, (name, make) in enumerate(TRAPS.items()) if only in ("", name)
    )
    head = '<meta charset="utf-8"><base href="https://example.org/x/"><title>A site</title>'
    page = f'<html lang="en"><head>{head}</head><body><main><h1>T</h1>{inside}</main></body></html>'
    return f"<!DOCTYPE html>{page}".encode()
