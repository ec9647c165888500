// The page for addresses without one has its looks and leads home, however deep the address is.
export default async function missing({ site, open, expect }) {
  const page = await open('home', {}, 'about:blank')
  for (const address of ['nothing.html', 'codes/999.html', 'a/b/c/d']) {
    const response = await page.goto(site.root + address)
    expect(response.status() === 404, `${address}: answered with ${response.status()}`)
    expect((await page.locator('h1').innerText()).includes('404'), `${address}: says 404`)
    const styled = await page.evaluate(() => document.styleSheets.length === 1 && getComputedStyle(document.body).margin === '0px')
    expect(styled, `${address}: has its stylesheet`)
    await page.locator('main a').last().click()
    await page.waitForURL(`${site.root}index.html`, { timeout: 5000 })
    const found = await page.goto(site.root + address)
    expect(found.status() === 404, `${address}: is still missing`)
    await page.locator('[data-search] input').fill('429')
    await page.locator('[data-search-results] a').first().click()
    await page.waitForURL(`${site.root}codes/429.html`, { timeout: 5000 })
  }
  await page.context().close()
}
