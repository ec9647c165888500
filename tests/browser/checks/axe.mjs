// axe-core finds no violation on any sort of page: light and dark, wide and narrow.
import axe from 'axe-core'

const widths = [1280, 360]
const schemes = ['light', 'dark']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export default async function accessible({ site, open, expect }) {
  for (const [sort] of site.sorts()) {
    const page = await open(sort)
    await page.evaluate(axe.source)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await look(page, `${sort}, ${colorScheme}, ${width} px`, expect)
      }
    }
    await opened(page, sort, expect)
    await page.context().close()
  }
}

// What is folded or not asked for yet: details, the results of a search.
async function opened(page, sort, expect) {
  await page.locator('details').evaluateAll((all) => all.slice(0, 12).forEach((details) => { details.open = true }))
  await page.locator('[data-search] input').fill('gateway')
  await page.locator('[data-search-results] a').first().waitFor()
  await look(page, `${sort}, everything open`, expect)
}

async function look(page, where, expect) {
  const { violations, passes } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    tags,
  )
  expect(passes.length > 15, `${where}: ${passes.length} rules were passed`)
  for (const { id, help, nodes } of violations) {
    const places = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? help})`)
    expect(false, `${where}: ${id}: ${help}: ${nodes.length} places: ${places.join('; ')}`)
  }
}
