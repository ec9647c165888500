// A changed example is what the program prints for the same options; a link keeps the choice; nothing of it is loaded
// before a reader asks.
import { execFileSync, spawnSync } from 'node:child_process'
import axe from 'axe-core'

const width = 390

export default async function playground({ site, open, expect }) {
  const page = await open('code', { permissions: ['clipboard-read', 'clipboard-write'] }, 'about:blank')
  const asked = []
  const said = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(site.page('code'))
  await page.waitForTimeout(300)
  expect(!asked.some((url) => /playground|wasm/.test(url)), 'nothing of it is loaded before it is asked for')

  await byKeyboard(site, page, expect)
  await targets(site, page, expect)
  await refusals(site, page, expect)
  await link(site, page, open, expect)
  expect(said.length === 0, `it says ${said.join(' | ')}`)
  await looks(page, expect)
  await page.context().close()

  await strict(site, open, expect)
  await withoutModule(site, open, expect)
}

// The files of an example, as the program prints them.
function printed(site, code, target, ...options) {
  const words = [code, target, ...options, '--format', 'json'].map(String)
  const { text, files } = JSON.parse(execFileSync(site.statuscraft, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  return [text, ...files.map((file) => file.text)]
}

const figures = '[data-panel]:visible > figure pre code'
const shown = (page) => page.locator(figures).allTextContents()

// Waits until the page shows these files, and says what it shows if it doesn't.
async function becomes(page, wanted, expect, what) {
  const showing = ([selector, wanted]) => {
    const visible = [...document.querySelectorAll(selector)].filter((code) => code.checkVisibility())
    return JSON.stringify(visible.map((code) => code.textContent)) === wanted
  }
  const arguments_ = [figures.replace(':visible', ''), JSON.stringify(wanted)]
  await page.waitForFunction(showing, arguments_, { timeout: 10_000 }).catch(() => {})
  const found = await shown(page)
  const at = wanted.findIndex((text, index) => text !== found[index])
  expect(JSON.stringify(found) === JSON.stringify(wanted), `${what}: ${found.length} files of ${wanted.length}, not as printed: ${JSON.stringify(found[at]?.slice(0, 200))}`)
}

const focused = (page) => page.evaluate(() => document.activeElement.id)

const values = { path: '/shop/{id}', message: 'it\'s "gone" <b>', name: 'find it' }
const changed = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])

