// Opens built pages in Chromium, clicks a tab in each group, and checks that all groups show the same target:
// `node tabs.mjs PAGE…`. PICTURES names a folder for screenshots.
import { basename, dirname, join, resolve } from 'node:path'
import { serve } from '../../../tests/browser/server.mjs'
import { launch } from '../../../tests/browser/chromium.mjs'
import { createRequire } from 'node:module'

const { chromium } = createRequire(resolve(import.meta.dirname, '../../../tests/browser/package.json'))('playwright-core')

const GROUP = '.tabbed-set, .sd-tab-set'
const TAB = '.tabbed-labels > label, .sd-tab-label'
// What is visible of a word that only this target has.
const CODE = { Go: 'http.ResponseWriter', 'Node.js (Express)': 'res.status(', 'Python (Flask)': 'def ' }

const browser = await chromium.launch(launch)
for (const path of process.argv.slice(2)) {
  const server = await serve(dirname(resolve(path)))
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } })
  page.on('pageerror', (error) => fail(`${path}: ${error.message}`))
  await page.goto(server.url + basename(path))
  await page.waitForTimeout(1000)
  const groups = await page.locator(GROUP).all()
  if (groups.length !== 2) fail(`${path}: ${groups.length} groups of tabs, expected 2`)
  for (const [group, title] of [[0, 'Go'], [1, 'Node.js (Express)'], [0, 'Python (Flask)'], [1, 'Go']]) {
    await groups[group].locator(TAB).filter({ hasText: title }).click()
    await page.waitForTimeout(300)
    for (const [other, scope] of groups.entries()) {
      const shown = await scope.innerText()
      for (const [target, word] of Object.entries(CODE)) {
        if (shown.includes(word) !== (target === title)) {
          fail(`${path}: ${title} was clicked in group ${group + 1}, and group ${other + 1} shows ${JSON.stringify(shown)}`)
        }
      }
    }
  }
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${basename(dirname(resolve(path)))}-${basename(path)}.png`) })
  await page.close()
  server.close()
  console.log(`${path}: the tabs are in step`)
}
await browser.close()

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
