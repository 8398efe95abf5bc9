/* Open the report's pages in Chromium as editors do, and ask axe about each view: node session.mjs FOLDER, which holds
   pages/*.html and node_modules. Prints a line a page; exit code 1 where something is wrong. Nothing may be fetched. */

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv[2])
const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core')
const axe = readFileSync(join(folder, 'node_modules/axe-core/axe.min.js'), 'utf8')
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// WCAG 2.2, 1.4.12: what a reader may set, without loss of text.
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`
// 320 px is also what a window of 1280 px shows at 400 % (WCAG 2.2, 1.4.10).
const VIEWS = [
  { name: 'light', width: 1280, colorScheme: 'light', css: '' },
  { name: 'dark', width: 1280, colorScheme: 'dark', css: '' },
  { name: 'narrow', width: 320, colorScheme: 'light', css: '' },
  { name: 'large-text', width: 640, colorScheme: 'dark', css: 'html { font-size: 200% !important; }' },
  { name: 'spaced', width: 320, colorScheme: 'light', css: SPACED },
]

mkdirSync(join(folder, 'pictures'), { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.PUPPETEER_EXECUTABLE_PATH ?? BROWSERS.find(existsSync),
  args: ['--no-sandbox'],
})
let faults = 0
try {
  for (const name of readdirSync(join(folder, 'pages')).filter(file => file.endsWith('.html')).sort()) {
    const told = []
    for (const { name: view, width, colorScheme, css } of VIEWS) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      const address = pathToFileURL(join(folder, 'pages', name)).href
      page.on('request', request => {
        if (request.url() !== address && !request.url().startsWith('data:')) told.push(`fetches ${request.url()}`)
      })
      await page.goto(address)
      if (css) await page.addStyleTag({ content: css })
      const beyond = await page.evaluate(() => {
        const wide = document.documentElement.scrollWidth > innerWidth + 1
        const cut = [...document.querySelectorAll('main *, footer *')].filter(element =>
          !element.closest('.unseen') && element.getBoundingClientRect().right > innerWidth + 1)
        return wide || cut.length ? cut.slice(0, 3).map(element => element.outerHTML.slice(0, 90)) : null
      })
      if (beyond) told.push(`${view}: wider than the window: ${beyond.join(' ')}`)
      await page.screenshot({ path: join(folder, 'pictures', `${name}-${view}.png`), fullPage: true })
      await page.evaluate(axe)
      const found = await page.evaluate(tags => window.axe.run({ runOnly: tags }), RULES)
      for (const { id, nodes } of found.violations) told.push(`${view}: ${id}: ${nodes[0].html.slice(0, 120)}`)
      await page.close()
    }
    console.log(`${name}: ${VIEWS.length} views, ${told.length} faults`)
    for (const line of told.slice(0, 20)) console.log(`  ${line}`)
    faults += told.length
  }
} finally {
  await browser.close()
}
process.exit(faults ? 1 : 0)
