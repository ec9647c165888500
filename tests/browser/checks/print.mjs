// On paper there is nothing to press. Of the examples, the one whose tab is open is printed, and nothing that is closed in it.
const pages = { 404: 8, 423: 10 }

export default async function print({ site, open, expect }) {
  for (const [sort] of site.sorts()) {
    const page = await open(sort, { colorScheme: 'dark' })
    const tab = page.locator('[data-tabs] label').nth(3)
    const chosen = (await tab.count()) ? [(await tab.getAttribute('for')).slice(4)] : []
    if (chosen.length) await tab.click()
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    const hidden = await page.locator('main pre, main p, main h2, main li, main dd').evaluateAll((all) =>
      all
        .filter((element) => !element.checkVisibility({ contentVisibilityAuto: true }))
        .filter((element) => !element.closest('[data-search], [data-filter], nav, .numbers, .responses, details.strict:not([open])'))
        .filter((element) => element.closest('[data-panel]')?.matches(':not(input:checked + label + *)') !== true)
        .map((element) => element.textContent.trim().slice(0, 40)),
    )
    expect(hidden.length === 0, `${sort}: hidden on paper: ${hidden.length} texts, like ${hidden.slice(0, 2).join(' | ')}`)
    const buttons = await page.locator('button:visible, input:visible, label:visible, summary:visible:has(~ .numbers)').count()
    expect(buttons === 0, `${sort}: ${buttons} buttons on paper`)
    const printed = await page.locator('[data-panel]:visible').evaluateAll((all) => all.map((panel) => panel.dataset.panel))
    expect(printed.join() === chosen.join(), `${sort}: of the examples ${printed.join(', ')} are on paper`)
    const titled = await page.locator('[data-panel]:visible').evaluateAll((all) => all.every((panel) => panel.querySelector('h3')?.checkVisibility()))
    expect(titled, `${sort}: the example has its framework's name on paper`)
    const closed = await page.locator('details.strict:not([open]):visible').count()
    expect(closed === 0, `${sort}: ${closed} closed details on paper`)
    const cut = await page.locator('pre').evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length)
    expect(cut === 0, `${sort}: ${cut} examples are cut off on paper`)
    // As wide as A4 without the margins that Chromium leaves.
    await page.setViewportSize({ width: 718, height: 1000 })
    const wide = await page.locator('table').evaluateAll((all) => all.filter((table) => table.getBoundingClientRect().right > 718).length)
    expect(wide === 0, `${sort}: ${wide} tables are wider than the paper`)
    await page.context().close()
  }
  for (const [code, most] of Object.entries(pages)) {
    const page = await open('code', {}, `${site.root}codes/${code}.html`)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    const count = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    expect(count > 2 && count <= most, `${code}: ${count} pages of paper, ${most} at most`)
    await page.context().close()
  }
}
