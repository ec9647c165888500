// What is wrong with a block, and where in the document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSync } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkStatuscraft from 'remark-statuscraft';
import { StatuscraftError } from 'statuscraft';
import { VFile } from 'vfile';

const FENCE = '```';

/** The message about a document, with its place. */
function refused(value, options = { format: 'docusaurus' }) {
  const remarkPlugins = [remarkFrontmatter, [remarkStatuscraft, options]];
  try {
    compileSync(new VFile({ path: 'docs/page.mdx', value }), { remarkPlugins });
  } catch (error) {
    return error;
  }
  return assert.fail('it was not refused');
}

const place = ({ line, column }) => [line, column];

test('a wrong word is reported with its line, its column and a hint', () => {
  const message = refused(`---\ntitle: x\n---\n\n# Title\n\n${FENCE}statuscraft 404 flas express\n${FENCE}\n`);
  assert.equal(message.reason, 'no target `flas`\nhint: did you mean `flask`?');
  assert.deepEqual(place(message), [7, 20]);
  assert.equal(message.source, 'remark-statuscraft');
  assert.equal(message.ruleId, 'UnknownTarget');
  assert.ok(message.cause instanceof StatuscraftError);
  assert.match(String(message), /^docs\/page\.mdx:7:20-7:24: no target/);
});

test('words between the fences have lines of their own', () => {
  assert.deepEqual(place(refused(`${FENCE}statuscraft\n404 flask\n--form whole\n${FENCE}\n`)), [3, 8]);
  assert.deepEqual(place(refused(`- a\n\n  ${FENCE}statuscraft 404\n  flas\n  ${FENCE}\n`)), [4, 3]);
  assert.deepEqual(place(refused(`a\r\n\r\n${FENCE}statuscraft\r\n404 flas\r\n${FENCE}\r\n`)), [4, 5]);
});

test('without a wrong word, it is the line of the fence', () => {
  const message = refused(`a\n\n${FENCE}statuscraft\n${FENCE}\n`);
  assert.match(message.reason, /^no status code is given\nhint: /);
  assert.deepEqual(place(message), [3, 1]);
});

test('a quote that is not closed', () => {
  const message = refused(`${FENCE}statuscraft 404 flask --message "it is\n${FENCE}\n`);
  assert.match(message.reason, /^a quote is not closed/);
  assert.deepEqual(place(message), [1, 36]);
});

test('formats that have no place in the document', () => {
  for (const format of ['json', 'html', 'text', 'rst', 'vitepress']) {
    const message = refused(`${FENCE}statuscraft 404 flask --format ${format}\n${FENCE}\n`);
    assert.match(message.reason, new RegExp(`^the document can't hold the format \`${format}\`\nhint: .*\`docusaurus\``));
    assert.deepEqual(place(message), [1, 35]);
  }
});

test('a wrong option of the plugin is reported too', () => {
  assert.match(refused(`${FENCE}statuscraft 404\n${FENCE}`, { targets: ['flas'] }).reason, /no target `flas`/);
  assert.match(refused(`${FENCE}statuscraft 404\n${FENCE}`, { traget: 'x' }).reason, /unknown field `traget`/);
  assert.match(refused(`${FENCE}statuscraft 404\n${FENCE}`, { format: 'docusarus' }).reason, /did you mean `docusaurus`/);
});
