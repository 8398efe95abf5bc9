/* Open books in a reading system, foliate-js in Chromium: node session.mjs FOLDER, which holds books and node_modules.
   It writes found.json (texts, clipped words) and a screenshot of each view. Nothing is read but from this machine. */

import { createReadStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, normalize, resolve } from 'node:path'

const folder = resolve(process.argv[2])
const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core')
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.epub': 'application/epub+zip', '.css': 'text/css' }
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

// WCAG 2.2, 1.4.12: what a reader may set, without loss of text.
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`
const DARK = 'html, body { background: #000 !important; color: #eee !important; } a { color: #9cf !important; }'
const size = percent => `html { font-size: ${percent}% !important; }`
const VIEWS = [
  { name: '100', width: 800, height: 1000, css: size(100) },
  { name: '200', width: 800, height: 1000, css: size(200) },
  { name: '400', width: 800, height: 1000, css: size(400) },
  { name: 'telephone', width: 320, height: 640, css: size(100) },
  { name: 'telephone-200', width: 320, height: 640, css: size(200) },
  { name: 'spaced', width: 320, height: 640, css: size(100) + SPACED },
  { name: 'dark', width: 800, height: 1000, css: size(100) + DARK },
  { name: 'e-ink', width: 536, height: 724, css: size(150) },
]

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
  const roots = { '/foliate-js': join(folder, 'node_modules'), '/books': folder, '/page.html': import.meta.dirname }
  const root = Object.entries(roots).find(([start]) => path.startsWith(start))?.[1]
  const file = root && join(root, path)
  if (!file || !file.startsWith(root) || !existsSync(file)) return void response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const origin = `http://127.0.0.1:${server.address().port}`

const browser = await chromium.launch({
  executablePath: process.env.PUPPETEER_EXECUTABLE_PATH ?? BROWSERS.find(existsSync),
  args: ['--no-sandbox'],
})
const found = {}
try {
  for (const name of readdirSync(join(folder, 'books')).filter(file => file.endsWith('.epub')).sort()) {
    const page = await browser.newPage()
    const complaints = []
    page.on('request', request => { if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) complaints.push(request.url()) })
    await page.goto(`${origin}/page.html`)
    await page.waitForFunction('window.openBook')
    const book = found[name] = { texts: [], clipped: {}, coloured: [], complaints, words: 0 }
    for (const view of VIEWS) {
      await page.setViewportSize({ width: view.width, height: view.height })
      for (const flow of ['scrolled', 'paginated']) {
        const open = [`${origin}/books/${name}`, flow, view.css]
        const count = await page.evaluate(([address, way, css]) => window.openBook(address, way, css), open)
        const clipped = book.clipped[`${view.name} ${flow}`] = []
        for (let index = 0; index < count; index++) {
          clipped.push(...await page.evaluate(i => window.clippedIn(i), index))
          if (view === VIEWS[0] && flow === 'scrolled') {
            book.texts.push(await page.evaluate(i => window.textOf(i), index))
            book.coloured.push(...await page.evaluate(i => window.colouredIn(i), index))
          }
        }
        if (flow === 'paginated') {
          mkdirSync(join(folder, 'pictures'), { recursive: true })
          for (const index of [0, Math.min(3, count - 1)]) {
            await page.evaluate(i => window.showSection(i).then(() => true), index)
            await page.screenshot({ path: join(folder, 'pictures', `${name}-${view.name}-${index}.png`) })
          }
        }
      }
    }
    await page.close()
  }
} finally {
  await browser.close()
  server.close()
}
writeFileSync(join(folder, 'found.json'), JSON.stringify(found, null, 1))
