// Opens each built site in Chromium, clicks tabs, and checks that both groups show the same target,
// that what is shown is what statuscraft printed, and that nothing of a hostile text became markup.
import { chromium } from 'playwright-core'
import { readFile, writeFile, mkdtemp } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from '../../browser/chromium.mjs'
import { serve } from '../../browser/server.mjs'

const root = join(import.meta.dirname, '..')
const read = (name) => readFile(join(root, name), 'utf8')

const records = async (name) =>
  (await read(`pages/${name}.ndjson`)).trim().split('\n').map((line) => JSON.parse(line))
const groups = [await records('first'), await records('second')]

// Where each generator puts groups, their tabs, the chosen tab, and the code and notes that are shown.
const sites = {
  docusaurus: {
    folder: 'docusaurus/build',
    version: async () => version('docusaurus', '@docusaurus/core'),
    group: '.tabs-container',
    tab: '[role=tab]',
    chosen: '[role=tab][aria-selected=true]',
    code: '[role=tabpanel]:not([hidden]) pre code',
    // Each line is a block that ends with a line break of its own.
    lines: '.token-line',
    note: '[role=tabpanel]:not([hidden]) .theme-admonition p',
  },
  vitepress: {
    folder: 'vitepress/docs/.vitepress/dist',
    version: async () => version('vitepress', 'vitepress'),
    group: '.vp-code-group',
    tab: '.tabs label',
    chosen: '.tabs input:checked + label',
    code: '.blocks > .active pre code',
    notes_after: '.custom-block.info',
  },
  starlight: {
    folder: 'starlight/dist',
    version: async () => version('starlight', '@astrojs/starlight'),
    group: 'starlight-tabs',
    tab: '[role=tab]',
    chosen: '[role=tab][aria-selected=true]',
    code: '[role=tabpanel]:not([hidden]) pre code',
    lines: '.ec-line',
    // The reader sees two spaces for a tab; the button that copies has the tab.
    code_read: (text) => text.replaceAll('\t', '  '),
    note: '[role=tabpanel]:not([hidden]) .starlight-aside__content',
  },
  mkdocs: {
    folder: 'mkdocs/site',
    version: async () => (await read('mkdocs/requirements.txt')).match(/mkdocs-material==(.*)/)[1],
    group: '.tabbed-set',
    tab: '.tabbed-labels > label',
    chosen: (set) => {
      const at = [...set.querySelectorAll(':scope > input')].findIndex((input) => input.checked)
      return set.querySelectorAll(':scope > .tabbed-labels > label')[at]?.textContent
    },
    code: '.tabbed-block pre code',
    note: '.tabbed-block .admonition p:not(.admonition-title)',
    // Python's Markdown writes spaces for tabs.
    code_read: (text) => text.replaceAll('\t', '    '),
  },
  nextra: {
    folder: 'nextra/out',
    version: async () => version('nextra', 'nextra'),
    group: '.group',
    tab: '[role=tab]',
    chosen: '[role=tab][aria-selected=true]',
    code: '[role=tabpanel] pre code',
    note: '[role=tabpanel] .nextra-callout p',
    // The theme shows a space in an empty line, and typographic quotes in text.
    tidy: (text) => tidy(text).replace(/[\u201c\u201d]/g, '"').replaceAll('\u2019', "'"),
  },
  hugo: {
    folder: 'hugo/public',
    version: async () => (await read('hugo/requirements.txt')).match(/hugo==(.*)/)[1],
    group: '.group',
    tab: '[role=tab]',
    chosen: '[role=tab][aria-selected=true]',
    code: '[role=tabpanel] pre code:has(.cl)',
    lines: '.cl',
    note: '[role=tabpanel] div > div > p',
    // The theme puts the title into a selector without quoting it.
    title: (text) => text.replaceAll('"', "'"),
  },
  sphinx: {
    folder: 'sphinx/build',
    version: async () => (await read('sphinx/requirements.txt')).match(/^Sphinx==(.*)/m)[1],
    group: '.sd-tab-set',
    tab: ':scope > label',
    chosen: (set) => set.querySelector(':scope > input:checked + label')?.textContent,
    code: '.sd-tab-content pre',
    note: '.sd-tab-content .admonition p:not(.admonition-title)',
    // docutils writes spaces for tabs, as many as lead to the next column of eight.
    tidy,
    code_shown: (set) => {
      const pre = [...set.querySelectorAll('pre')].find((it) => it.offsetParent)
      const copy = pre?.cloneNode(true)
      copy?.querySelectorAll('.linenos').forEach((it) => it.remove())
      return copy?.textContent.replace(/\n$/, '')
    },
  },
  asciidoctor: {
    folder: 'asciidoctor/build',
    version: async () => version('asciidoctor', '@asciidoctor/tabs'),
    group: '.tabs',
    tab: 'li.tab',
    chosen: 'li.tab.is-selected',
    code: '.tabpanel pre code',
    note: '.tabpanel .admonitionblock td.content',
  },
}
// SITES names some of them, for a first try; RESULT.md is only written for all.
const wanted_sites = process.env.SITES?.split(' ') ?? Object.keys(sites)

