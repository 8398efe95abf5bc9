/* Bundle the editor: node build.mjs MODULES OUT writes OUT/editor.js and OUT/editor.licences.txt.
   MODULES is the node_modules that package-lock.json describes. Used by the session `editor`. */

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [modules, out] = process.argv.slice(2).map((name) => resolve(name));
/* What the bundle is made of, in its first line: a test without Node holds the sources against it. */
const sources = createHash("sha256");
for (const name of readdirSync(here).sort()) sources.update(`${name}\n`).update(readFileSync(join(here, name)));

const { build } = createRequire(join(modules, "x.js"))("esbuild");

const { metafile } = await build({
  entryPoints: [join(here, "editor.js")],
  outfile: join(out, "editor.js"),
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  minify: true,
  banner: { js: `/* Made by build.mjs of ${sources.digest("hex")} */` },
  legalComments: "none",
  metafile: true,
  alias: { entities: "./entities.js", "linkify-it": "./unused.js", "punycode.js": "./unused.js" },
  nodePaths: [modules],
  absWorkingDir: here,
});

/* Each package of which something is in the bundle, with its licence. */
const names = new Set(Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
const parts = [...names].sort().map((name) => {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
const head = "Clearfold's editor (editor.js) holds parts of these packages, each under its own licence.\n";
writeFileSync(join(out, "editor.licences.txt"), [head, ...parts].join(`\n${"-".repeat(78)}\n\n`));
