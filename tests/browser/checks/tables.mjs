// On a phone a table is stacked, or its first column stays while the others are scrolled; its words are explained.
const width = 390

export default async function tables({ site, open, expect }) {
  const phone = { viewport: { width, height: 844 }, hasTouch: true, isMobile: true }
  for (const [sort] of site.sorts()) {
    const page = await open(sort, phone)
    const cells = await page.locator('.stacked :is(td, th):visible').evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().right))
    const cut = cells.filter((right) => right > width).length
    expect(cut === 0, `${sort}: ${cut} of ${cells.length} stacked cells stick out`)
    if (sort === 'behaviour') expect(cells.length > 20, `${sort}: the table is stacked`)
    for (const table of await page.locator('.wide').all()) {
      const [left, first] = await table.evaluate((wide) => {
        wide.scrollLeft = wide.scrollWidth
        return [wide, wide.querySelector('tbody th')].map((it) => it.getBoundingClientRect().left)
      })
      expect(Math.abs(left - first) < 1, `${sort}: the first column is scrolled away, to ${first - left} px`)
    }
    if (/^(behaviours|conformance)$/.test(sort)) {
      const known = new Set(await page.locator('dl.facts dt').allTextContents())
      const words = await page.locator('td[class^=is-]').evaluateAll((all) => all.filter((cell) => !/\d/.test(cell.textContent)).map((cell) => cell.textContent))
      // A cell of the table of versions names one.
      const unknown = new Set(words.filter((word) => word && !known.has(word)))
      expect(words.length > 100 && unknown.size === 0, `${sort}: not explained: ${[...unknown].slice(0, 5).join(', ')}`)
    }
    await page.context().close()
  }
}
