// Tabs switch, by hand and by keyboard, and the choice is there on the next page and when one comes back.
export default async function tabs({ site, open, expect }) {
  const page = await open('code')
  const group = page.getByRole('radiogroup', { name: 'Framework' })
  const names = await group.locator('label').allInnerTexts()
  expect(names.length >= 6, `${names.length} frameworks`)
  const shown = () => page.locator('[data-panel]:visible').evaluateAll((all) => all.map((panel) => panel.dataset.panel))
  const chosen = () => group.locator('input:checked').getAttribute('data-tab')

  for (const id of ['express', 'flask', 'go']) {
    await group.locator(`label[for=tab-${id}]`).click()
    expect((await shown()).join() === id, `a click on ${id} shows it alone`)
  }
  // Chromium writes what a page stores a moment later, and a page that is loaded before doesn't see it.
  const stored = () => page.waitForTimeout(1000)
  await stored()
  expect(page.url().endsWith('#tab-go'), `the address names the tab: ${page.url()}`)
  await page.goto('about:blank')
  await page.goto(site.page('code'))
  expect((await shown()).join() === 'go', 'the choice is there when the page is opened again')
  await page.goto('about:blank')
  await page.goto(`${site.page('code')}#tab-express`)
  expect((await shown()).join() === 'express', 'a link shows its tab')
  const port = await group.locator('input:checked').getAttribute('data-port')
  const command = await page.locator('figure[data-asks] pre').first().innerText()
  expect(command.includes(`:${port}/`), `the command asks the port of the tab, ${port}: ${command}`)
  await page.goto(`${site.root}codes/429.html`)
  expect((await shown()).join() === 'go', 'the choice is there on the next page')

  // One stop for Tab, and arrows within: what a group of radio buttons does by itself.
  await group.locator('input:checked').focus()
  const order = await group.locator('input').evaluateAll((all) => all.map((input) => input.dataset.tab))
  const at = order.indexOf('go')
  await page.keyboard.press('ArrowRight')
  const next = order[(at + 1) % order.length]
  expect((await chosen()) === next && (await shown()).join() === next, 'ArrowRight shows the next')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  const before = order[(at - 1 + order.length) % order.length]
  expect((await shown()).join() === before, 'ArrowLeft shows the one before')
  await page.keyboard.press('Tab')
  const inside = await page.evaluate(() => document.activeElement.closest('[data-panel]')?.dataset.panel)
  expect(inside === before, 'Tab leads from the tabs into what they show')
  await stored()
  await page.goto('about:blank')
  await page.goto(`${site.root}codes/429.html`)
  expect((await shown()).join() === before, 'a choice by keyboard is remembered, too')
  await page.context().close()

  await withoutScripts(open, expect, names)
}

// Without a script the browser itself shows what is chosen.
async function withoutScripts(open, expect, names) {
  const page = await open('code', { javaScriptEnabled: false })
  for (const name of names) {
    await page.locator('[data-tabs] label', { hasText: name }).first().click()
    const code = page.locator('[data-panel] pre:visible')
    const text = (await code.count()) === 1 ? await code.innerText() : await page.locator('[data-panel]:visible').innerText()
    expect(text.includes('404') || text.length > 40, `without a script, ${name} is shown`)
  }
  const useless = await page.locator('[data-copy]:visible, [data-search]:visible, [data-theme-switch]:visible').count()
  expect(useless === 0, 'without a script no button is shown that needs one')
  await page.context().close()
}
