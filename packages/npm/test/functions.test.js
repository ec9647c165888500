import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as statuscraft from 'statuscraft';
import { load } from 'statuscraft/load';
import { readFile } from 'node:fs/promises';

const { snippet, explain, compare, search, codes, targets, formats, command, block, StatuscraftError } = statuscraft;

test('a snippet is the program, and options change it', () => {
  assert.match(snippet(404, 'express'), /^const app = express\(\);/m);
  assert.equal(snippet('not-found', ['express']), snippet(404, 'express'));
  const handler = snippet(410, 'go', { form: 'handler', path: '/teapots/', message: 'no "teapot" here', name: 'find-teapot' });
  assert.match(handler, /func findTeapot/);
  assert.match(handler, /no \\"teapot\\" here/);
  assert.match(snippet(404, 'flask', { port: 8123 }), /port=8123/);
  assert.match(snippet(404, 'flask', { body: 'problem' }), /problem\+json/);
  assert.match(snippet(502, 'express', { upstream: 'http://127.0.0.1:7777' }), /7777/);
  assert.equal(JSON.parse(snippet(404, 'flask', { format: 'json' })).text, snippet(404, 'flask'));
});

test('a missing option is the default', () => {
  const options = { form: undefined, message: null, strict: undefined, lang: null };
  assert.equal(snippet(404, 'flask', options), snippet(404, 'flask'));
  assert.equal(snippet(404, 'flask', null), snippet(404, 'flask'));
  assert.equal(snippet(404, null), snippet(404));
});

test('several codes and targets have headings', () => {
  const text = snippet('404,410', ['flask', 'express'], { format: 'markdown' });
  assert.match(text, /410/);
  assert.match(snippet(404, undefined, { lang: 'python' }), /flask/);
});

test('articles', () => {
  assert.match(explain(404), /Not Found/);
  assert.match(explain('404', { target: 'go', format: 'markdown', heading: 3 }), /^### /m);
  assert.match(compare(401, 403), /403/);
  assert.match(search('rate limit', { limit: 1 }), /429/);
});

test('lists are data', () => {
  assert.ok(codes().some(({ code, phrase }) => code === 404 && phrase === 'Not Found'));
  assert.ok(codes({ class: '4xx' }).every(({ code }) => code >= 400 && code < 500));
  assert.ok(codes({ unofficial: true }).length > codes().length);
  assert.equal(targets().find(({ id }) => id === 'flask').file, 'app.py');
  assert.equal(formats()[0].name, 'text');
});

test('a command has the grammar of the program', () => {
  assert.equal(command(['404', 'flask']), snippet(404, 'flask'));
  assert.equal(command(['compare', '401', '403', '--format', 'html']), compare(401, 403, { format: 'html' }));
});

test('a block is a line of words, with the defaults of its document', () => {
  assert.equal(block('404 flask'), snippet(404, 'flask'));
  assert.equal(block('compare 401 403', { format: 'html' }), compare(401, 403, { format: 'html' }));
  const quoted = snippet(404, 'flask', { message: 'it\'s "gone"' });
  assert.equal(block(`404 flask --message "it's \\"gone\\""`), quoted);
  const defaults = { targets: ['go', 'flask'], form: 'handler', message: 'gone', format: 'docusaurus', lineNumbers: true, strict: null };
  const options = { form: 'handler', message: 'gone', format: 'docusaurus', lineNumbers: true };
  assert.equal(block('404', defaults), snippet(404, ['go', 'flask'], options));
  assert.match(block('404', defaults), /showLineNumbers/);
  assert.equal(block('404 php --form program', defaults), snippet(404, 'php', { ...options, form: 'program' }));
  const { kind, message, hint, word } = refusal(() => block('404 go --format json', { formats: ['markdown', 'html'], format: 'html' }));
  assert.deepEqual([kind, message, word], ['Option', "the document can't hold the format `json`", 'json']);
  assert.equal(hint, 'formats for this document are `markdown`, `html`');
  assert.equal(refusal(() => block('404 --message "it is')).word, '"it is');
  assert.equal(refusal(() => block('404 flas')).word, 'flas');
  assert.match(refusal(() => block('404', { traget: 'go' })).message, /unknown field `traget`/);
  assert.match(refusal(() => block('404', { form: 'whole' })).message, /unknown variant `whole`/);
});

/** The error of a call. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof StatuscraftError, error);
    return error;
  }
  return assert.fail('it was not refused');
}

test('errors have the text of the program, a kind and a hint', () => {
  const refused = (call, expected) =>
    assert.throws(call, (error) => {
      assert.ok(error instanceof StatuscraftError);
      const { kind, message, hint } = error;
      assert.deepEqual({ kind, message, hint }, expected);
      return true;
    });
  refused(() => snippet(404, 'flas'), { kind: 'UnknownTarget', message: 'no target `flas`', hint: 'did you mean `flask`?' });
  refused(() => snippet(404, 'go', { port: 0 }), {
    kind: 'Option',
    message: "the port can't be `0`",
    hint: 'a port is a number from 1 to 65535',
  });
  refused(() => snippet(404, 'go', { format: 'markdwon' }), {
    kind: 'UnknownFormat',
    message: 'no format `markdwon`',
    hint: 'did you mean `markdown`?',
  });
  refused(() => explain(404, { form: 'handler' }), { kind: 'Usage', message: '`form` belongs to `code`', hint: 'leave it out' });
  refused(() => compare(401, 403, { heading: 9 }), {
    kind: 'Usage',
    message: "`heading` can't be `9`",
    hint: 'expected a number from 1 to 5',
  });
  assert.throws(() => snippet(404, 'go', { traget: 1 }), /unknown field `traget`/);
  assert.throws(() => snippet(404, 'go', { form: 'whole' }), /unknown variant `whole`/);
  assert.throws(() => snippet({}, 'go'), StatuscraftError);
  assert.throws(() => snippet(), StatuscraftError);
  assert.throws(() => command([]), StatuscraftError);
  assert.throws(() => command('404 flask'), /an array of words/);
  assert.throws(() => snippet(404, 'go', { message: '\ud800' }), StatuscraftError);
});

test('any text comes back as it was', () => {
  const message = 'ä \u0000 \u2028 " \' ` ${x} #{y} 😀'.repeat(100);
  const { text } = JSON.parse(snippet(404, 'express', { message, format: 'json' }));
  assert.equal(text, snippet(404, 'express', { message }));
  assert.ok(text.length > message.length);
  assert.ok(snippet(404, 'express', { message: 'x'.repeat(1e4) }).length > 1e4);
});

test('the module can be given: bytes, a module or a response', async () => {
  const bytes = await readFile(new URL('../statuscraft.wasm', import.meta.url));
  const expected = snippet(404, 'go');
  const headers = { 'Content-Type': 'application/wasm' };
  for (const source of [
    bytes,
    new WebAssembly.Module(bytes),
    Promise.resolve(bytes),
    new Response(bytes),
    new Response(bytes, { headers }),
  ]) {
    assert.equal((await load(source)).snippet(404, 'go'), expected);
  }
  await assert.rejects(load(new Response('', { status: 404, statusText: 'Not Found' })), /404 Not Found/);
});
