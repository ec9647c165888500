// Links that stand alone are at least 24 px high (WCAG 2.2, 2.5.8), and names of constants break between their words.
const least = 24

export default async function targets({ site, open, expect }) {
  for (const [sort] of site.sorts()) {
    const page = await open(sort, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    const small = await page.locator('a:visible').evaluateAll(lower, least)
    expect(small.length === 0, `${sort}: ${small.length} links are lower than ${least} px, like ${small.slice(0, 3).join(' | ')}`)
    const broken = await page.locator('.constants code').evaluateAll(inside)
    expect(broken.length === 0, `${sort}: a line breaks inside ${broken.slice(0, 3).join(', ')}`)
    await page.context().close()
  }
}

// The links that are no part of a sentence and too low.
function lower(all, least) {
  const letters = (text) => text.replace(/[^\p{L}]/gu, '')
  const alone = (link) => {
    const block = link.closest('p, li, dd, dt, td, th, h1, h2, h3, nav, header')
    if (!block) return true
    const linked = [...block.querySelectorAll('a')].map((it) => it.textContent).join('')
    return letters(block.textContent).length === letters(linked).length
  }
  const low = all.filter((link) => link.getBoundingClientRect().height < least - 0.01 && !link.matches('.skip') && alone(link))
  return low.map((link) => `${link.textContent.trim().slice(0, 30)} (${link.getBoundingClientRect().height})`)
}

// The words of constants that go on in the next line.
function inside(all) {
  const broken = []
  for (const code of all) {
    for (const node of code.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)))
      if (tops.size > 1) broken.push(code.textContent)
    }
  }
  return broken
}
