// Dark or light, as the system wishes or as the reader has chosen, from the first paint on.
export default async function theme({ site, open, expect }) {
  for (const [sort] of site.sorts()) {
    const page = await open(sort, { colorScheme: 'dark' })
    expect((await ground(page)) < 0.2, `${sort}: dark where the system is dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    expect((await ground(page)) > 0.8, `${sort}: light where the system is light`)
    await page.context().close()
  }

  const page = await open('code', { colorScheme: 'light' })
  const button = page.locator('[data-theme-switch]')
  for (let press = 0; press < 3 && (await ground(page)) > 0.5; press++) await button.click()
  expect((await ground(page)) < 0.2, 'the switch makes it dark')
  const name = await button.innerText()
  expect(/dark/i.test(name), `the switch shows the state: ${name}`)
  await page.waitForTimeout(1000) // as in tabs.mjs
  await page.reload()
  expect((await ground(page)) < 0.2, 'dark after a reload')
  await page.goto(page.url().replace('/404.html', '/429.html'))
  expect((await ground(page)) < 0.2, 'dark on the next page')

  // The choice holds before the script that belongs to the switch has come.
  await page.route('**/static/script.js', (route) => route.abort())
  await page.waitForTimeout(1000) // as in tabs.mjs
  await page.reload()
  expect((await ground(page)) < 0.2, 'dark before the script is there')
  await page.unroute('**/static/script.js')
  await page.waitForTimeout(1000) // as in tabs.mjs
  await page.reload()

  await page.emulateMedia({ colorScheme: 'dark' })
  for (let press = 0; press < 3 && (await ground(page)) < 0.5; press++) await button.click()
  expect((await ground(page)) > 0.8, 'the switch makes it light where the system is dark')
  await page.context().close()
}

// How light what is behind the text is, from 0 to 1.
async function ground(page) {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number)
  return (red + green + blue) / 3 / 255
}
