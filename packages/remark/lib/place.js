/** What can be beside a word. */
const EDGE = String.raw`[\s"'=]`;

/**
 * The place of a word in the lines of a block, or of the block itself.
 *
 * @param {string | undefined} word
 * @param {import('mdast').Code} node
 * @param {import('vfile').VFile} file
 */
export function placeOf(word, node, file) {
  const { start, end } = node.position ?? {};
  if (!word || start?.offset === undefined || end?.offset === undefined) return node.position;
  const source = String(file).slice(start.offset, end.offset);
  const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const found = new RegExp(`(?<=${EDGE})${literal}(?=${EDGE}|$)`).exec(source);
  if (!found) return node.position;
  const before = source.slice(0, found.index).split(/\r?\n|\r/);
  const line = start.line + before.length - 1;
  const column = before.at(-1).length + (before.length === 1 ? start.column : 1);
  return { start: { line, column }, end: { line, column: column + word.length } };
}
