// What is looked at on one page in one browser: its colours, its widths, its targets, the Tab key, print.
// Each look adds to the page's record: how often it was done, and what a reader would miss.
const TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];
const TARGET = 44; // px: WCAG 2.2, 2.5.5
const STOPS = 150; // of the Tab key that are looked at on one page
const LARGE = "html { font-size: 237.5% !important }"; // twice 118.75 %: the site's pages have no reading aids
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } " +
  "p { margin-bottom: 2em !important }"; // 1.4.12

export function fresh(engine, file) {
  const figures = { axe: 0, violations: 0, requests: 0, messages: 0, widths: 0, words: 0, clipped: 0, stops: 0, targets: 0, tables: 0 };
  return { engine, file, ...figures, least: null, undecided: [], states: [], found: [] };
}

export async function choose(page, name, value) {
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

export async function judged(page, record, axe, where) {
  await page.evaluate(axe);
  // An amount in a box of its own stands large and bold, and is no heading.
  const options = { runOnly: TAGS, resultTypes: ["violations", "incomplete"], rules: { "p-as-heading": { enabled: false } } };
  const results = await page.evaluate((words) => axe.run(document, words), options);
  record.axe += 1;
  record.states.push(where);
  for (const one of results.violations) {
    record.violations += one.nodes.length;
    record.found.push(`${where}: axe ${one.id}: ${one.nodes[0].target} (${one.nodes.length})`);
  }
  for (const one of results.incomplete) if (!record.undecided.includes(one.id)) record.undecided.push(one.id);
}

// Every word on its own: one that the window, or a box that hides what runs over, cuts off is lost to its reader.
export async function narrow(page, record, where) {
  const [wide, words, lost] = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const hides = (one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX);
    const boxes = new Map();
    // The box within which an element's words must stand: the window's, or that of what hides what runs over it.
    const room = (one) => {
      if (!one || one === document.documentElement) return { left: 0, right: innerWidth, apart: false };
      if (!boxes.has(one)) {
        const outer = room(one.parentElement), box = one.getBoundingClientRect();
        // What is kept for screen readers is a pixel wide, and nothing of it is meant to be seen.
        const apart = outer.apart || (box.width <= 1 && hides(one)) || getComputedStyle(one).clipPath !== "none" || one.closest(".skip, svg");
        boxes.set(one, { ...(hides(one) ? { left: Math.max(outer.left, box.left), right: Math.min(outer.right, box.right) } : outer), apart });
      }
      return boxes.get(one);
    };
    let count = 0;
    const cut = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent.checkVisibility() || parent.closest("style, script")) continue;
      const { left, right, apart } = room(parent);
      if (apart) continue;
      for (const word of node.data.matchAll(/\S+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const seen = [...range.getClientRects()].filter((box) => box.width > 0);
        count += seen.length ? 1 : 0;
        if (seen.some((box) => box.right > right + 1 || box.left < left - 1)) cut.push(word[0]);
      }
    }
    return [document.documentElement.scrollWidth - innerWidth, count, cut];
  });
  record.widths += 1;
  record.words += words;
  record.clipped += lost.length;
  record.states.push(where);
  if (wide > 0 || lost.length) record.found.push(`${where}: ${wide} px too wide, ${lost.length} words cut off: ${lost.slice(0, 3).join(" | ")}`);
}

export async function targets(page, record, where) {
  const all = await page.evaluate(() => {
    const inline = (one) => one.closest("p, li, dd, td, figcaption")?.textContent.trim() !== one.textContent.trim();
    return [...document.querySelectorAll("a[href], button, summary, label:has(input), input[type=search]")]
      .filter((one) => one.checkVisibility() && (one.tagName !== "A" || !inline(one) || one.matches("nav a, [role=doc-noteref], [role=doc-backlink]")))
      .map((one) => [one.getBoundingClientRect(), one.textContent.trim().slice(0, 30)])
      .map(([box, words]) => [Math.min(box.width, box.height), words]);
  });
  record.targets += all.length;
  record.least = Math.min(record.least ?? Infinity, ...all.map(([size]) => size));
  for (const [size, words] of all.filter(([size]) => size < TARGET - .1).slice(0, 3)) record.found.push(`${where}: target “${words}” of ${size} px`);
}

export async function walked(page, record, where) {
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, summary, input")].filter((one) => one.checkVisibility()).length);
  for (let stop = 0; stop < Math.min(stops, STOPS); stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return "end";
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
      const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      return shown && outline >= 3 ? "" : `${one.textContent.trim().slice(0, 30)}: outline ${outline}, at ${Math.round(box.top)}`;
    });
    if (seen === "end") break;
    record.stops += 1;
    if (seen) record.found.push(`${where}: ${seen}`);
  }
}

async function tables(page, record) {
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
  record.tables += 1;
  if (cells < drawn[0] || heads < drawn[1]) record.found.push(`320 px: ${cells} cells, ${heads} heads for ${drawn} in tables`);
}

export async function searched(page, record, judge) {
  if (!(await page.$("#search"))) return;
  const words = await page.evaluate(() => document.querySelector(".shelf h3").textContent.split(" ").at(-1));
  await page.type("#search", words);
  const shown = await page.evaluate(() => document.querySelectorAll(".shelf li:not([hidden])").length);
  if (!shown) record.found.push(`search: “${words}” is not found`);
  await judge("search");
  await page.evaluate(() => { document.querySelector("#search").value = ""; document.querySelector("#search").dispatchEvent(new Event("input")); });
}

export async function printed(page, record, where) {
  await page.emulateMediaType("print");
  const seen = await page.evaluate(() => [...document.querySelectorAll(".aids, .skip, nav.languages")].filter((one) => one.checkVisibility()).length);
  if (seen) record.found.push(`${where}: ${seen} aids are printed`);
  await page.emulateMediaType("screen");
  const sheet = await page.pdf({ format: "A4" });
  record.states.push(where);
  if (sheet.length < 1000) record.found.push(`${where}: nothing is printed`);
}

export async function small(page, record, judge, all) {
  await page.setViewport({ width: 320, height: 640 });
  await narrow(page, record, "320 px");
  await targets(page, record, "320 px");
  if (all) await judge("320 px");
  if (record.engine === "chrome") await tables(page, record);
  const aids = await page.$(".aids");
  await (aids ? choose(page, "letters", "largest") : wear(page, LARGE));
  await narrow(page, record, "320 px, letters twice as large");
  await (aids ? choose(page, "spacing", "wide") : wear(page, SPACED));
  await narrow(page, record, "320 px, letters and spaces");
  await wear(page, SPACED);
  await narrow(page, record, "320 px, letters and a reader's own spaces");
}
