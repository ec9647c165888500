// Node.js, Deno and Bun: the module is read from the file beside this one.
import { readFileSync } from 'node:fs';
import { functionsOf } from './functions.js';
import { Instance } from './instance.js';

const bytes = readFileSync(new URL('../statuscraft.wasm', import.meta.url));

export const { snippet, explain, compare, search, codes, targets, formats, command, block } = functionsOf(
  new Instance(new WebAssembly.Module(bytes)),
);
export { StatuscraftError } from './error.js';
