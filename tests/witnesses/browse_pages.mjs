// Opens web pages in real browsers, in each of their colours and at each width, and prints what a reader would miss.
// Words: folder of node_modules, plan.json of tests/witnesses/browsing.py. Exit code 1 where something is found, 2
// where no browser stands here.
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve, dirname } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, planned] = process.argv.slice(2);
const require = createRequire(resolve(modules, "browse.mjs"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { HtmlValidate } = require("html-validate");

const BROWSERS = [
  ["chrome", ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"]],
  ["firefox", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]],
];
const TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];
const TARGET = 44; // px: WCAG 2.2, 2.5.5
const STOPS = 150; // of the Tab key that are looked at on one page
const LARGE = "html { font-size: 237.5% !important }"; // twice 118.75 %: the site's pages have no reading aids
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } " +
  "p { margin-bottom: 2em !important }"; // 1.4.12
const pages = JSON.parse(readFileSync(planned, "utf8"));
const root = dirname(resolve(planned));
const found = new Set();
function told(file, where, what) {
  const line = `${relative(root, file)}: ${where}: ${what}`;
  if (!found.has(line)) console.log(`found: ${line}`);
  found.add(line);
}
const figures = { pages: 0, axe: 0, requests: 0, messages: 0, stops: 0, targets: 0, least: Infinity, widths: 0 };

async function choose(page, name, value) {
  await page.evaluate((n, v) => {
    const aids = document.querySelector(".aids");
    if (aids) aids.open = true;
    const choice = document.querySelector(`[name="${n}"][value="${v}"]`);
    if (choice) choice.checked = true;
  }, name, value);
}

// A sheet that a reader's own settings would add; the page's policy does not hold for it.
async function wear(page, css) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [...document.adoptedStyleSheets, sheet] : [];
  }, css);
}

async function judged(page, file, where) {
  await page.evaluate(axe);
  // An amount in a box of its own stands large and bold, and is no heading.
  const options = { runOnly: TAGS, rules: { "p-as-heading": { enabled: false } } };
  const results = await page.evaluate((words) => axe.run(document, words), options);
  figures.axe += 1;
  for (const one of results.violations) told(file, where, `axe ${one.id}: ${one.nodes[0].target} (${one.nodes.length})`);
  return results.incomplete.map((one) => `${one.id} (${one.nodes.length})`);
}

async function narrow(page, file, where) {
  figures.widths += 1;
  const wide = await page.evaluate(() => {
    const over = [...document.querySelectorAll("body *")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute";
    });
    const cut = [...document.querySelectorAll("body *")].filter((one) =>
      one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && ["hidden", "clip"].includes(getComputedStyle(one).overflowX));
    return [document.documentElement.scrollWidth - innerWidth, [...over, ...cut].slice(0, 3).map((one) => one.textContent.slice(0, 30))];
  });
  if (wide[0] > 0 || wide[1].length) told(file, where, `${wide[0]} px too wide: ${wide[1].join(" | ")}`);
}

async function targets(page, file, where) {
  const all = await page.evaluate(() => {
    const inline = (one) => one.closest("p, li, dd, td, figcaption")?.textContent.trim() !== one.textContent.trim();
    return [...document.querySelectorAll("a[href], button, summary, label:has(input), input[type=search]")]
      .filter((one) => one.checkVisibility() && (one.tagName !== "A" || !inline(one) || one.matches("nav a, [role=doc-noteref], [role=doc-backlink]")))
      .map((one) => [one.getBoundingClientRect(), one.textContent.trim().slice(0, 30)])
      .map(([box, words]) => [Math.min(box.width, box.height), words]);
  });
  figures.targets += all.length;
  figures.least = Math.min(figures.least, ...all.map(([size]) => size));
  for (const [size, words] of all.filter(([size]) => size < TARGET - .1).slice(0, 3)) told(file, where, `target “${words}” of ${size} px`);
}

async function walked(page, file, where) {
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, summary, input")].filter((one) => one.checkVisibility()).length);
  for (let stop = 0; stop < Math.min(stops, STOPS); stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return "end";
      const box = one.getBoundingClientRect();
      const outline = parseFloat(getComputedStyle(one).outlineWidth);
      const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      return shown && outline >= 3 ? "" : `${one.textContent.trim().slice(0, 30)}: outline ${outline}, at ${Math.round(box.top)}`;
    });
    if (seen === "end") break;
    figures.stops += 1;
    if (seen) told(file, where, seen);
  }
}

async function tables(page, file) {
  const drawn = await page.evaluate(() => [document.querySelectorAll("td").length, document.querySelectorAll("th").length]);
  if (!drawn[0]) return;
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const roles = {};
  const count = (node) => {
    roles[node.role] = (roles[node.role] ?? 0) + 1;
    (node.children ?? []).forEach(count);
  };
  count(tree);
  const cells = roles.cell ?? roles.gridcell ?? 0;
  const heads = (roles.columnheader ?? 0) + (roles.rowheader ?? 0);
  if (cells < drawn[0] || heads < drawn[1]) told(file, "320 px", `${cells} cells, ${heads} heads for ${drawn} in tables`);
}

async function searched(page, file, judge) {
  if (!(await page.$("#search"))) return;
  const words = await page.evaluate(() => document.querySelector(".shelf h3").textContent.split(" ").at(-1));
  await page.type("#search", words);
  const shown = await page.evaluate(() => document.querySelectorAll(".shelf li:not([hidden])").length);
  if (!shown) told(file, "search", `“${words}” is not found`);
  await judge("search");
  await page.evaluate(() => { document.querySelector("#search").value = ""; document.querySelector("#search").dispatchEvent(new Event("input")); });
}

