// A built site: its folder, where a browser finds it, and one page of each sort.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

// Pages that differ in what they are made of; a site without every pair lacks one.
const sorts = {
  home: 'index.html',
  code: 'codes/404.html',
  class: 'codes/4xx.html',
  'code without a mistake': 'codes/101.html',
  'code with a table of browsers': 'codes/103.html',
  'code without an example': 'codes/306.html',
  'unofficial code': 'codes/520.html',
  pair: 'compare/401-403.html',
  'pair without a comparison of its own': 'compare/100-416.html',
  pairs: 'compare/index.html',
  framework: 'frameworks/flask.html',
  frameworks: 'frameworks/index.html',
  behaviours: 'behaviour/index.html',
  behaviour: 'behaviour/head-with-range.html',
  conformance: 'conformance.html',
  'missing page': '404.html',
}

export class Site {
  // `root` is the address of the site's root; `base`, the address that the site was built for, if any;
  // `only`, the sorts of page that are looked at.
  constructor(folder, { root = `${pathToFileURL(folder)}/`, base, statuscraft, only }) {
    Object.assign(this, { folder, root, base, statuscraft, only })
  }

  // The sorts of page that this site has, as [name, path].
  sorts() {
    const here = Object.entries(sorts).filter(([, path]) => existsSync(join(this.folder, path)))
    return here.filter(([sort]) => this.only?.includes(sort) ?? true)
  }

  page(sort) {
    return this.root + sorts[sort]
  }

  // Every file's path, with `/` between folders.
  files() {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return files.map((file) => relative(this.folder, join(file.parentPath, file.name)))
  }

  pages() {
    return this.files().filter((path) => path.endsWith('.html'))
  }

  read(path) {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  // The pairs of codes that nobody wrote a comparison for, which the list of pairs does not name.
  plainPairs() {
    const listed = this.read('compare/index.html')
    const pairs = this.pages().filter((path) => /^compare\/\d/.test(path))
    return pairs.filter((path) => !listed.includes(path))
  }
}
