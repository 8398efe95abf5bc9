// From a key to the frame that shows it: what is typed into a paragraph in the middle of a copy, letter by letter.

const KEYS = 40;
const PAUSE = 80; // ms from one key to the next, of somebody who types fast

export async function timed(page, plan) {
  const times = {};
  for (const [name, copy] of Object.entries(plan.timed)) {
    await page.goto(`${plan.address}write/${copy}`);
    await page.waitForSelector(".ProseMirror[aria-readonly=false]");
    await page.waitForFunction(() => document.querySelector("#count").textContent);
    /* As a person has it: the cursor at the end of a paragraph, seen on the screen. */
    await page.evaluate(() => {
      const all = [...document.querySelectorAll(".ProseMirror > p")];
      const middle = all[Math.floor(all.length / 2)];
      middle.scrollIntoView({ block: "center" });
      document.querySelector(".ProseMirror").focus();
      getSelection().collapse(middle, middle.childNodes.length);
      window.took = [];
      const behind = new MessageChannel();
      let since = 0;
      behind.port1.onmessage = () => window.took.push(performance.now() - since);
      document.addEventListener("keydown", (event) => {
        since = event.timeStamp;
        requestAnimationFrame(() => behind.port2.postMessage(0));
      }, { capture: true });
    });
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.press("e");
      await page.evaluate((pause) => new Promise((done) => { setTimeout(done, pause); }), PAUSE);
    }
    times[name] = await page.evaluate(() => window.took);
  }
  return { times };
}
