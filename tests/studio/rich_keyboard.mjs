// A leaflet from a Word file, by keyboard alone: its picture gets an alternative, a table and a warning are made, and all
// is published. No key of Markdown is pressed.

import { join } from "node:path";

const STOPS = 400; // of Tab, after which something cannot be reached

export async function byKeyboard(page, plan, give) {
  const { keyboard } = page;
  const is = (selector) => page.evaluate((s) => document.activeElement.matches(s), selector);
  const picture = (name) => plan.pictures && page.screenshot({ path: join(plan.pictures, `${name}.png`) });

  async function reach(selector, back = false) {
    for (let stop = 0; stop < STOPS; stop++) {
      if (await is(selector)) return;
      if (back) await keyboard.down("Shift");
      await keyboard.press("Tab");
      if (back) await keyboard.up("Shift");
    }
    throw new Error(`Tab does not reach ${selector}`);
  }
  async function together(...keys) {
    for (const key of keys.slice(0, -1)) await keyboard.down(key);
    await keyboard.press(keys.at(-1));
    for (const key of keys.slice(0, -1).reverse()) await keyboard.up(key);
  }
  async function tool(id) {
    await together("Alt", "F10");
    for (let step = 0; step < 30 && !(await is(`#${id}`)); step++) await keyboard.press("ArrowRight");
    if (!(await is(`#${id}`))) throw new Error(`the arrows do not reach ${id}`);
    await keyboard.press("Enter");
  }
  /* What a list offers, by its first letters or by arrows. */
  async function choose(selector, value) {
    for (let step = 0; step < 40; step++) {
      const now = await page.$eval(selector, (one) => [one.value, [...one.options].map((option) => option.value)]);
      if (now[0] === value) return;
      await keyboard.press(now[1].indexOf(value) > now[1].indexOf(now[0]) ? "ArrowDown" : "ArrowUp");
    }
    throw new Error(`${selector} does not offer ${value}`);
  }
  async function inserting(what) {
    await together("Alt", "F10");
    await reach("#what");
    await choose("#what", what);
    await together("Shift", "Tab");
    for (let step = 0; step < 30 && !(await is("#insert")); step++) await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
  }

  await page.goto(plan.address);
  await page.waitForSelector("a[href$='/new']");
  await reach("a[href$='/new']");
  await Promise.all([page.waitForNavigation(), keyboard.press("Enter")]);
  await reach("#file");
  /* The system's own window for files is no part of the page: its answer is given here. */
  await give("#file", plan.word);
  await reach("#file-lang");
  await keyboard.type("nl");
  await reach("#from-file");
  await keyboard.press("Enter");
  await page.waitForSelector("#imported:not([hidden])", { timeout: 180_000 });
  await reach("#go-on");
  await Promise.all([page.waitForNavigation(), keyboard.press("Enter")]);
  const written = page.url();
  await page.waitForSelector(".ProseMirror[aria-readonly=false]");
  await page.waitForSelector("#found li");
  await picture("imported");

  /* The picture of the Word file is reached with the arrows, and told. */
  await reach(".ProseMirror");
  await together("Control", "Home");
  for (let step = 0; step < 60 && !(await page.$(".ProseMirror-selectednode")); step++) await keyboard.press("ArrowDown");
  await tool("change");
  await reach("#picture-alt");
  await picture("picture");
  await keyboard.press("Enter");
  await together("Control", "a");
  await keyboard.type("Een rode vlek op een arm.");
  await reach("#form-picture button.main");
  await keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));

  await inserting("table");
  await reach("#table-rows");
  await together("Control", "a");
  await keyboard.type("2");
  await reach("#table-caption");
  await keyboard.type("Wanneer bel je?");
  await picture("table");
  await keyboard.press("Enter");
  for (const [at, cell] of ["Dag", "Wat", "Ma * di", "Rust | slaap", "Wo", "Bel"].entries()) {
    if (at) await keyboard.press("Enter");
    await keyboard.type(cell);
  }
  await tool("head-column");

  await inserting("warning");
  await reach("#box-title");
  await keyboard.type("Let op");
  await picture("box");
  await keyboard.press("Enter");
  /* From the title to the text of the box. */
  await keyboard.press("Enter");
  await keyboard.type("Koorts boven 38 °C? ");
  await together("Control", "b");
  await keyboard.type("Bel 112");
  await together("Control", "b");
  await keyboard.type(". ");
  await tool("lang");
  await reach("#lang-lang");
  await choose("#lang-lang", "fr");
  await reach("#lang-words");
  await keyboard.type("Bon courage");
  await keyboard.press("Enter");
  await keyboard.type("!");
  await picture("written");
  await together("Control", "s");
  await page.waitForFunction(() => document.querySelector("#save").disabled && document.querySelector("#told").textContent);

  await reach("nav a[href*='/publish/']", true);
  await Promise.all([page.waitForNavigation(), keyboard.press("Enter")]);
  if (plan.publish) {
    await reach("#go");
    await keyboard.press("Enter");
    await page.waitForSelector("#outcomes li", { timeout: 500_000 });
    await picture("published");
  }
  return { written: decodeURIComponent(written.split("/write/")[1]), told: await page.$eval("main", (one) => one.innerText) };
}
