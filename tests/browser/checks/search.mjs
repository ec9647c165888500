// Search finds codes by problem and by number, by typing alone.
import { execFileSync } from 'node:child_process'

import { queries } from '../queries.mjs'

export default async function search({ site, open, expect }) {
  const page = await open('home')
  const input = page.locator('[data-search] input')
  const results = page.locator('[data-search-results] a')

  const asked = async (query) => {
    await input.fill('')
    await input.fill(query)
    await results.first().waitFor({ timeout: 10_000 })
    await page.waitForFunction(() => /\d/.test(document.querySelector('[data-search-status]').textContent))
    return results.first().innerText()
  }
  expect((await asked('rate limit')).startsWith('429'), '`rate limit` finds 429 first')
  expect((await page.locator('[data-search-status]').innerText()).includes('result'), 'the number of results is shown')
  expect((await asked('rate limt')).startsWith('429'), '`rate limt` finds 429 first')
  expect((await asked('503')).startsWith('503'), '`503` finds 503 first')
  expect((await asked('401 403')).includes('403'), '`401 403` finds the pair first')

  await likeTheProgram(site, asked, results, expect)
  const offers = async (query, path) => {
    await asked(query)
    const paths = await results.evaluateAll((all) => all.map((link) => link.href))
    expect(paths.includes(site.root + path), `\`${query}\` offers ${path}`)
  }
  await offers('flask', 'frameworks/flask.html')
  await offers('HEAD', 'behaviour/head-fields.html')
  await offers('weak if range', 'behaviour/weak-if-range.html')

  await input.fill('xyzzyplugh')
  await page.waitForFunction(() => document.querySelector('[data-search-status]').textContent.startsWith('0'))
  expect((await results.count()) === 0, 'nonsense finds nothing')

  await byKeyboard(page, expect)
  await page.keyboard.type('rate limit')
  await results.first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/codes/429.html')
  expect(page.url() === `${site.root}codes/429.html`, 'Enter opens the first result')

  // Pages below the root lead to the same places.
  await page.keyboard.press('/')
  await page.keyboard.type('teapot')
  await results.first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/codes/418.html')
  await page.context().close()
}

// The same texts are searched by `statuscraft search`, and what it finds is found here in the same order.
async function likeTheProgram(site, asked, results, expect) {
  for (const query of queries) {
    const wanted = printed(site.statuscraft, query)
    await asked(query)
    const paths = await results.evaluateAll((all) => all.map((link) => link.pathname))
    const codes = paths.flatMap((path) => path.match(/\/codes\/(\d+)\.html$/)?.[1] ?? []).slice(0, 5).join()
    expect(codes === wanted, `\`${query}\` finds ${wanted || 'nothing'}, here ${codes || 'nothing'}`)
  }
}

// The five codes that the program finds. It is asked once for all places that the site is opened from.
const known = new Map()
function printed(statuscraft, query) {
  if (!known.has(query)) {
    const json = execFileSync(statuscraft, ['search', query, '--format', 'json', '--limit', '5'], { encoding: 'utf8' })
    known.set(query, JSON.parse(json).map(({ code }) => code).join())
  }
  return known.get(query)
}

async function byKeyboard(page, expect) {
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.type)
  const results = page.locator('[data-search-results] a')
  await page.evaluate(() => document.activeElement.blur())
  await page.locator('[data-search] input').evaluate((input) => { input.value = '' })
  await page.keyboard.press('/')
  expect((await focused()) === 'search', '`/` leads to the search')
  expect((await page.locator('[data-search] input').inputValue()) === '', '`/` is not typed')
  await page.keyboard.type('gateway')
  await results.nth(1).waitFor()
  const [first, second] = await results.allTextContents()
  await page.keyboard.press('ArrowDown')
  expect((await focused()) === first, 'ArrowDown leads to the first result')
  await page.keyboard.press('ArrowDown')
  expect((await focused()) === second, 'ArrowDown leads on')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect((await focused()) === 'search', 'ArrowUp leads back to the field')
  await page.keyboard.press('Tab')
  expect((await focused()) === first, 'Tab leads to the results')
  await page.keyboard.press('Escape')
  expect((await focused()) === 'search', 'Escape leads back to the field')
  expect(!(await results.first().isVisible()), 'Escape closes the results')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
}
