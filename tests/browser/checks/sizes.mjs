// A page of a code or of two, with all that it loads, has at most 145,000 bytes before any compression.
import { eachPage, target } from '../pages.mjs'

const most = 145_000
const mostScript = 30_000

export default async function sizes({ site, expect, note }) {
  const bytes = (path) => Buffer.byteLength(site.read(path))
  let largest = ['', 0]
  let seen = 0
  for (const [path, page] of eachPage(site)) {
    const own = [...new Set(page.loads.map((link) => target(site, path, link)?.file))]
    expect(own.every(Boolean), `${path}: loads files of its own site only`)
    const late = page.scripts.filter(({ attributes }) => attributes.src !== undefined && attributes.defer === undefined)
    expect(late.length === 0, `${path}: ${late.length} scripts are not deferred`)
    if (!/^(codes|compare)\/\d/.test(path)) continue
    seen += 1
    const size = own.reduce((sum, file) => sum + bytes(file), bytes(path))
    if (size > largest[1]) largest = [path, size]
    expect(size <= most, `${path}: ${size} bytes with what it loads`)
  }
  expect(seen > 90, `${seen} pages were weighed`)
  const script = bytes('static/script.js') + bytes('static/search.js')
  expect(script <= mostScript, `the scripts have ${script} bytes`)
  note(`the largest of ${seen} pages of codes and pairs is ${largest[0]}: ${largest[1]} bytes with what it loads`)
}
