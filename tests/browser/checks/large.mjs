// Letters twice as large, on a desk and on a phone: no page scrolls sideways and nothing is cut off.
export default async function large({ site, open, expect }) {
  for (const width of [1280, 390]) {
    for (const [sort] of site.sorts()) {
      const page = await open(sort, { viewport: { width, height: 844 }, isMobile: width < 400 })
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
        document.documentElement.style.fontSize = '200%'
      })
      const { wide, cut } = await page.evaluate(measured)
      expect(wide <= width, `${sort} at ${width} px: ${wide} px wide with large letters`)
      expect(cut.length === 0, `${sort} at ${width} px: cut off with large letters: ${cut.slice(0, 3).join(' | ')}`)
      await page.context().close()
    }
  }
}

// The width of the page, and what hides a part of its own content. The text for screen readers is hidden on purpose.
function measured() {
  const hides = (element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    const [wider, higher] = [element.scrollWidth > element.clientWidth + 1, element.scrollHeight > element.clientHeight + 1]
    return (wider && /hidden|clip/.test(overflowX)) || (higher && /hidden|clip/.test(overflowY))
  }
  const shown = [...document.querySelectorAll('body, body *')].filter((it) => it.checkVisibility() && !it.matches('.quiet'))
  return {
    wide: document.scrollingElement.scrollWidth,
    cut: shown.filter(hides).map((it) => it.outerHTML.slice(0, 80)),
  }
}
