// Print, as JSON, the text that pdf.js finds in each marked-content sequence of a PDF: {"page mcid": "text"}.
// Usage: node pdfjs_text.mjs FOLDER-OF-pdfjs-dist FILE.pdf
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${library}/legacy/build/pdf.mjs`).href);
const pdf = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  verbosity: 0,
  standardFontDataUrl: `${library}/standard_fonts/`,
  cMapUrl: `${library}/cmaps/`,
}).promise;
const found = {};
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const open = [];
  for (const item of content.items) {
    if (item.type === "beginMarkedContentProps" || item.type === "beginMarkedContent") {
      open.push(item.id ?? null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else if (item.str !== undefined) {
      const id = open.findLast((name) => name !== null);
      if (id !== undefined) {
        const key = `${number} ${id.replace(/^.*_mc/, "")}`;
        found[key] = (found[key] ?? "") + item.str;
      }
    }
  }
}
process.stdout.write(JSON.stringify(found));
