// Each check is shown a site with a fault that it is there to find; one that finds nothing is worth nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from './checks.mjs'
import { faults } from './faults.mjs'
import { Report } from './report.mjs'
import { Site } from './site.mjs'

// Edits the files of the site, which must be a copy that nobody needs; returns how many faults were not found.
export async function selfTest(site, browser, wanted) {
  const untested = wanted.filter((name) => !faults.some((fault) => fault.check === name))
  for (const name of untested) console.log(`FAIL no fault is made for ${name}`)
  let failed = untested.length
  for (const fault of faults.filter(({ check }) => wanted.includes(check))) {
    const restore = damage(site, fault)
    const faulty = new Site(site.folder, { ...site, only: fault.sorts ?? ['code'] })
    const { failures } = await new Report().run(checks[fault.check].run, faulty, browser)
    restore()
    const found = failures.find((what) => fault.message.test(what))
    console.log(`${found ? 'ok  ' : 'FAIL'} ${fault.check} finds ${fault.name}: ${found ?? `it says ${failures.join(' | ') || 'nothing'}`}`)
    if (!found) failed += 1
  }
  return failed
}

// The faults that would change nothing in this site, because a file has no longer what they replace.
export function withoutEffect(site) {
  return faults.filter((fault) => damaged(site, fault) === site.read(fault.file)).map(({ name, file, from }) => `${name}: ${file} has no ${from}`)
}

function damage(site, fault) {
  const text = site.read(fault.file)
  const path = join(site.folder, fault.file)
  writeFileSync(path, damaged(site, fault))
  return () => writeFileSync(path, text)
}

function damaged(site, { file, from, to }) {
  const text = site.read(file)
  return typeof from === 'string' ? text.replaceAll(from, to) : text.replace(from, to)
}
