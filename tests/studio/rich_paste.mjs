// What is pasted from Word, a web page and a mail, and what the file then has.

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {font-size: 11pt}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=NL>
<h1 style='mso-style-next:Standaard'>Uit Word</h1>
<p class=MsoNormal style='margin: 0'><b style='mso-bidi-font-weight:normal'>Vet</b> en <i>schuin</i>, CO<sub>2</sub>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span>Koorts<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Hoog<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Hoest<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Bel<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Dag</b></p></td><td><p class=MsoNormal>Wat</p></td></tr>
<tr><td><p class=MsoNormal>Ma</p></td><td><p class=MsoNormal>Rust</p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png"><o:p>&nbsp;</o:p></p></body></html>`;
const PAGE = `<div style="color:red"><h3>Van het web</h3><p onclick="alert(1)">Lees <a href="https://example.org/a" target=_blank>meer</a>
en <a href="javascript:alert(1)">niet dit</a>, <span style="font-weight:700">vet</span>.</p><script>document.title = "hit"</script>
<img src="https://example.org/pixel.gif" onerror="document.title = 'hit'"><blockquote><p>Gezegd.</p></blockquote></div>`;

export async function pasted(page, plan) {
  const asked = [];
  const note = (request) => asked.push(request.url());
  await page.goto(`${plan.address}write/${plan.copy}`);
  await page.waitForSelector(".ProseMirror[aria-readonly=false]");
  page.on("request", note);
  const texts = {};
  for (const [name, html] of Object.entries({ word: WORD, page: PAGE })) {
    texts[name] = await page.evaluate(async ([root, html]) => {
      const { Writing } = await import(`${root}static/editor.js`);
      const mount = document.createElement("div");
      document.body.append(mount);
      const writing = new Writing(mount, { lang: "nl", name: "x", told: {}, changed: () => {} });
      writing.allow(true);
      writing.show([]);
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", "plain");
      writing.view.pasteHTML(html, new ClipboardEvent("paste", { clipboardData: data }));
      const found = writing.pieces().map((piece) => piece.text);
      mount.remove();
      return [...found, ...(document.title.includes("hit") ? ["a script ran"] : [])];
    }, [plan.address, html]);
  }
  page.off("request", note);
  const different = await copied(page, plan);
  return { texts, different, asked: asked.filter((url) => !url.startsWith(plan.address)) };
}

// All blocks of a copy, copied and pasted: the same text.
async function copied(page, plan) {
  return page.evaluate(async ([root, blocks]) => {
    const { Writing } = await import(`${root}static/editor.js`);
    const written = (writing) => writing.blocks.map((node) => writing.text(node));
    const [from, to] = [0, 1].map(() => {
      const mount = document.createElement("div");
      document.body.append(mount);
      const writing = new Writing(mount, { lang: "nl", name: "x", told: {}, changed: () => {} });
      writing.allow(true);
      return writing;
    });
    const different = [];
    /* Space in tables is not kept; addresses of scripts and files, and signs that HTML has not, are not pasted. */
    const bare = (text) => text.replace(/<\/?sub>/g, "~").replace(/<\/?sup>/g, "^").replace(/-{3,}/g, "-").replace(/\s+/g, "");
    for (const block of blocks.filter(({ text }) => !/\0|\]\((javascript|vbscript|data|file):/i.test(text))) {
      from.show([block]);
      to.show([]);
      const slice = from.view.state.doc.slice(0, from.view.state.doc.content.size);
      const { dom } = from.view.serializeForClipboard(slice);
      to.view.pasteHTML(dom.innerHTML, new ClipboardEvent("paste", { clipboardData: new DataTransfer() }));
      const [before, behind] = [written(from), written(to)].map((list) => list.filter(Boolean).join("\n\n"));
      if (bare(before) !== bare(behind)) different.push([before, behind]);
    }
    for (const one of [from, to]) one.view.dom.parentElement.remove();
    return different;
  }, [plan.address, Object.values(plan.copies).flat().slice(0, plan.edits)]);
}
