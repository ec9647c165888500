// What happens if the module has a bug: the message comes along, and the next call gets a fresh instance.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Instance } from '../lib/instance.js';

/** Exports as those of the module, whose `answer` traps. */
function exportsThatTrap(message, trap) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = new TextEncoder().encode(message);
  return {
    memory,
    request: () => 0,
    answer: () => {
      new Uint8Array(memory.buffer).set(bytes, 1024);
      throw trap;
    },
    text: () => 1024,
    text_length: () => bytes.length,
  };
}

test("a trap has the panic's message", () => {
  const exports = exportsThatTrap('panicked at src/x.rs:1:2', new WebAssembly.RuntimeError('unreachable'));
  const instance = new Instance(undefined, { exports });
  assert.throws(() => instance.answer({}), { message: 'a bug in statuscraft: panicked at src/x.rs:1:2' });
});

test('without a message, the trap is named', () => {
  const exports = exportsThatTrap('', new RangeError('Maximum call stack size exceeded'));
  const instance = new Instance(undefined, { exports });
  assert.throws(() => instance.answer({}), { message: 'a bug in statuscraft: Maximum call stack size exceeded' });
});

test('the next call gets another instance', () => {
  // (module (func (export "answer") unreachable)): not the real one, so that it is seen.
  const other = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const instance = new Instance(other, { exports: exportsThatTrap('x', new WebAssembly.RuntimeError('unreachable')) });
  assert.throws(() => instance.answer({}), /a bug in statuscraft: x/);
  assert.throws(() => instance.answer({}), /is not a function/);
});
