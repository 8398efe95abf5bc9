// The editor of the studio in a real browser: node rich.mjs PLAN, of which each task prints a line of JSON.
// PLAN: {browser, executable, driver, axe, address, tasks, ...}; see rich.py, which writes it and judges what is printed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { opened } from "./rich_browser.mjs";
import { byKeyboard } from "./rich_keyboard.mjs";
import { timed } from "./rich_keys.mjs";
import { pasted } from "./rich_paste.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { browser, page, give } = await opened(plan);
page.setDefaultTimeout(60_000);
const faults = [];
/* Firefox tells of what was asked as its page was left. */
page.on("pageerror", (error) => /NetworkError when attempting to fetch/.test(error.message) || faults.push(`script: ${error.message}`));
/* A text that is not saved asks whether its page is to be left. */
page.on("dialog", (dialog) => dialog.accept());

/* Every block is shown and not changed; of random edits each changes one block, which is read again as it is. */
async function copies() {
  await page.goto(`${plan.address}write/${plan.copy}`);
  await page.waitForSelector(".ProseMirror");
  return page.evaluate(async ([root, all, edits, seed]) => {
    const { Writing, read, schema, undo, write } = await import(`${root}static/editor.js`);
    const mount = document.createElement("div");
    document.body.append(mount);
    const writing = new Writing(mount, { lang: "nl", name: "x", told: {}, changed: () => {} });
    writing.allow(true);
    const opened = [], broken = [], counts = { blocks: 0, rich: 0 };
    const names = Object.keys(all);
    for (const name of names) {
      writing.show(all[name]);
      if (writing.isChanged() || JSON.stringify(writing.pieces()) !== JSON.stringify(all[name].map((_, of) => ({ of })))) opened.push(name);
      counts.blocks += all[name].length;
      counts.rich += writing.blocks.filter((node) => node.type !== schema.nodes.source).length;
    }
    const random = (below) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const WORDS = ["woord", "é", "* ", "_a_", "[x]", "](y)", "<b", "&amp;", "# ", "1. ", "- ", "|", "`", "\\", "~2~", "^", "{lang=en}", "==", "> ", "!!! tip", "\"", "  "];
    const sent = [];
    while (sent.length < edits) {
      const name = names[random(names.length)];
      writing.show(all[name]);
      const { doc } = writing.view.state;
      const places = [];
      doc.descendants((node, pos) => {
        if (node.isTextblock) for (let at = 0; at <= node.content.size; at++) places.push(pos + 1 + at);
      });
      if (!places.length || !all[name].length) continue;
      const pos = places[random(places.length)];
      const word = WORDS[random(WORDS.length)];
      const at = doc.resolve(pos).index(0);
      const tr = writing.view.state.tr;
      writing.view.dispatch(random(4) ? tr.insertText(word, pos) : tr.delete(pos, Math.min(pos + 3, doc.resolve(pos).end())));
      const pieces = writing.pieces();
      const changed = pieces.filter((piece) => piece.text !== undefined);
      const [piece] = changed;
      if (changed.length > 1 || pieces.some(({ of }, n) => of !== n)) broken.push([name, at, word, "others"]);
      else if (piece) {
        const node = writing.blocks[at];
        const again = node.type === schema.nodes.source || !piece.text.trim() ? node : read(piece.text, kind(node));
        const same = write(again) === piece.text && bare(again) === bare(node);
        if (!same) broken.push([name, at, word, piece.text.slice(0, 200), again.type.name]);
      }
      sent.push({ name, at, text: piece ? piece.text : null });
      while (writing.canUndo()) writing.do(undo);
      if (writing.isChanged()) broken.push([name, at, word, "undo"]);
    }
    /* Space at the ends of words is not written. */
    function bare(node) {
      return node.textContent.replace(/\s+/g, "");
    }
    function kind(node) {
      const is = { bullet_list: "list", ordered_list: "list", terms: "paragraph", abbreviation: "source", memo: "source" };
      return is[node.type.name] || node.type.name;
    }
    return { opened, broken, counts, sent };
  }, [plan.address, plan.copies, plan.edits, plan.seed]);
}

/* Every view and form, judged by axe. */
async function axe() {
  const source = readFileSync(plan.axe, "utf8");
  const found = [];
  const judge = async (name) => {
    const told = await page.evaluate((tags) => axe.run({ exclude: ["iframe"] }, { runOnly: tags, iframes: false }), plan.tags);
    found.push(...told.violations.map((one) => `${name}: ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 90)).join("; ")}`));
  };
  for (const view of plan.views) {
    await page.goto(`${plan.address}${view}`);
    await page.waitForSelector(view.startsWith("write") ? ".ProseMirror[aria-readonly=false]" : "main");
    await page.evaluate(source);
    await judge(view);
    if (!view.startsWith("write")) continue;
    for (const form of plan.forms) {
      await page.evaluate((id) => document.getElementById(id).showModal(), form);
      await judge(form);
      await page.evaluate((id) => document.getElementById(id).close(), form);
    }
  }
  return { found };
}

/* A picture's file that is dropped asks what it shows; nothing is put in without. */
async function file() {
  await page.goto(`${plan.address}write/${plan.copy}`);
  await page.waitForSelector(".ProseMirror[aria-readonly=false]");
  await page.evaluate((data) => {
    const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
    const given = new DataTransfer();
    given.items.add(new File([bytes], "IMG_1.png", { type: "image/png" }));
    const text = document.querySelector(".ProseMirror > p");
    text.scrollIntoView({ block: "center" });
    const { x, y } = text.getBoundingClientRect();
    text.dispatchEvent(new DragEvent("drop", { dataTransfer: given, clientX: x + 9, clientY: y + 9, bubbles: true, cancelable: true }));
  }, plan.png);
  await page.waitForSelector("#form-picture[open]");
  const press = () => page.$eval("#form-picture button.main", (one) => one.click());
  const asked = [];
  for (const alt of ["", "IMG_1.png"]) {
    await page.$eval("#picture-alt", (one, value) => { one.value = value; }, alt);
    await press();
    asked.push(await page.$eval("#picture-alt", (one) => one.validationMessage));
    await page.$eval("#picture-alt", (one) => one.dispatchEvent(new Event("input")));
  }
  await page.$eval("#picture-alt", (one) => { one.value = "Een kopje thee."; });
  for (const [id, value] of [["shape", "16:9"], ["kept", "top"]]) {
    await page.$eval(`#picture-${id}`, (one, chosen) => {
      one.value = chosen;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  }
  const [seen, address] = await page.$eval("#picture-seen", (one) => [one.className, one.src.split(":")[0]]);
  await press();
  await page.waitForFunction(() => !document.querySelector("#form-picture").open);
  const shown = await page.$eval(".ProseMirror-selectednode", (one) => `${one.innerText} ${one.querySelector("img").className}`);
  const note = await page.$eval(".ProseMirror .memo", (one) => one.innerText);
  return { asked: asked.map(Boolean), shown, seen: `${address} ${seen}`, note };
}

const TASKS = {
  axe,
  file,
  copies,
  keyboard: () => byKeyboard(page, plan, give),
  keys: () => timed(page, plan),
  paste: () => pasted(page, plan),
};
for (const task of plan.tasks) {
  let told = {};
  try {
    told = await TASKS[task]();
  } catch (error) {
    faults.push(String(error.stack));
    if (plan.pictures) await page.screenshot({ path: join(plan.pictures, `failed-${task}.png`) });
  }
  console.log(JSON.stringify({ task, ...told, faults: faults.splice(0) }));
}
await browser.close();
