// Browsers and their bundlers: the module is fetched from beside this file.
import { load } from './load.js';

export const { snippet, explain, compare, search, codes, targets, formats, command, block } = await load(
  fetch(new URL('../statuscraft.wasm', import.meta.url)),
);
export { StatuscraftError } from './error.js';
