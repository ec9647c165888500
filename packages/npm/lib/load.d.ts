import type * as functions from './index.js';

export { StatuscraftError } from './index.js';

/** The functions of the package. */
export type Statuscraft = Pick<
  typeof functions,
  'snippet' | 'explain' | 'compare' | 'search' | 'codes' | 'targets' | 'formats' | 'command' | 'block'
>;

/** What a WebAssembly module is made of. */
export type Source = WebAssembly.Module | BufferSource | Response;

/**
 * The functions of the package, from `statuscraft.wasm` as you got it: for pages opened from a file, workers, and
 * platforms that give you the compiled module.
 *
 * @example
 * const { snippet } = await load(fetch('/assets/statuscraft.wasm'));
 */
export function load(source: Source | Promise<Source>): Promise<Statuscraft>;
