// What the button puts on the clipboard is what `statuscraft 404 flask` prints, byte for byte.
import { execFileSync } from 'node:child_process'

export default async function copy({ site, open, expect }) {
  const page = await open('code', { permissions: ['clipboard-read', 'clipboard-write'] })
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  for (const target of ['flask', 'go', 'php', 'curl']) {
    await page.evaluate(() => navigator.clipboard.writeText('nothing'))
    const tab = page.locator(`label[for=tab-${target}]`)
    const figure = (await tab.count())
      ? page.locator(`[data-panel=${target}] > figure`)
      : page.locator(`section[aria-labelledby=try-${target}] figure`).first() // then what comes back
    if (await tab.count()) await tab.click()
    // A client asks the program of the chosen tab.
    const port = (await tab.count()) ? [] : ['--port', await chosenPort(page, site)]
    const button = figure.getByRole('button', { name: 'Copy' })
    await button.click()
    await figure.getByRole('button', { name: 'Copied' }).waitFor({ timeout: 5000 })
    const printed = execFileSync(site.statuscraft, ['404', target, ...port], { encoding: 'utf8' })
    const copied = await clipboard()
    expect(copied === printed, `the copy of ${target} is what is printed: ${differing(copied, printed)}`)
    await button.waitFor({ timeout: 5000 })
    if (!(await tab.count())) continue
    await page.locator(`[data-panel=${target}] .setup [data-copy]`).click()
    await page.locator(`[data-panel=${target}] .setup`).getByRole('button', { name: 'Copied' }).waitFor({ timeout: 5000 })
    const { install, run } = JSON.parse(execFileSync(site.statuscraft, ['404', target, '--format', 'json'], { encoding: 'utf8' }))
    const commands = await clipboard()
    expect(commands === `${install}\n${run}`, `the commands of ${target} are copied: ${commands}`)
  }
  await page.context().close()
}

async function chosenPort(page, site) {
  const chosen = await page.locator('[data-tabs=framework] input:checked').getAttribute('value')
  const list = execFileSync(site.statuscraft, ['list', 'targets', '--format', 'json'], { encoding: 'utf8' })
  return String(JSON.parse(list).find((target) => target.id === chosen).port)
}

function differing(copied, printed) {
  const at = [...printed].findIndex((letter, at) => copied[at] !== letter)
  const from = at < 0 ? printed.length : at
  return `${JSON.stringify(copied.slice(from, from + 30))} instead of ${JSON.stringify(printed.slice(from, from + 30))}`
}
