// What becomes of a block is what a region of the document would hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import markdownItStatuscraft from 'markdown-it-statuscraft';
import { command } from 'statuscraft';
import { COMMANDS } from '../../test-blocks.mjs';

const FENCE = '```';
const plain = new MarkdownIt({ html: true });
const rendered = (text, options) => new MarkdownIt({ html: true }).use(markdownItStatuscraft, options).render(text);

for (const format of ['vitepress', 'markdown']) {
  for (const words of COMMANDS) {
    test(`${format}: ${words.join(' ')}`, () => {
      const text = rendered(`# Title\n\n${FENCE}statuscraft ${words.join(' ')}\n${FENCE}\n\nThe end.\n`, { format });
      assert.equal(text, plain.render(`# Title\n\n${command([...words, '--format', format])}\nThe end.\n`));
    });
  }
}

const same = (block, words, options) => {
  assert.equal(rendered(block, options), plain.render(command([...words, '--format', options?.format ?? 'markdown'])));
};

test('the default is blocks of code with titles', () => {
  same(`${FENCE}statuscraft 404 flask express\n${FENCE}`, ['404', 'flask', 'express']);
  same(`${FENCE}statuscraft 404 flask express\n${FENCE}`, ['404', 'flask', 'express'], null);
});

test('hostile texts stay text', () => {
  const message = 'a ``` <b> {{ x }} \\n ::: {#id .x} // [!code --]';
  same(`${FENCE}statuscraft\n404 flask --message '${message}'\n${FENCE}`, ['404', 'flask', '--message', message], { format: 'vitepress' });
});

test('words can be between the fences, and are quoted as in a shell', () => {
  same(`${FENCE}statuscraft\n404 flask\n\n--form handler\n${FENCE}`, ['404', 'flask', '--form', 'handler']);
  same(`~~~~  statuscraft  404 flask\n--form handler\n~~~~`, ['404', 'flask', '--form', 'handler']);
  same(`${FENCE}statuscraft 404 flask --message "a \\"b\\" \\\\* &amp; c"\n${FENCE}`, ['404', 'flask', '--message', 'a "b" \\* &amp; c']);
});

test('options are defaults, and words of a block win', () => {
  const options = { targets: ['go', 'express'], form: 'handler', message: 'no such book', body: 'problem', strict: true };
  const words = ['--message', 'no such book', '--body', 'problem', '--strict'];
  same(`${FENCE}statuscraft 404\n${FENCE}`, ['404', 'go', 'express', '--form', 'handler', ...words], options);
  same(`${FENCE}statuscraft 404 php --form program\n${FENCE}`, ['404', 'php', '--form', 'program', ...words], options);
});

test('blocks can be in lists and quotations', () => {
  const inside = rendered(`1. a\n\n   ${FENCE}statuscraft 404 flask\n   ${FENCE}\n2. b\n\n> ${FENCE}statuscraft 410 go\n> ${FENCE}\n`);
  assert.match(inside, /<li>\s*<p>a<\/p>\s*<pre><code class="language-python">/);
  assert.match(inside, /<blockquote>\s*<pre><code class="language-go">/);
});

test('a document without blocks stays as it is', () => {
  const text = `${FENCE}js\nstatuscraft 404\n${FENCE}\n\n${FENCE}${FENCE}md\n${FENCE}statuscraft 404 nonsense\n${FENCE}\n${FENCE}${FENCE}\n\n${FENCE}statuscrafts 1\n${FENCE}\n`;
  assert.equal(rendered(text), plain.render(text));
});
