// Translates an XLIFF document as a tool of a translator does, with the library xliff: reads it, and writes it again.
// Words: folder of node_modules, the document, the words to put before each target that has no marks. Prints figures.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, path, words] = process.argv.slice(2);
const { xliff2js, js2xliff } = createRequire(resolve(modules, "translate.mjs"))("xliff");

const read = await xliff2js(readFileSync(path, "utf8"));
const units = Object.values(read.resources).flatMap((file) => Object.values(file));
const plain = units.filter((unit) => typeof unit.target === "string" && unit.target);
for (const unit of plain) unit.target = words + unit.target;
writeFileSync(path, await js2xliff(read, { indent: "" }));
console.log(JSON.stringify({ units: units.length, changed: words ? plain.length : 0 }));
