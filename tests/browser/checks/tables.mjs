// On a phone a table is stacked, or its first column and its head stay while the rest is scrolled; its words are explained.
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
      const [box, first, ...heads] = await table.evaluate((wide) => {
        wide.scrollTo(wide.scrollWidth, wide.scrollHeight)
        const { left, top, width, height } = wide.getBoundingClientRect()
        const boxes = [...wide.querySelectorAll('tbody tr:first-child th, thead th')].map((it) => it.getBoundingClientRect())
        const [row] = boxes.splice(-1)
        return [{ width, height, scrolls: wide.scrollWidth > wide.clientWidth, stacked: wide.matches(':has(> .stacked)') }, ...[row, ...boxes].map((it) => ({ left: it.left - left, top: it.top - top, width: it.width }))]
      })
      expect(Math.abs(first.left) < 1, `${sort}: the first column is scrolled away, to ${first.left} px`)
      if (box.stacked) continue
      expect(!box.scrolls || first.width <= box.width / 2, `${sort}: the first column takes ${first.width} of ${box.width} px`)
      const lost = heads.filter(({ top }) => Math.abs(top) > 1).length
      expect(heads.length > 1 && lost === 0, `${sort}: ${lost} of ${heads.length} heads are scrolled away`)
      expect(box.height < 844, `${sort}: a table that scrolls is ${box.height} px high, more than the screen`)
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
