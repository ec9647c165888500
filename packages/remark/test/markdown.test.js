// Documents that are not MDX, and where blocks can be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStatuscraft from 'remark-statuscraft';
import remarkStringify from 'remark-stringify';
import { command } from 'statuscraft';
import { unified } from 'unified';

const FENCE = '```';
const html = (text, options) =>
  String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkStatuscraft, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(text),
  );
const same = (block, words, options) => {
  const expected = html(command([...words, '--format', 'markdown']));
  assert.equal(html(block, options).trim(), expected.trim());
};

test('the default is blocks of code with titles', () => {
  const block = `${FENCE}statuscraft 404 flask express\n${FENCE}`;
  same(block, ['404', 'flask', 'express']);
  same(block, ['404', 'flask', 'express'], {});
  same(block, ['404', 'flask', 'express'], null);
  assert.match(html(block), /<strong>Python \(Flask\)<\/strong>/);
});

test('tabs are components, which only MDX has', () => {
  same(`${FENCE}statuscraft 404 flask express\n${FENCE}`, ['404', 'flask', 'express'], { format: 'docusaurus' });
});

test('words can be between the fences, and fences can be tildes', () => {
  same(`${FENCE}statuscraft\n404 flask\n\n--form handler\n${FENCE}`, ['404', 'flask', '--form', 'handler']);
  same(`~~~~  statuscraft  404 flask\n--form handler\n~~~~`, ['404', 'flask', '--form', 'handler']);
});

test('words are quoted as in a shell, wherever they are', () => {
  const words = ['404', 'flask', '--message', 'a "b" \\* &amp; c'];
  same(`${FENCE}statuscraft 404 flask --message "a \\"b\\" \\\\* &amp; c"\n${FENCE}`, words);
  same(`${FENCE}statuscraft\n404 flask --message 'a "b" \\* &amp; c'\n${FENCE}`, words);
});

test('blocks can be in lists and quotations', () => {
  const inside = html(`1. a\n\n   ${FENCE}statuscraft 404 flask\n   ${FENCE}\n2. b\n\n> ${FENCE}statuscraft 410 go\n> ${FENCE}\n`);
  assert.match(inside, /<li>\s*<p>a<\/p>\s*<pre><code class="language-python">/);
  assert.match(inside, /<blockquote>\s*<pre><code class="language-go">/);
});

test('options are defaults, and words of a block win', () => {
  const options = { targets: ['go', 'express'], form: 'handler', message: 'no such book', body: 'problem', strict: true };
  const words = ['--message', 'no such book', '--body', 'problem', '--strict'];
  same(`${FENCE}statuscraft 404\n${FENCE}`, ['404', 'go', 'express', '--form', 'handler', ...words], options);
  same(`${FENCE}statuscraft 404 php --form program\n${FENCE}`, ['404', 'php', '--form', 'program', ...words], options);
});

test('a block that another plugin has inserted has no place', () => {
  const insert = () => (tree) => void tree.children.push({ type: 'code', lang: 'statuscraft', meta: '404 flask', value: '' });
  const processor = unified().use(remarkParse).use(insert).use(remarkStatuscraft).use(remarkStringify);
  assert.equal(String(processor.processSync('')), command(['404', 'flask', '--format', 'markdown']));
});