async function byKeyboard(site, page, expect) {
  await page.locator('label[for=tab-flask]').click()
  const before = await shown(page)
  await page.getByRole('button', { name: 'Change this example' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('form.change').waitFor()
  await page.waitForFunction(() => document.activeElement.id === 'change-path')
  expect(JSON.stringify(await shown(page)) === JSON.stringify(before), 'the form alone changes nothing')
  const stops = []
  for (const name of ['path', 'message', 'name', 'form', 'body']) {
    stops.push(await focused(page))
    if (values[name]) {
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(values[name])
    }
    await page.keyboard.press('Tab')
  }
  expect(stops.join() === 'change-path,change-message,change-name,change-form,change-body', `Tab leads through ${stops}`)
  await becomes(page, printed(site, 404, 'flask', ...changed), expect, 'flask, typed')
  const status = await page.locator('[data-change] [role=status]').innerText()
  expect(status === 'Changed: path, message, name', `the change is announced: ${status}`)

  await page.locator('[data-panel=flask] > figure [data-copy]').click()
  await page.getByRole('button', { name: 'Copied' }).waitFor({ timeout: 5000 })
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied === printed(site, 404, 'flask', ...changed)[0], 'the copy is that of the changed example')

  await page.locator('#change-form').focus()
  await page.keyboard.press('ArrowDown')
  await becomes(page, printed(site, 404, 'flask', ...changed, '--form', 'handler'), expect, 'the handler, by an arrow')
  await page.keyboard.press('ArrowUp')
}

async function targets(site, page, expect) {
  for (const target of ['express', 'go', 'spring', 'django', 'nginx']) {
    await page.locator(`label[for=tab-${target}]`).click()
    const idle = await page.waitForTimeout(300).then(() => page.locator('form.change :disabled').evaluateAll((all) => all.map((it) => it.name)))
    const options = Object.entries(values).filter(([name]) => !idle.includes(name)).flatMap(([name, value]) => [`--${name}`, value])
    await becomes(page, printed(site, 404, target, ...options), expect, target)
    await page.locator('#change-body').selectOption('problem')
    await becomes(page, printed(site, 404, target, ...options, '--body', 'problem'), expect, `${target}, problem`)
    await page.locator('#change-form').selectOption('response')
    await becomes(page, printed(site, 404, target, ...options, '--body', 'problem', '--form', 'response'), expect, `${target}, response`)
    await page.locator('#change-body').selectOption('json')
    await page.locator('#change-form').selectOption('program')
  }
  await page.locator('label[for=tab-flask]').click()
  await page.getByRole('button', { name: 'Reset' }).click()
  await becomes(page, printed(site, 404, 'flask'), expect, 'flask after a reset')
  expect((await page.locator('[data-panel=flask] details').count()) > 0, 'a reset brings back the rest of the panel')
}

// What the program says to an option that it refuses.
function refusal(site, ...words) {
  const { status, stderr } = spawnSync(site.statuscraft, ['404', 'flask', ...words], { encoding: 'utf8' })
  const [, message, hint] = stderr.match(/^error: (.*)\nhint: (.*)\n$/)
  return status === 2 && `${message}: ${hint}`
}

async function refusals(site, page, expect) {
  const before = await shown(page)
  for (const [name, value] of [['path', '/books'], ['name', '123']]) {
    const field = page.locator(`#change-${name}`)
    await field.fill(value)
    await page.locator(`#change-${name}[aria-invalid]`).waitFor({ timeout: 10_000 }).catch(() => {})
    const told = await field.evaluate((input) => {
      const ids = input.getAttribute('aria-describedby')?.split(' ') ?? []
      return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
    })
    const wanted = refusal(site, `--${name}`, value)
    expect(told.endsWith(wanted), `${name}: the field is described by \`${told}\`, not by \`${wanted}\``)
    expect((await field.getAttribute('aria-invalid')) === 'true', `${name} is marked as invalid`)
  }
  expect(JSON.stringify(await shown(page)) === JSON.stringify(before), 'an error changes no example')
  await page.getByRole('button', { name: 'Reset' }).click()
  await page.locator('[aria-invalid]').waitFor({ state: 'detached' })
}

async function link(site, page, open, expect) {
  await page.locator('label[for=tab-express]').click()
  await page.locator('#change-message').fill('no "such" & book')
  await page.locator('#change-form').selectOption('handler')
  const wanted = printed(site, 404, 'express', '--message', 'no "such" & book', '--form', 'handler')
  await becomes(page, wanted, expect, 'before a reload')
  const address = page.url()
  await page.reload()
  await becomes(page, wanted, expect, 'after a reload')
  const other = await open('code', {}, address)
  await becomes(other, wanted, expect, 'at the address, elsewhere')
  expect((await other.locator('#change-message').inputValue().catch(() => '')) === 'no "such" & book', 'the fields have the values of the address')
  await other.context().close()
}

// Narrow, light and dark, with an error.
async function looks(page, expect) {
  await page.evaluate(axe.source)
  await page.locator('#change-path').fill('/..')
  await page.locator('#change-path[aria-invalid]').waitFor({ timeout: 10_000 }).catch(() => {})
  for (const size of [1280, width]) {
    await page.setViewportSize({ width: size, height: 844 })
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth)
    expect(wide <= size, `${wide} px wide at ${size} px`)
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await page.evaluate(() => window.axe.run(document.querySelector('[data-change]'), { resultTypes: ['violations'] }))
      expect(violations.length === 0, `${colorScheme}, ${size} px: ${violations.map((it) => `${it.id} (${it.nodes[0].html.slice(0, 90)})`)}`)
    }
  }
  const low = await page.locator('form.change :is(input[type=text], select, button)').evaluateAll((all) => all.filter((it) => it.getBoundingClientRect().height < 32).length)
  expect(low === 0, `${low} controls are lower than 32 px`)
  const unseen = await page.locator('form.change :is(input, select, button):enabled').evaluateAll((all) => all.filter((it) => {
    it.focus({ focusVisible: true })
    const { outlineStyle, outlineWidth } = getComputedStyle(it)
    return outlineStyle === 'none' || parseFloat(outlineWidth) < 2
  }).map((it) => it.id))
  expect(unseen.length === 0, `the focus can't be seen on ${unseen}`)
}

// The page has the strict version too: the same bytes, marked in the same way.
async function strict(site, open, expect) {
  const page = await open('code', {}, `${site.root}codes/429.html`)
  const target = await page.locator('[data-panel]:has(> details code:not(.language-http))').first().getAttribute('data-panel')
  await page.locator(`label[for=tab-${target}]`).click()
  const marked = (selector) => page.locator(`[data-panel=${target}] > ${selector} pre code`).evaluateAll((all) => all.map((code) => code.innerHTML))
  const wanted = (await marked('details figure')).filter((html, at, all) => at >= all.length - printed(site, 429, target, '--strict').length)
  await page.getByRole('button', { name: 'Change this example' }).click()
  await page.locator('#change-strict').check()
  await becomes(page, printed(site, 429, target, '--strict'), expect, `429 ${target}, strict`)
  expect(JSON.stringify(await marked('figure')) === JSON.stringify(wanted), `429 ${target}, strict: marked as on the page`)
  await page.context().close()
}

// Without scripts there is no button; without the module the page stays as it is, and one can try again.
async function withoutModule(site, open, expect) {
  const still = await open('code', { javaScriptEnabled: false })
  expect((await still.locator('[data-change] button:visible').count()) === 0, 'without scripts there is no button')
  await still.context().close()
  if (site.root.startsWith('file:')) return
  const page = await open('code')
  await page.route('**/statuscraft.wasm', (route) => route.abort())
  const before = await shown(page)
  const button = page.getByRole('button', { name: 'Change this example' })
  await button.click()
  await page.locator('[data-change] [role=status]', { hasText: 'can’t be changed here' }).waitFor({ timeout: 10_000 })
  expect(JSON.stringify(await shown(page)) === JSON.stringify(before), 'without the module the example stays')
  await page.unroute('**/statuscraft.wasm')
  await button.click()
  await page.locator('form.change').waitFor({ timeout: 20_000 })
  await page.context().close()
}
