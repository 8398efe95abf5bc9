// Opens web pages in real browsers, in each of their colours and at each width, and prints what a reader would miss.
// Words: folder of node_modules, plan.json of tests/witnesses/browsing.py, and an engine where only one is wanted
// (chrome, firefox, dark, forced, contrast or plain). A page that was looked at is written down beside the plan and not looked at again,
// so that a run may be done in parts. Exit code 1 where something is found, 2 where no browser stands here.
import { createRequire } from "node:module";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { choose, fresh, judged, narrow, printed, searched, small, targets, walked } from "./browse_looks.mjs";

const [modules, planned, only] = process.argv.slice(2);
const require = createRequire(resolve(modules, "browse.mjs"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { HtmlValidate } = require("html-validate");

const FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
// Firefox takes what its device asks for from its settings alone: 0 is dark; 2 lets no page have its own colours.
const ENGINES = {
  chrome: { browser: "chrome", places: ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"], args: ["--no-sandbox"] },
  firefox: { browser: "firefox", places: FIREFOX, extraPrefsFirefox: {} },
  dark: { browser: "firefox", places: FIREFOX, extraPrefsFirefox: { "layout.css.prefers-color-scheme.content-override": 0 }, state: "dark", asks: "(prefers-color-scheme: dark)" },
  forced: { browser: "firefox", places: FIREFOX, extraPrefsFirefox: { "browser.display.document_color_use": 2 }, state: "forced colours", asks: "(forced-colors: active)" },
  contrast: { browser: "firefox", places: FIREFOX, extraPrefsFirefox: { "ui.useAccessibilityTheme": 1 }, state: "more contrast", asks: "(prefers-contrast: more)" },
  plain: { browser: "firefox", places: FIREFOX, extraPrefsFirefox: { "javascript.enabled": false }, asks: "(scripting: none)" },
};
const pages = JSON.parse(readFileSync(planned, "utf8"));
const root = dirname(resolve(planned));
const LOOKED = resolve(root, "looked.jsonl");
const looked = existsSync(LOOKED) ? readFileSync(LOOKED, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : [];

async function opened(browser, record, file) {
  const page = await browser.newPage();
  page.on("console", (message) => { record.messages += 1; record.found.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => { record.messages += 1; record.found.push(`error: ${error.message}`); });
  page.on("request", (request) => {
    if (/^(file|data):/.test(request.url())) return;
    record.requests += 1;
    record.found.push(`asks for ${request.url()}`);
  });
  await page.setViewport({ width: 1024, height: 800 });
  await page.goto(pathToFileURL(resolve(file)).href);
  return page;
}

async function inAllStates(browser, record, { file, states }) {
  const page = await opened(browser, record, file);
  const all = states === "all";
  const judge = (where) => judged(page, record, axe, where);
  await narrow(page, record, "1024 px");
  await targets(page, record, "1024 px");
  if (all) await walked(page, record, "Tab");
  const colours = !(await page.$(".aids")) ? ["device"] : all ? ["device", "light", "dark", "soft"] : ["dark"];
  for (const colour of colours) {
    await choose(page, "colours", colour);
    await judge(colour);
  }
  await choose(page, "colours", "device");
  await searched(page, record, judge);
  if (record.engine === "chrome" && all) {
    const client = await page.createCDPSession();
    for (const [name, value] of [["prefers-color-scheme", "dark"], ["prefers-contrast", "more"], ["forced-colors", "active"]]) {
      await client.send("Emulation.setEmulatedMedia", { features: [{ name, value }] });
      await judge(`${name}: ${value}`);
    }
    await client.send("Emulation.setEmulatedMedia", { features: [] });
    await printed(page, record, "print");
  }
  await small(page, record, judge, all);
  await page.close();
}

// What Firefox's own settings make of a page: one state a browser.
async function asTheDeviceIs(browser, record, { file, states }) {
  if (states !== "all") return;
  const { state, asks } = ENGINES[record.engine];
  const page = await opened(browser, record, file);
  if (!(await page.evaluate((query) => matchMedia(query).matches, asks))) record.found.push(`${asks} does not hold here`);
  await judged(page, record, axe, state);
  await page.close();
}

async function withoutScript(browser, record, { file }) {
  const page = await browser.newPage();
  if (record.engine === "chrome") await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(resolve(file)).href);
  const { asks } = ENGINES[record.engine];
  if (asks && !(await page.evaluate((query) => matchMedia(query).matches, asks))) record.found.push(`${asks} does not hold here`);
  const text = await page.evaluate(() => document.querySelector("main")?.innerText.length ?? 0);
  if (!text) record.found.push("without script: no text");
  const hidden = await page.evaluate(() => document.querySelectorAll(".shelf li[hidden]").length);
  if (hidden) record.found.push(`without script: ${hidden} leaflets are not shown`);
  const before = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await choose(page, "letters", "largest");
  const after = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  if (await page.$('[name="letters"]') && before === after) record.found.push("without script: the reading aids do nothing");
  record.states.push("without script");
  await page.close();
}

async function look(browser, engine, one) {
  const record = fresh(engine, relative(root, one.file)), began = Date.now();
  try {
    if (engine !== "plain") await (ENGINES[engine].state ? asTheDeviceIs : inAllStates)(browser, record, one);
    if (["chrome", "plain"].includes(engine)) await withoutScript(browser, record, one);
  } catch (error) {
    record.found.push(`not looked at to the end: ${error.message}`);
  }
  record.seconds = Math.round((Date.now() - began) / 1000);
  return record;
}

// A browser for each core, as the Tab key moves in the window that is in front alone.
async function run(engine, left) {
  const { places, state, asks, ...options } = ENGINES[engine];
  const executablePath = places.find(existsSync);
  if (!executablePath) return console.log(`${engine}: not run, it is not installed`);
  console.log(`${engine}: ${left.length} pages to look at`);
  await Promise.all(Array.from({ length: Math.min(left.length, availableParallelism()) }, async () => {
    const browser = await puppeteer.launch({ executablePath, headless: true, protocolTimeout: 600_000, ...options });
    const name = await browser.version();
    for (let one = left.shift(); one; one = left.shift()) {
      const record = { ...(await look(browser, engine, one)), version: name };
      looked.push(record);
      appendFileSync(LOOKED, `${JSON.stringify(record)}\n`);
      console.log(`${engine} ${record.file}: ${record.seconds} s, ${record.states.length} views; axe leaves undecided: ${record.undecided.join(", ") || "nothing"}`);
      for (const what of record.found) console.log(`found: ${engine}: ${record.file}: ${what}`);
    }
    await browser.close();
  }));
}

async function valid() {
  const checker = new HtmlValidate({ extends: ["html-validate:recommended"], rules: {
    "void-style": "off", "doctype-style": "off", "no-redundant-role": "off", "no-inline-style": "off",
    "long-title": "off", "prefer-native-element": "off", "tel-non-breaking": "off", "no-trailing-whitespace": "off",
    "presentation-role-style": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "no-raw-characters": "off",
  } });
  let found = 0;
  for (const { file } of pages) {
    const report = await checker.validateString(readFileSync(file, "utf8"), file);
    for (const one of report.results.flatMap((result) => result.messages)) {
      found += 1;
      console.log(`found: ${relative(root, file)}: line ${one.line}: ${one.ruleId}: ${one.message}`);
    }
  }
  return found;
}

function figures(engine) {
  const records = looked.filter((one) => one.engine === engine);
  const sum = (name) => records.reduce((total, one) => total + one[name], 0);
  const names = ["axe", "violations", "requests", "messages", "widths", "words", "clipped", "stops", "targets", "tables"];
  const least = Math.min(...records.map((one) => one.least ?? Infinity));
  return {
    version: records[0]?.version, pages: records.length, views: records.reduce((total, one) => total + one.states.length, 0),
    states: new Set(records.flatMap((one) => one.states)).size, ...Object.fromEntries(names.map((name) => [name, sum(name)])),
    least: Math.round(least * 10) / 10, undecided: [...new Set(records.flatMap((one) => one.undecided))],
    found: records.reduce((total, one) => total + one.found.length, 0),
  };
}

for (const engine of only ? [only] : Object.keys(ENGINES)) {
  const done = new Set(looked.filter((one) => one.engine === engine).map((one) => one.file));
  await run(engine, pages.filter((one) => !done.has(relative(root, one.file))));
}
const invalid = await valid();
const all = Object.keys(ENGINES).map((engine) => [engine, figures(engine)]).filter(([, one]) => one.pages);
for (const [engine, one] of all) console.log(`${engine}: ${JSON.stringify(one)}`);
console.log(`html-validate: ${pages.length} pages, ${invalid} found`);
process.exit(all.length ? (invalid || all.some(([, one]) => one.found) ? 1 : 0) : 2);
