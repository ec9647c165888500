// What becomes of a block is what a region of the document would hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '@mdx-js/mdx';
import remarkDirective from 'remark-directive';
import remarkStatuscraft from 'remark-statuscraft';
import { command } from 'statuscraft';
import { COMMANDS } from '../../test-blocks.mjs';

const FENCE = '```';

async function compiled(text, options) {
  const remarkPlugins = [remarkDirective, ...(options ? [[remarkStatuscraft, options]] : [])];
  return String(await compile(text, { remarkPlugins, jsx: true }));
}

/** The text of a document in which a command's output is written out, with its imports at the top. */
function written(before, words, after, format) {
  const lines = command([...words, '--format', format]).split('\n');
  const isImport = (line) => /^import .* from '[@n].*';$/.test(line);
  return [...lines.filter(isImport), '', before, '', ...lines.filter((line) => !isImport(line)), '', after].join('\n');
}

for (const format of ['docusaurus', 'starlight', 'nextra', 'markdown']) {
  for (const words of COMMANDS) {
    test(`${format}: ${words.join(' ')}`, async () => {
      const block = `${FENCE}statuscraft ${words.join(' ')}\n${FENCE}`;
      const text = `# Title\n\n${block}\n\nThe end.`;
      const expected = await compiled(written('# Title', words, 'The end.', format));
      assert.equal(await compiled(text, { format }), expected);
    });
  }
}

test('hostile texts stay text', async () => {
  const message = 'a ``` <b> {x} ${y} \\n {/* :::note import';
  const block = `${FENCE}statuscraft\n404 flask express --message '${message}'\n${FENCE}`;
  const expected = await compiled(written('', ['404', 'flask', 'express', '--message', message], '', 'docusaurus'));
  assert.equal(await compiled(block, { format: 'docusaurus' }), expected);
});

const twice = `${FENCE}statuscraft 404 flask,go\n${FENCE}\n\n${FENCE}statuscraft 410 flask,go\n${FENCE}\n`;
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

test('names are imported once, however many blocks there are', async () => {
  const text = await compiled(twice, { format: 'docusaurus' });
  assert.equal(count(text, /^import Tabs from '@theme\/Tabs'/gm), 1);
  assert.equal(count(text, /^import TabItem from '@theme\/TabItem'/gm), 1);
  assert.equal(count(text, /<Tabs /g), 2);
});

test('names that the document imports are not imported again', async () => {
  const docusaurus = await compiled(`import Tabs from './tabs'\n\n${twice}`, { format: 'docusaurus' });
  assert.equal(count(docusaurus, /^import Tabs\b/gm), 1);
  assert.equal(count(docusaurus, /^import TabItem\b/gm), 1);
  const starlight = await compiled(`import { Card, Tabs } from '@astrojs/starlight/components'\n\n${twice}`, { format: 'starlight' });
  assert.equal(count(starlight, /\bTabs\b.* from/g), 1);
  assert.match(starlight, /^import \{ ?TabItem ?\} from '@astrojs\/starlight\/components'/m);
});

test('a document without blocks stays as it is', async () => {
  const text = `${FENCE}js\nstatuscraft 404\n${FENCE}\n\n${FENCE}${FENCE}md\n${FENCE}statuscraft 404 nonsense\n${FENCE}\n${FENCE}${FENCE}\n`;
  assert.equal(await compiled(text, { format: 'docusaurus' }), await compiled(text));
});
