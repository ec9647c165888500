// On paper there is nothing to press: every example is printed, whichever tab was chosen.
export default async function print({ site, open, expect }) {
  for (const [sort] of site.sorts()) {
    const page = await open(sort, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    const hidden = await page.locator('main pre, main p, main h2, main li, main dd').evaluateAll((all) =>
      all
        .filter((element) => !element.checkVisibility({ contentVisibilityAuto: true }))
        .filter((element) => !element.closest('[data-search], [data-filter], nav'))
        .map((element) => element.textContent.trim().slice(0, 40)),
    )
    expect(hidden.length === 0, `${sort}: hidden on paper: ${hidden.length} texts, like ${hidden.slice(0, 2).join(' | ')}`)
    const buttons = await page.locator('button:visible, input:visible, label:visible').count()
    expect(buttons === 0, `${sort}: ${buttons} buttons on paper`)
    const titled = await page.locator('[data-panel]').evaluateAll((all) => all.every((panel) => panel.querySelector('h3')?.checkVisibility()))
    expect(titled, `${sort}: each example has its framework's name on paper`)
    const cut = await page.locator('pre').evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length)
    expect(cut === 0, `${sort}: ${cut} examples are cut off on paper`)
    // As wide as A4 without the margins that Chromium leaves.
    await page.setViewportSize({ width: 718, height: 1000 })
    const wide = await page.locator('table').evaluateAll((all) => all.filter((table) => table.getBoundingClientRect().right > 718).length)
    expect(wide === 0, `${sort}: ${wide} tables are wider than the paper`)
    await page.context().close()
  }
}
