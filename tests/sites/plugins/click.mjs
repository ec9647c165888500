// Opens each built site in Chromium, clicks tabs in both of its groups, and checks that both show the same target, that the code
// is what the generator prints, and that notes and articles are there. The names of the sites are the arguments.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launch } from '../../browser/chromium.mjs';
import { serve } from '../../browser/server.mjs';
import { command } from '../../../packages/npm/lib/node.js';

const here = import.meta.dirname;
const { chromium } = createRequire(join(here, '../browser/package.json'))('playwright-core');

const records = (...words) => JSON.parse(command([...words, '--format', 'json']));
const message = /--message '(.*)'/.exec(await readFile(join(here, 'page.md'), 'utf8'))[1];
const groups = [
  records('404', 'flask', 'go', 'curl'),
  records('429', 'express', 'flask', 'go', '--form', 'handler', '--message', message),
];

const sites = {
  docusaurus: {
    folder: 'docusaurus/build',
    package: '@docusaurus/core',
    group: '.tabs-container',
    tab: '[role=tab]',
    chosen: '[role=tab][aria-selected=true]',
    code: '[role=tabpanel]:not([hidden]) pre code',
    // Each line is a block that ends with a line break of its own.
    lines: '.token-line',
    note: '.theme-admonition',
  },
  starlight: {
    folder: 'starlight/dist',
    package: '@astrojs/starlight',
    group: 'starlight-tabs',
    tab: '[role=tab]',
    chosen: '[role=tab][aria-selected=true]',
    code: '[role=tabpanel]:not([hidden]) pre code',
    lines: '.ec-line .code',
    read: (text) => text.replaceAll('\t', '  '),
    note: '.starlight-aside',
  },
  vitepress: {
    folder: 'vitepress/docs/.vitepress/dist',
    package: 'vitepress',
    group: '.vp-code-group',
    tab: '.tabs label',
    chosen: '.tabs input:checked + label',
    code: '.blocks > .active pre code',
    note: '.custom-block.info',
  },
  eleventy: { folder: 'eleventy/build', package: '@11ty/eleventy', note: 'blockquote' },
};

let failures = 0;
function check(fact, what, ...seen) {
  if (!fact) failures += 1;
  console.log(`${fact ? 'ok  ' : 'FAIL'} ${what}`);
  if (!fact) seen.forEach((it) => console.log(`     ${JSON.stringify(it)}`));
}

/** The code that a group shows. */
async function shown(scope, site) {
  for (const element of await scope.locator(site.code).all()) {
    if (!(await element.isVisible())) continue;
    const parts = site.lines ? await element.locator(site.lines).allTextContents() : [await element.innerText()];
    return parts.map((part) => part.replace(/\n$/, '')).join('\n').trimEnd();
  }
  return null;
}

async function clickTabs(page, name, site) {
  const found = (await page.locator(site.group).all()).slice(0, 2);
  check(found.length === 2, `${name}: two groups of tabs`);
  for (const [group, target] of [[0, 'go'], [1, 'flask'], [0, 'flask'], [1, 'go']]) {
    const { title } = groups[group].find((record) => record.target === target);
    await found[group].locator(site.tab).filter({ hasText: title }).click();
    await page.waitForTimeout(300);
    for (const [other, scope] of found.entries()) {
      const chosen = (await scope.locator(site.chosen).innerText()).trim();
      check(chosen === title, `${name}: ${target} in group ${group + 1}, and group ${other + 1} shows ${chosen}`);
      const record = groups[other].find((it) => it.target === target);
      const [code, wanted] = [await shown(scope, site), (site.read ?? String)(record.text.trimEnd())];
      check(code === wanted, `${name}: the code of ${target} for ${record.code}`, code, wanted);
    }
  }
}

/** Sites without tabs have all examples below each other. */
async function compareBlocks(page, name) {
  const codes = (await page.locator('pre code').allTextContents()).map((code) => code.trimEnd());
  for (const record of groups.flat()) {
    check(codes.includes(record.text.trimEnd()), `${name}: the code of ${record.target} for ${record.code}`, record.text);
    const title = page.locator('p strong').filter({ hasText: record.title });
    check((await title.count()) > 0, `${name}: the title of ${record.target}`);
  }
}

async function version(name, site) {
  return JSON.parse(await readFile(join(here, name, 'node_modules', site.package, 'package.json'), 'utf8')).version;
}

const wanted = process.argv.slice(2);
const browser = await chromium.launch(launch);
const rows = [];
for (const name of wanted) {
  const site = sites[name];
  const server = await serve(join(here, site.folder));
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  page.on('pageerror', (error) => check(false, `${name}: ${error.message}`));
  await page.goto(server.url);
  await page.waitForTimeout(1000);
  if (site.group) await clickTabs(page, name, site);
  else await compareBlocks(page, name);
  const note = page.locator(site.note).filter({ hasText: 'PHP has no example for 103' });
  check((await note.count()) === 1, `${name}: the note of php for 103`);
  const heading = page.locator('h3').filter({ hasText: '503' });
  check((await heading.count()) === 1, `${name}: the heading of the article`);
  const bold = await page.locator('main b, article b, .vp-doc b, body > b, li b').count();
  check(bold === 0, `${name}: no element came out of a message`);
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`), fullPage: true });
  rows.push(`| ${name} ${await version(name, site)} | ${site.group ? 'tabs, in step' : 'titles'} |`);
  await page.close();
  server.close();
}
const chromiumVersion = browser.version();
await browser.close();
if (failures > 0) {
  console.log(`${failures} checks failed`);
  process.exit(1);
}
if (process.env.SITES) process.exit(0);
await writeFile(
  join(here, 'RESULT.md'),
  `# Blocks of the plugins in a browser

Written by \`tests/sites/plugins/run\`, which builds a site with each generator and the packed plugins. The page has two groups of
examples: 404 as complete programs, and 429 in a list, with a message that contains quotes, backticks, braces, tags and the
generators' own directives. Below them are a note about a target without an example, and an explanation. In sites with tabs, two
tabs were clicked in each group. After each click both groups showed the same target, the code was the text that statuscraft
prints, and no text was rendered as an element.

Chromium ${chromiumVersion}, Node.js ${process.version}; Starlight was built with its own Node.js.

| generator | examples |
|---|---|
${rows.join('\n')}

In documents of Starlight that are not MDX, blocks of code have titles. The plugin's tests compare the tabs of Nextra with those of a
region, which \`../RESULT.md\` has.
`,
);
