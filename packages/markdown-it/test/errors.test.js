// What is wrong with a block, and where in the document.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import markdownItStatuscraft, { BlockError } from 'markdown-it-statuscraft';

const FENCE = '```';

function refused(text, env = {}, options = {}) {
  try {
    new MarkdownIt().use(markdownItStatuscraft, options).render(text, env);
  } catch (error) {
    assert.ok(error instanceof BlockError, error);
    return error;
  }
  return assert.fail('it was not refused');
}

test('a wrong word is reported with its line, its column and a hint', () => {
  const error = refused(`# Title\n\n${FENCE}statuscraft 404 flas express\n${FENCE}\n`, { path: 'docs/page.md' });
  assert.equal(error.message, 'docs/page.md:3:20: no target `flas`\nhint: did you mean `flask`?');
  assert.deepEqual([error.file, error.line, error.column], ['docs/page.md', 3, 20]);
  assert.equal(error.cause.kind, 'UnknownTarget');
});

test('words between the fences have lines of their own', () => {
  assert.match(refused(`${FENCE}statuscraft\n404 flask\n--form whole\n${FENCE}\n`).message, /^line 3:8: `--form/);
  assert.match(refused(`- a\n\n  ${FENCE}statuscraft 404\n  flas\n  ${FENCE}\n`).message, /^line 4:3: /);
});

test('without a wrong word, it is the line of the fence', () => {
  assert.match(refused(`a\n\n${FENCE}statuscraft\n${FENCE}\n`).message, /^line 3: no status code is given\nhint: /);
});

test('lines are counted in the file, of which front matter is a part', () => {
  const folder = mkdtempSync(join(tmpdir(), 'statuscraft-'));
  try {
    const inputPath = join(folder, 'page.md');
    const content = `${FENCE}statuscraft 404 go\n${FENCE}\n\n${FENCE}statuscraft\n404 flas\n${FENCE}\n\n${FENCE}statuscraft\n`;
    writeFileSync(inputPath, `---\ntitle: x\n---\n${content}`);
    assert.equal(refused(content, { page: { inputPath } }).line, 8);
    assert.equal(refused(content, { path: inputPath }).file, inputPath);
    assert.equal(refused(content, { path: join(folder, 'none.md') }).line, 5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('formats that have no place in the document', () => {
  for (const format of ['json', 'html', 'text', 'docusaurus']) {
    const { message } = refused(`${FENCE}statuscraft 404 flask --format ${format}\n${FENCE}\n`);
    assert.match(message, new RegExp(`^line 1:35: the document can't hold the format \`${format}\`\nhint: .*\`vitepress\``));
  }
});

test('a wrong option of the plugin is reported too', () => {
  assert.match(refused(`${FENCE}statuscraft 404\n${FENCE}`, {}, { targets: ['flas'] }).message, /no target `flas`/);
  assert.match(refused(`${FENCE}statuscraft 404\n${FENCE}`, {}, { traget: 'x' }).message, /unknown field `traget`/);
});
