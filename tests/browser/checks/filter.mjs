// The filter of a framework's page shows what has all words, says how many, and is not there without scripts.
export default async function filter({ site, open, expect }) {
  const page = await open('framework')
  const entries = page.locator('[data-filtered] > details')
  const all = await entries.count()
  const input = page.locator('[data-filter] input')
  const shown = async (text) => {
    await input.fill(text)
    const visible = await entries.evaluateAll((list) => list.filter((it) => it.offsetParent).map((it) => it.querySelector('b').textContent))
    return { visible, status: await page.locator('[data-filter-status]').textContent() }
  }
  const one = await shown('too many')
  expect(one.visible.includes('429') && one.visible.length < all / 2, `“too many” shows ${one.visible}`)
  expect(one.status === `${one.visible.length} of ${all} codes`, `says ${one.status}`)
  const none = await shown('no such words')
  expect(none.visible.length === 0 && none.status.startsWith('0 of'), `what isn't there shows ${none.visible}`)
  const again = await shown('')
  expect(again.visible.length === all && again.status === '', `nothing shows ${again.visible.length} of ${all}`)
  await page.context().close()
  const plain = await open('framework', { javaScriptEnabled: false })
  expect(!(await plain.locator('[data-filter]').isVisible()), 'without a script there is a filter that does nothing')
  await plain.context().close()
}
