/** The fence of a block, its language, and the words after it. */
const FENCE = /^(?:`{3,}|~{3,})[ \t]*statuscraft(?:[ \t]+(.*))?$/;

/**
 * The words of a block: those after its fence and those between its fences.
 *
 * @param {import('mdast').Code} node
 * @param {import('vfile').VFile} file
 * @returns {string}
 */
export function wordsOf(node, file) {
  return [afterFence(node, file), ...node.value.split('\n')]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}

/** The words as they stand in the document. Markdown has already removed backslashes from the node's own. */
function afterFence(node, file) {
  const start = node.position?.start.offset;
  const [line] = start === undefined ? [''] : String(file).slice(start).split(/\r?\n|\r/, 1);
  const found = FENCE.exec(line);
  return found ? (found[1] ?? '') : (node.meta ?? '');
}