async function version(site, name) {
  return JSON.parse(await read(`${site}/node_modules/${name}/package.json`)).version
}

let failures = 0
function check(fact, what) {
  if (!fact) failures += 1
  console.log(`${fact ? 'ok  ' : 'FAIL'} ${what}`)
}

// What a reader sees of the first visible element.
async function shown(scope, selector, lines) {
  if (typeof selector === 'function') return scope.evaluate(selector)
  for (const element of await scope.locator(selector).all()) {
    if (!(await element.isVisible())) continue
    const parts = lines ? await element.locator(lines).allTextContents() : [await element.innerText()]
    return parts.map((part) => part.replace(/\n$/, '')).join('\n')
  }
  return null
}

const sentence = (record) =>
  `${record.title} has no example for ${record.code}. ${record.reason}. Instead: ${record.instead}.`.replaceAll('`', '')

async function visit(page, name, site) {
  const lines = []
  await page.waitForSelector(site.group)
  await page.waitForTimeout(1000)
  const found = await page.locator(site.group).all()
  check(found.length === 2, `${name}: two groups of tabs`)
  const clicks = [[0, 'go'], [1, 'flask'], [0, 'curious'], [1, 'go']]
  for (const [group, target] of clicks) {
    const record = groups[group].find((record) => record.target === target)
    // A code group of VitePress holds code alone, so a note has no tab.
    if (record.kind === 'unsupported' && site.notes_after) continue
    await found[group].locator(site.tab).filter({ hasText: site.title?.(record.title) ?? record.title }).click()
    await page.waitForTimeout(300)
    for (const [other, scope] of found.entries()) {
      const chosen = await shown(scope, site.chosen)
      check(chosen?.trim() === (site.title?.(record.title) ?? record.title), `${name}: ${target} in group ${group + 1}, and group ${other + 1} shows ${chosen?.trim()}`)
      await compare(name, site, scope, groups[other].find((record) => record.target === target))
    }
    lines.push(`\`${record.title}\` in group ${group + 1}`)
  }
  if (site.notes_after) {
    const notes = await page.locator(site.notes_after).allInnerTexts()
    const wanted = groups.flat().filter((record) => record.kind === 'unsupported').map(sentence)
    const same = notes.map((note) => note.split('\n').at(-1)).join('\n') === wanted.join('\n')
    check(same, `${name}: notes follow the groups`)
    if (!same) console.log(`     ${JSON.stringify(notes)}\n     ${JSON.stringify(wanted)}`)
  }
  const bold = await page.locator('main b, article b, .vp-doc b').count()
  check(bold === 0, `${name}: no element came out of a message`)
  return lines
}

