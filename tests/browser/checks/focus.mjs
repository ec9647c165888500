// The keyboard reaches whatever can be pressed, and each stop can be seen.
const stops = 'a[href], button, input, summary, [tabindex="0"]'

export default async function focus({ site, open, expect }) {
  for (const [sort] of site.sorts()) {
    const page = await open(sort)
    const wanted = await mark(page)
    const reached = new Set()
    const unseen = []
    for (let step = 0; step < wanted.length + 20; step++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => document.activeElement.dataset.stop)
      // Past the last stop the focus is on the document; a stop again means once around.
      if (stop === undefined || reached.has(stop)) break
      reached.add(stop)
      if (unlike(reached.size, wanted.length) && !(await seen(page))) unseen.push(await describe(page))
    }
    const left = wanted.filter((stop) => !reached.has(stop))
    expect(left.length === 0, `${sort}: Tab reaches ${reached.size} of ${wanted.length} stops`)
    expect(unseen.length === 0, `${sort}: the focus can't be seen on ${unseen.join(', ')}`)
    await page.context().close()
  }
  await skip(open, expect)
}

// Pages are long lists of the same link: the first stops and the last are looked at, and some between.
function unlike(at, all) {
  return at < 30 || at > all - 5 || at % 10 === 0
}

// Numbers what is visible and can be pressed; of a group of radio buttons, one is a stop.
function mark(page) {
  return page.evaluate((stops) => {
    const all = [...document.querySelectorAll(stops)].filter((element) => {
      const choice = element.type === 'radio'
      return choice ? element.checked : element.checkVisibility({ visibilityProperty: true })
    })
    return all.map((element, at) => (element.dataset.stop = String(at)))
  }, stops)
}

// Is there a difference between the picture with the focus and the one without?
async function seen(page) {
  const clip = await page.evaluate(() => {
    const element = document.activeElement
    element.scrollIntoView({ block: 'center' })
    const boxes = [element, ...(element.labels ?? [])].map((it) => it.getBoundingClientRect())
    const edge = (side, pick) => pick(...boxes.map((box) => box[side]))
    const [left, top] = [Math.max(0, edge('left', Math.min) - 6), Math.max(0, edge('top', Math.min) - 6)]
    const [right, bottom] = [Math.min(innerWidth, edge('right', Math.max) + 6), Math.min(innerHeight, edge('bottom', Math.max) + 6)]
    return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
  })
  const focused = await page.screenshot({ clip })
  await page.evaluate(() => {
    window.left = document.activeElement
    window.left.blur()
  })
  const without = await page.screenshot({ clip })
  await page.evaluate(() => window.left.focus({ preventScroll: true }))
  return !focused.equals(without)
}

function describe(page) {
  return page.evaluate(() => document.activeElement.outerHTML.slice(0, 90))
}

async function skip(open, expect) {
  const page = await open('code')
  await page.keyboard.press('Tab')
  const link = page.locator(':focus')
  expect((await link.getAttribute('href')) === '#content', 'the first stop skips to the content')
  const box = await link.boundingBox()
  expect(box.y >= 0 && box.x >= 0, 'the link that skips is in sight when it has the focus')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inside = await page.evaluate(() => document.querySelector('main').contains(document.activeElement))
  expect(inside, 'after it, Tab goes on in the content')

  for (const place of await page.locator('.toc a').evaluateAll((all) => all.map((link) => link.hash))) {
    await page.locator(`.toc a[href="${place}"]`).click()
    const top = await page.locator(place).evaluate((heading) => heading.getBoundingClientRect().top)
    const end = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2)
    expect((top >= 0 && top < 120) || end, `${place} leads to its section (${Math.round(top)} px from the top)`)
    expect(new URL(page.url()).hash === place, `${place} is in the address`)
  }
  await page.context().close()
}
