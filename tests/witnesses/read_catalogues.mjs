// Reads the catalogues of a site as an e-reader does, over HTTP, with Readium's library, and takes every EPUB from it.
// Words: folder of node_modules, the site. Prints figures; exit code 1 where a book is missing, changed or said wrong.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, site] = process.argv.slice(2);
const require = createRequire(resolve(modules, "read.mjs"));
const READIUM = "r2-opds-js/dist/es8-es2017/src/opds";
const { OPDS } = require(`${READIUM}/opds1/opds`);
const { OPDSFeed } = require(`${READIUM}/opds2/opds2`);
const { convertOpds1ToOpds2 } = require(`${READIUM}/converter`);
const { initGlobalConverters_GENERIC, initGlobalConverters_OPDS } = require(`${READIUM}/init-globals`);
const { XML } = require("r2-utils-js/dist/es8-es2017/src/_utils/xml-js-mapper");
const { TaJsonDeserialize } = require("r2-lcp-js/dist/es8-es2017/src/serializable");
const { DOMParser } = require("@xmldom/xmldom");
initGlobalConverters_OPDS();
initGlobalConverters_GENERIC();

const EPUB = "application/epub+zip";
const found = [];

// What the sets in the site themselves say: the digest of each book that is not of an older version.
function books(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === "older" ? [] : books(join(folder, entry.name));
    if (entry.name !== "manifest.json") return [];
    const said = JSON.parse(readFileSync(join(folder, entry.name), "utf8"));
    return said.files.filter((file) => file.media_type === EPUB).map((file) => ({ ...file, lang: said.lang, title: said.title }));
  });
}

const server = createServer((request, response) => {
  const path = join(site, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
  return createReadStream(path).pipe(response);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const address = `http://127.0.0.1:${server.address().port}/`;

async function feeds() {
  const old = await (await fetch(`${address}catalogue.xml`)).text();
  const read = XML.deserialize(new DOMParser().parseFromString(old, "text/xml"), OPDS);
  return [["OPDS 1.2", convertOpds1ToOpds2(read)], ["OPDS 2.0", TaJsonDeserialize(await (await fetch(`${address}catalogue.json`)).json(), OPDSFeed)]];
}

const wanted = new Map(books(site).map((one) => [one.sha256, one]));
for (const [name, feed] of await feeds()) {
  const left = new Map(wanted);
  let pictures = 0;
  for (const one of feed.Publications ?? []) {
    const title = String(one.Metadata?.Title), languages = [one.Metadata?.Language ?? []].flat();
    for (const image of one.Images ?? []) {
      const answer = await fetch(new URL(image.Href, address));
      if (!answer.ok || !/^image\/(jpeg|png)$/.test(image.TypeLink)) found.push(`${name}: “${title}”: no cover at ${image.Href}`);
      pictures += 1;
    }
    for (const link of (one.Links ?? []).filter((each) => each.TypeLink === EPUB)) {
      const data = Buffer.from(await (await fetch(new URL(link.Href, address))).arrayBuffer());
      const digest = createHash("sha256").update(data).digest("hex");
      const book = left.get(digest);
      if (!book) found.push(`${name}: “${title}”: ${link.Href} is no book of the site, or stands there twice`);
      else if (book.title !== title || !languages.includes(book.lang)) found.push(`${name}: ${link.Href}: “${title}” in ${languages}, and is “${book.title}” in ${book.lang}`);
      left.delete(digest);
    }
  }
  for (const book of left.values()) found.push(`${name}: ${book.path} is not offered`);
  console.log(`${name}: ${feed.Publications?.length ?? 0} publications, ${wanted.size - left.size} of ${wanted.size} EPUBs downloaded, ${pictures} covers`);
}
server.close();
for (const one of found) console.log(`found: ${one}`);
process.exit(found.length || !wanted.size ? 1 : 0);
