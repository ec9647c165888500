// main.mjs [--self-test] STATUSCRAFT PLAIN WHOLE
// PLAIN is the folder of a site as it comes; WHOLE, of one that was built for the address below.
import { chromium } from 'playwright-core'
import { launch } from './chromium.mjs'
import { checks } from './checks.mjs'
import { Report } from './report.mjs'
import { selfTest, withoutEffect } from './self-test.mjs'
import { serve } from './server.mjs'
import { Site } from './site.mjs'

const base = 'https://example.org/docs/http/'

const testing = process.argv[2] === '--self-test'
const [statuscraft, plain, whole] = process.argv.slice(testing ? 3 : 2)
const wanted = (process.env.CHECKS ?? Object.keys(checks).join(' ')).split(' ')

const hosts = [await serve(plain), await serve(whole, new URL(base).pathname)]
const browser = await chromium.launch(launch)
const sites = {
  folder: new Site(plain, { statuscraft }),
  host: new Site(plain, { statuscraft, root: hosts[0].url }),
  path: new Site(whole, { statuscraft, root: hosts[1].url, base }),
}

try {
  const idle = withoutEffect(sites.path)
  for (const what of idle) console.log(`FAIL no fault is made: ${what}`)
  const failed = idle.length + (testing ? await selfTest(sites.path, browser, wanted) : await run())
  if (failed > 0) {
    console.log(`${failed} failures`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
  for (const host of hosts) host.close()
}

async function run() {
  let failed = 0
  for (const name of wanted) {
    for (const place of checks[name].at) {
      const started = performance.now()
      const report = await new Report().run(checks[name].run, sites[place], browser)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${report.failures.length ? 'FAIL' : 'ok  '} ${name}, ${place}: ${report.count} facts in ${seconds} s`)
      for (const what of report.notes) console.log(`       ${what}`)
      for (const what of report.failures.slice(0, 30)) console.log(`       ${what}`)
      if (report.failures.length > 30) console.log(`       and ${report.failures.length - 30} more`)
      failed += report.failures.length
    }
  }
  return failed
}
