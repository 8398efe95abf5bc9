// A browser with a page, by the driver that it has: Playwright's for Chromium, Puppeteer's for Firefox. The tasks use what
// both understand in the same way; `give` puts a file of this computer into a field.

import { createRequire } from "node:module";

const VIEWPORT = { width: 1280, height: 900 };

export async function opened({ browser: name, executable, driver }) {
  const library = createRequire(import.meta.url)(driver);
  if (name === "firefox") {
    const browser = await library.launch({ browser: name, executablePath: executable, headless: true });
    const page = await browser.newPage();
    await page.setViewport(VIEWPORT);
    const give = async (selector, path) => (await page.$(selector)).uploadFile(path);
    return { browser, page, give };
  }
  const browser = await library.chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: VIEWPORT });
  const give = (selector, path) => page.setInputFiles(selector, path);
  return { browser, page, give };
}
