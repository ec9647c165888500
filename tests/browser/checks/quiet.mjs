// Nothing in the console, and no request that leaves the site, on any sort of page, whatever is pressed.
export default async function quiet({ site, open, expect }) {
  for (const [sort, path] of site.sorts()) {
    // Elsewhere a host's page for missing addresses has no way to know where the site's files are.
    const page = await open(sort, {}, 'about:blank')
    const said = []
    const asked = []
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`))
    page.on('response', (response) => response.status() >= 400 && said.push(`${response.status()}: ${response.url()}`))
    page.context().on('request', (request) => asked.push(request.url()))
    await page.goto(site.root + path, { waitUntil: 'load' })
    await use(page)
    const away = asked.filter((url) => !url.startsWith(site.root))
    expect(asked.length > 2, `${sort}: ${asked.length} requests were seen`)
    expect(away.length === 0, `${sort}: asks ${away.join(', ')}`)
    expect(said.length === 0, `${sort}: says ${said.join(' | ')}`)
    await page.context().close()
  }
}

async function use(page) {
  const search = page.locator('[data-search] input')
  await search.fill('gateway')
  await page.locator('[data-search-results] a').first().waitFor()
  await search.fill('')
  await page.locator('[data-theme-switch]').click()
  if (await page.locator('[data-tabs]').count()) await page.locator('[data-tabs] label').nth(1).click()
  const copies = page.locator('[data-copy]:visible')
  if (await copies.count()) await copies.first().click()
  await page.waitForTimeout(100)
}