async function compare(name, site, scope, record) {
  if (record.kind === 'unsupported') {
    const wanted = sentence(record)
    const note = await shown(scope, site.note)
    const read = site.tidy ?? String
    check(read(note?.trim() ?? '') === read(wanted), `${name}: the note of ${record.target} for ${record.code}`)
    if (read(note?.trim() ?? '') !== read(wanted)) console.log(`     ${JSON.stringify(note)}\n     ${JSON.stringify(wanted)}`)
    return
  }
  const code = (await shown(scope, site.code_shown ?? site.code, site.lines)) ?? ''
  const wanted = (site.code_read ?? String)(record.text).trimEnd()
  const read = site.tidy ?? ((text) => text.trimEnd())
  check(read(code) === read(wanted), `${name}: the code of ${record.target} for ${record.code}`)
  if (read(code) !== read(wanted)) console.log(`     ${JSON.stringify(code)}\n     ${JSON.stringify(wanted)}`)
}

const browser = await chromium.launch(launch)
const rows = []
const pictures = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'sites-')))
for (const [name, site] of Object.entries(sites).filter(([name]) => wanted_sites.includes(name))) {
  const server = await serve(join(root, site.folder))
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } })
  page.on('pageerror', (error) => check(false, `${name}: ${error.message}`))
  await page.goto(server.url)
  const clicked = await visit(page, name, site)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  rows.push(`| ${name} ${await site.version()} | ${clicked.join(', then ').replaceAll('|', '\\|')} |`)
  await page.close()
  server.close()
}

// The processors of the two formats without tabs: the code of every example comes back.
for (const [name, selector] of [['asciidoc', '.listingblock pre'], ['rst', 'pre.code']]) {
  const page = await browser.newPage()
  await page.setContent(await read(`pages/${name}.html`))
  const codes = await page.locator(selector).allTextContents()
  const wanted = groups[1].filter((record) => record.kind === 'snippet').map((record) => record.text.trimEnd())
  check(codes.length === wanted.length, `${name}: ${codes.length} blocks of code`)
  wanted.forEach((text, at) => {
    const same = tidy(codes[at]) === tidy(text)
    check(same, `${name}: the code of ${groups[1][at].target}`)
    if (!same) console.log(`     ${JSON.stringify(codes[at])}\n     ${JSON.stringify(text)}`)
  })
  const said = await page.locator('body').innerText()
  check(said.includes('its <b> and {{ x }} are *odd*. Instead: use {{ y }} or $HOME.'), `${name}: the note`)
  check((await page.locator('body b').count()) === 0, `${name}: no element came out of a message`)
  await page.close()
}

// docutils writes spaces for tabs, as many as lead to the next column of eight.
function tidy(text) {
  return text.replace(/^\s+/gm, '').trimEnd()
}

const browserVersion = browser.version()
await browser.close()
console.log(`pictures are in ${pictures}`)
if (failures > 0) {
  console.log(`${failures} checks failed`)
  process.exit(1)
}
if (process.env.SITES) process.exit(0)
const tool = (program, arguments_) => execFileSync(program, arguments_, { encoding: 'utf8' }).split('\n')[0]
const asciidoctor = tool('asciidoctor', ['--version']).split(' ').slice(0, 2).join(' ')
const docutils = (await read('mkdocs/requirements.txt')).match(/docutils==(.*)/)[1]
await writeFile(
  join(root, 'RESULT.md'),
  `# Tabs in a browser

Written by \`tests/sites/run\`, which builds a site with each generator and clicks its tabs. The site has two groups of tabs: 404 in
two frameworks, and 429 with a message that contains quotes, backticks, braces, tags and the generators' own directives. Both groups
also have a target without an example, whose title contains such characters. After each click, both groups showed the same target,
the code was the text that statuscraft prints, notes were complete sentences, and no text was rendered as an element.

Chromium ${browserVersion}, Node.js ${process.version}.

| generator | clicked |
|---|---|
${rows.join('\n')}

VitePress doesn't synchronize code groups. The theme in \`vitepress/docs/.vitepress/theme\` does, and without it four checks fail.

${asciidoctor} and docutils ${docutils} rendered the same examples without tabs, and their code was unchanged.
`,
)
