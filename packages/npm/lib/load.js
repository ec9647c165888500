import { functionsOf } from './functions.js';
import { Instance } from './instance.js';

export { StatuscraftError } from './error.js';

/** The functions of the package, from a module that the caller has: see `load.d.ts`. */
export async function load(source) {
  const given = await source;
  const module = given instanceof WebAssembly.Module ? given : await compiled(given);
  return functionsOf(new Instance(module, await WebAssembly.instantiate(module)));
}

async function compiled(given) {
  if (typeof Response !== 'function' || !(given instanceof Response)) return WebAssembly.compile(given);
  if (!given.ok) throw new Error(`${given.url}: ${given.status} ${given.statusText}`);
  // Only a server that calls the file `application/wasm` allows that it is compiled as it arrives.
  const streams = given.headers.get('Content-Type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(given) : WebAssembly.compile(await given.arrayBuffer());
}
