import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { snippet } from 'statuscraft';
import manifest from 'statuscraft/package.json' with { type: 'json' };

const program = fileURLToPath(new URL('../bin/statuscraft.js', import.meta.url));
const run = (...words) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });

test('prints an example', () => {
  const { status, stdout, stderr } = run('404', 'express');
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: snippet(404, 'express'), stderr: '' });
});

test('reports errors as the program does', () => {
  const { status, stdout, stderr } = run('404', 'flas');
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  assert.equal(stderr, 'error: no target `flas`\nhint: did you mean `flask`?\n');
});

test('says which commands and options it does not have', () => {
  for (const words of [['verify'], ['404', 'flask', '--out', 'x'], ['404', 'flask', '--overlay=x'], ['check', 'README.md']]) {
    const { status, stderr } = run(...words);
    assert.equal(status, 2);
    assert.match(stderr, /needs the program itself: run `cargo install --path \.` in a clone/);
  }
});

test('help and version', () => {
  assert.match(run('--help').stdout, /^Example handlers/);
  assert.equal(run('--version').stdout, `statuscraft ${manifest.version}\n`);
  assert.equal(run().status, 2);
});

test('a reader who closes the pipe is no error', async () => {
  const child = spawn(process.execPath, [program, 'explain', '404', '--format', 'html'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual({ status, said }, { status: 0, said: '' });
});
