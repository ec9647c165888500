/** What can be beside a word. */
const EDGE = String.raw`[\s"'=]`;

/**
 * The place of a word in the lines of a block, or of the block's first line.
 *
 * @param {string | undefined} word
 * @param {import('markdown-it').Token} fence
 * @param {import('markdown-it').StateCore} state
 */
export function placeOf(word, fence, state) {
  const lines = linesOf(state.src);
  const [start, end] = fence.map;
  const literal = word?.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const pattern = literal && new RegExp(`(?<=${EDGE})${literal}(?=${EDGE}|$)`);
  const columns = lines.slice(start, end).map((line) => (pattern ? line.search(pattern) : -1));
  const index = columns.findIndex((column) => column >= 0);
  const file = fileOf(state.env);
  const line = lineInFile(file, lines, start) + Math.max(index, 0);
  return { file, line, column: index < 0 ? undefined : columns[index] + 1 };
}

/** The document's file, as VitePress and Eleventy name it. */
function fileOf(env) {
  return env?.path ?? env?.page?.inputPath;
}

/**
 * The number of a line in the file of a document. Generators take the front matter away before they read the rest, so it is
 * found again: as the first, second … line with its text.
 */
function lineInFile(file, lines, index) {
  let whole;
  try {
    whole = linesOf(globalThis.process.getBuiltinModule('node:fs').readFileSync(file, 'utf8'));
  } catch {
    // It is in no file, or not in Node.js.
    return index + 1;
  }
  const before = lines.slice(0, index).filter((line) => line === lines[index]).length;
  let seen = -1;
  const found = whole.findIndex((line) => line === lines[index] && ++seen === before);
  return (found < 0 ? index : found) + 1;
}

function linesOf(text) {
  return text.split(/\r?\n|\r/);
}
