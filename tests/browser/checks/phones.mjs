// Every page, with every tab chosen, fits a phone that is 390 px wide.
const width = 390

export default async function phones({ site, open, expect }) {
  const page = await open('home', { viewport: { width, height: 844 }, hasTouch: true, isMobile: true })
  const plain = new Set(site.plainPairs())
  for (const path of site.pages().filter((path) => !plain.has(path))) {
    await page.goto(site.root + path)
    for (const { tab, wide, what } of await page.evaluate(tooWide, width)) {
      expect(wide <= width, `${path}, ${tab}: ${wide} px wide${what}`)
    }
  }
  await page.context().close()
}

// The width of the page with each tab chosen, and what sticks out of it.
function tooWide(width) {
  for (const details of document.querySelectorAll('details')) details.open = true
  const measured = (tab) => {
    const wide = document.scrollingElement.scrollWidth
    if (wide <= width) return { tab, wide, what: '' }
    const out = [...document.querySelectorAll('main *')].filter((it) => it.getBoundingClientRect().right > width + 1)
    return { tab, wide, what: `: ${out[0]?.outerHTML.slice(0, 80)}` }
  }
  const tabs = [...document.querySelectorAll('[data-tab]')]
  if (!tabs.length) return [measured('no tabs')]
  return tabs.map((tab) => {
    tab.checked = true
    return measured(tab.value)
  })
}