async function printed(page, file, where) {
  await page.emulateMediaType("print");
  const seen = await page.evaluate(() => [...document.querySelectorAll(".aids, .skip, nav.languages")].filter((one) => one.checkVisibility()).length);
  if (seen) told(file, where, `${seen} aids are printed`);
  await page.emulateMediaType("screen");
  const sheet = await page.pdf({ format: "A4" });
  if (sheet.length < 1000) told(file, where, "nothing is printed");
}

async function small(page, file, engine, judge, all) {
  await page.setViewport({ width: 320, height: 640 });
  await narrow(page, file, `${engine}, 320 px`);
  await targets(page, file, `${engine}, 320 px`);
  if (all) await judge("320 px");
  if (engine === "chrome") await tables(page, file);
  const aids = await page.$(".aids");
  await (aids ? choose(page, "letters", "largest") : wear(page, LARGE));
  await narrow(page, file, `${engine}, 320 px, letters twice as large`);
  await (aids ? choose(page, "spacing", "wide") : wear(page, SPACED));
  await narrow(page, file, `${engine}, 320 px, letters and spaces`);
  await wear(page, SPACED);
  await narrow(page, file, `${engine}, 320 px, letters and a reader's own spaces`);
}

async function looked(browser, engine, { file, states }) {
  const page = await browser.newPage();
  const all = states === "all";
  page.on("console", (message) => { figures.messages += 1; told(file, engine, `console: ${message.text()}`); });
  page.on("pageerror", (error) => { figures.messages += 1; told(file, engine, `error: ${error.message}`); });
  page.on("request", (request) => {
    if (/^(file|data):/.test(request.url())) return;
    figures.requests += 1;
    told(file, engine, `asks for ${request.url()}`);
  });
  await page.setViewport({ width: 1024, height: 800 });
  await page.goto(pathToFileURL(resolve(file)).href);
  await targets(page, file, engine);
  const undecided = new Set();
  const judge = async (where) => (await judged(page, file, `${engine}, ${where}`)).forEach((one) => undecided.add(one));
  if (all) await walked(page, file, `${engine}, Tab`);
  const colours = !(await page.$(".aids")) ? ["device"] : all ? ["device", "light", "dark", "soft"] : ["dark"];
  for (const colour of colours) {
    await choose(page, "colours", colour);
    await judge(colour);
  }
  await choose(page, "colours", "device");
  await searched(page, file, judge);
  if (engine === "chrome" && all) {
    const client = await page.createCDPSession();
    for (const [name, value] of [["prefers-color-scheme", "dark"], ["prefers-contrast", "more"], ["forced-colors", "active"]]) {
      await client.send("Emulation.setEmulatedMedia", { features: [{ name, value }] });
      await judge(`${name}: ${value}`);
    }
    await client.send("Emulation.setEmulatedMedia", { features: [] });
    await printed(page, file, `${engine}, print`);
  }
  await small(page, file, engine, judge, all);
  await page.close();
  return [...undecided];
}

async function withoutScript(browser, { file }) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(resolve(file)).href);
  const text = await page.evaluate(() => document.querySelector("main")?.innerText.length ?? 0);
  if (!text) told(file, "without script", "no text");
  const hidden = await page.evaluate(() => document.querySelectorAll(".shelf li[hidden]").length);
  if (hidden) told(file, "without script", `${hidden} leaflets are not shown`);
  const before = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await choose(page, "letters", "largest");
  const after = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  if (await page.$('[name="letters"]') && before === after) told(file, "without script", "the reading aids do nothing");
  await page.close();
}

const checker = new HtmlValidate({ extends: ["html-validate:recommended"], rules: {
  "void-style": "off", "doctype-style": "off", "no-redundant-role": "off", "no-inline-style": "off",
  "long-title": "off", "prefer-native-element": "off", "tel-non-breaking": "off", "no-trailing-whitespace": "off",
  "presentation-role-style": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "no-raw-characters": "off",
} });
let engines = 0;
for (const [engine, places] of BROWSERS) {
  const executablePath = places.find(existsSync);
  if (!executablePath) {
    console.log(`${engine}: not run, it is not installed`);
    continue;
  }
  engines += 1;
  const browser = await puppeteer.launch({
    browser: engine, executablePath, headless: true, protocolTimeout: 600_000, args: engine === "chrome" ? ["--no-sandbox"] : [],
  });
  console.log(await browser.version());
  for (const one of pages) {
    const began = Date.now();
    const undecided = await looked(browser, engine, one);
    if (engine === "chrome") await withoutScript(browser, one);
    figures.pages += 1;
    const words = undecided.join(", ") || "nothing";
    console.log(`${engine} ${relative(root, one.file)}: ${Math.round((Date.now() - began) / 1000)} s; axe leaves undecided: ${words}`);
  }
  await browser.close();
}
for (const { file } of pages) {
  const report = await checker.validateString(readFileSync(file, "utf8"), file);
  for (const result of report.results) {
    for (const one of result.messages) told(file, `line ${one.line}`, `${one.ruleId}: ${one.message}`);
  }
}
console.log(JSON.stringify({ ...figures, least: Math.round(figures.least * 10) / 10 }));
process.exit(engines ? (found.size ? 1 : 0) : 2);
