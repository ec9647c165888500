// The bytes are those of the native program, for every pair in every format. STATUSCRAFT names the program.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { codes, command, formats, targets } from 'statuscraft';

const native = process.env.STATUSCRAFT;
const FORMS = ['program', 'handler', 'response'];

const execute = promisify(execFile);
const { STATUSCRAFT_OVERLAY: _, ...env } = process.env;

/** What the native program prints: an example, or the message of its error. */
async function printed(words) {
  try {
    return (await execute(native, words, { env, maxBuffer: 1 << 28 })).stdout;
  } catch ({ stderr }) {
    return stderr;
  }
}

function answered(words) {
  try {
    return command(words);
  } catch (error) {
    return `error: ${error.message}\n${error.hint ? `hint: ${error.hint}\n` : ''}`;
  }
}

/** Compares all these commands, as many at a time as there are cores. */
async function compareAll(commands) {
  assert.ok(native, 'STATUSCRAFT does not name the native program');
  let compared = 0;
  const queue = commands[Symbol.iterator]();
  const worker = async () => {
    for (const words of queue) {
      assert.equal(answered(words), await printed(words), words.join(' '));
      compared += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return compared;
}

const names = formats().map(({ name }) => name);
const all = codes({ unofficial: true }).map(({ code }) => String(code));
const registered = codes().map(({ code }) => String(code));
const ids = targets().map(({ id }) => id);

test('every pair in every format', async () => {
  const commands = names.flatMap((format) =>
    registered.flatMap((code) => ids.map((target) => [code, target, '--format', format])),
  );
  assert.equal(await compareAll(commands), names.length * registered.length * ids.length);
});

test('every form, strict and with problem details, with other values', async () => {
  const values = ['--message', 'no "such" thing \u2028', '--name', 'find it', '--port', '8123', '--strict', '--body', 'problem'];
  const commands = FORMS.flatMap((form) =>
    ids.map((target) => [registered.join(), target, '--form', form, '--format', 'ndjson', ...values]),
  );
  await compareAll(commands);
});

test('every explanation in every format', async () => {
  await compareAll(names.flatMap((format) => all.map((code) => ['explain', code, '--format', format])));
});

test('comparisons, searches, lists and errors', async () => {
  await compareAll([
    ...names.map((format) => ['compare', '401', '403', '--format', format]),
    ...['rate limit', 'not found', 'nginx', 'cloudflare'].map((words) => ['search', ...words.split(' '), '--format', 'text']),
    ...['codes', 'targets', 'recipes', 'formats'].map((what) => ['list', what, '--format', 'json']),
    ['404', 'flas'],
    ['4040', 'flask'],
    ['404', 'flask', '--path', '/..'],
    ['404', 'flask', '--port', '0'],
    ['404', 'flask', '--name', '123'],
    ['explain', 'flask'],
    ['compare', '404', '404'],
  ]);
});
