// Opens web pages in real browsers, in each of their colours and at each width, and prints what a reader would miss.
// Words: folder of node_modules, files. Exit code 1 where something is found, 2 where no browser stands here.
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
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
const found = [];
const told = (file, where, what) => found.push(`${basename(file)}: ${where}: ${what}`);

async function choose(page, name, value) {
  await page.evaluate((n, v) => {
    const aids = document.querySelector(".aids");
    if (aids) aids.open = true;
    const choice = document.querySelector(`[name="${n}"][value="${v}"]`);
    if (choice) choice.checked = true;
  }, name, value);
}

async function judged(page, file, where) {
  await page.evaluate(axe);
  // An amount in a box of its own stands large and bold, and is no heading.
  const options = { runOnly: TAGS, rules: { "p-as-heading": { enabled: false } } };
  const results = await page.evaluate((words) => axe.run(document, words), options);
  for (const one of results.violations) told(file, where, `axe ${one.id}: ${one.nodes[0].target} (${one.nodes.length})`);
  return results.incomplete.map((one) => `${one.id} (${one.nodes.length})`);
}

async function narrow(page, file, where) {
  const wide = await page.evaluate(() => {
    const over = [...document.querySelectorAll("body *")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute";
    });
    return [document.documentElement.scrollWidth - innerWidth, over.slice(0, 3).map((one) => one.textContent.slice(0, 30))];
  });
  if (wide[0] > 0 || wide[1].length) told(file, where, `${wide[0]} px too wide: ${wide[1].join(" | ")}`);
}

async function targets(page, file) {
  const small = await page.evaluate((least) => {
    const inline = (one) => one.closest("p, li, dd, td, figcaption")?.textContent.trim() !== one.textContent.trim();
    return [...document.querySelectorAll("a[href], button, summary, label:has(input)")]
      .filter((one) => one.checkVisibility() && !(one.tagName === "A" && inline(one)))
      .filter((one) => one.getBoundingClientRect().height < least - .5)
      .map((one) => `${one.textContent.trim().slice(0, 30)} ${Math.round(one.getBoundingClientRect().height)} px`);
  }, TARGET);
  for (const one of small.slice(0, 3)) told(file, "targets", one);
}

async function walked(page, file) {
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, summary, input")].filter((one) => one.checkVisibility()).length);
  for (let stop = 0; stop < Math.min(stops, 120); stop += 1) {
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
    if (seen) told(file, "Tab", seen);
  }
}

async function tables(page, file) {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const roles = {};
  const count = (node) => {
    roles[node.role] = (roles[node.role] ?? 0) + 1;
    (node.children ?? []).forEach(count);
  };
  count(tree);
  const drawn = await page.evaluate(() => document.querySelectorAll("td").length);
  if ((roles.cell ?? roles.gridcell ?? 0) < drawn) told(file, "320 px", `${roles.cell} cells for ${drawn} in tables`);
}

async function looked(browser, engine, file) {
  const page = await browser.newPage();
  page.on("console", (message) => told(file, engine, `console: ${message.text()}`));
  page.on("pageerror", (error) => told(file, engine, `error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) told(file, engine, `asks for ${request.url()}`);
  });
  await page.setViewport({ width: 1024, height: 800 });
  await page.goto(pathToFileURL(resolve(file)).href);
  await targets(page, file);
  const undecided = new Set();
  const judge = async (where) => (await judged(page, file, `${engine}, ${where}`)).forEach((one) => undecided.add(one));
  if (engine === "chrome") await walked(page, file);
  for (const colours of ["device", "light", "dark", "soft"]) {
    await choose(page, "colours", colours);
    await judge(colours);
  }
  await choose(page, "colours", "device");
  if (engine === "chrome") {
    for (const [name, value] of [["prefers-color-scheme", "dark"], ["prefers-contrast", "more"], ["forced-colors", "active"]]) {
      const client = await page.createCDPSession();
      await client.send("Emulation.setEmulatedMedia", { features: [{ name, value }] });
      await judge(`${name}: ${value}`);
      await client.send("Emulation.setEmulatedMedia", { features: [] });
    }
  }
  await page.setViewport({ width: 320, height: 640 });
  await narrow(page, file, `${engine}, 320 px`);
  await judge("320 px");
  if (engine === "chrome") await tables(page, file);
  await choose(page, "letters", "largest");
  await narrow(page, file, `${engine}, 320 px, letters twice as large`);
  await choose(page, "spacing", "wide");
  await narrow(page, file, `${engine}, 320 px, letters and spaces`);
  await page.close();
  return [...undecided];
}

async function withoutScript(browser, file) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(resolve(file)).href);
  const text = await page.evaluate(() => document.querySelector("main")?.innerText.length ?? 0);
  if (!text) told(file, "without script", "no text");
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
  const browser = await puppeteer.launch({ browser: engine, executablePath, headless: true, args: engine === "chrome" ? ["--no-sandbox"] : [] });
  console.log(await browser.version());
  for (const file of files) {
    const undecided = await looked(browser, engine, file);
    if (engine === "chrome") await withoutScript(browser, file);
    console.log(`${engine} ${basename(file)}: looked at; axe leaves undecided: ${undecided.join(", ") || "nothing"}`);
  }
  await browser.close();
}
for (const file of files) {
  const report = await checker.validateString(readFileSync(file, "utf8"), file);
  for (const result of report.results) {
    for (const one of result.messages) told(file, `line ${one.line}`, `${one.ruleId}: ${one.message}`);
  }
}
for (const one of new Set(found)) console.log(`found: ${one}`);
process.exit(engines ? (found.length ? 1 : 0) : 2);
