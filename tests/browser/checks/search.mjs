// Search finds codes by problem and by number, by typing alone.
import { execFileSync } from 'node:child_process'

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

  await likeTheProgram(site, asked, expect)
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

// The same texts are looked in by `statuscraft search`, and what it finds first is found first here.
async function likeTheProgram(site, asked, expect) {
  for (const query of ['not found', 'login', 'bad gatway', 'gateway timeout', 'too many requests', 'teapot', 'range', 'moved for good', 'cors', 'video', 'preflight', 'cache', 'upload', 'maintenance', 'weak etag', 'Cannot GET /foo', 'no healthy upstream', 'DisallowedHost', 'recv() failed (104: Connection reset by peer)', 'xyzzy redirects']) {
    const printed = execFileSync(site.statuscraft, ['search', query], { encoding: 'utf8' }).split('\n')[0]
    const first = await asked(query)
    expect(first.startsWith(printed.slice(0, 3)), `\`${query}\` finds ${printed} first, not ${first.split('\n')[0]}`)
  }
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
