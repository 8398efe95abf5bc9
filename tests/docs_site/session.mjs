/* Open pages of the documentation's site in Chromium, and ask axe about each: node session.mjs SITE FOLDER, which holds
   node_modules. A page of each kind in each language, wide and at 400 %, and the search as it answers. Prints a line
   a page; exit code 1 where something is wrong. Nothing may be fetched from elsewhere. */

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, resolve } from 'node:path'

const [site, folder] = process.argv.slice(2).map(path => resolve(path))
const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core')
const axe = readFileSync(join(folder, 'node_modules/axe-core/axe.min.js'), 'utf8')
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// Prose; pictures and code; long tables; steps; what stands where no page is.
const KINDS = ['index.html', 'docs/forms.html', 'docs/writing.html']
const PAGES = [...['', 'nl/', 'fr/', 'de/'].flatMap(language => KINDS.map(kind => language + kind)),
  'docs/commands.html', 'docs/tutorials/word-to-booklet.html', '404.html']
const VIEWS = [{ name: 'wide', width: 1280, height: 900 }, { name: 'at 400 %', width: 320, height: 256 }]
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json' }

// The search reads its index by fetch, which a browser refuses to a file.
const server = createServer(({ url }, response) => {
  const path = join(site, decodeURIComponent(new URL(url, 'http://localhost').pathname))
  if (!path.startsWith(site) || !existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? '' })
  createReadStream(path).pipe(response)
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const origin = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({
  executablePath: process.env.PUPPETEER_EXECUTABLE_PATH ?? BROWSERS.find(existsSync),
  args: ['--no-sandbox'],
})
let faults = 0

const tell = (name, told) => {
  console.log(`${name}: ${told.length} faults`)
  for (const line of told.slice(0, 20)) console.log(`  ${line}`)
  faults += told.length
}

const judged = async (page, view, told) => {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(tags => window.axe.run({ runOnly: tags }), RULES)
  for (const { id, nodes } of violations) told.push(`${view}: ${id}: ${nodes[0].html.slice(0, 160)}`)
}

const opened = async (name, view, told) => {
  const page = await browser.newPage({ viewport: view })
  page.on('request', request => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) told.push(`fetches ${request.url()}`)
  })
  await page.goto(`${origin}/${name}`, { waitUntil: 'load' })
  return page
}

try {
  for (const name of PAGES) {
    const told = []
    for (const view of VIEWS) {
      const page = await opened(name, view, told)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) {
        told.push(`${view.name}: wider than the window`)
      }
      await judged(page, view.name, told)
      await page.close()
    }
    tell(name, told)
  }
  const told = []
  const page = await opened('index.html', VIEWS[0], told)
  await page.fill('[data-md-component=search-query]', 'booklet')
  const found = page.locator('.md-search-result__link').first()
  await found.waitFor({ timeout: 60000 })
  await judged(page, 'search', told)
  tell('search for “booklet”', told)
} finally {
  await browser.close()
  server.close()
}
process.exit(faults ? 1 : 0)
