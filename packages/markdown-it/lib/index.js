import { block, StatuscraftError } from 'statuscraft';
import { BlockError } from './error.js';
import { placeOf } from './place.js';

export { BlockError };

/** A block's language, and the words after it. */
const INFO = /^\s*statuscraft(?:\s+(.*))?$/;

/**
 * Replaces blocks of code whose language is `statuscraft` with the examples that their words request.
 *
 * @param {import('markdown-it').default} md
 * @param {import('./index.js').Options | null} [options]
 */
export default function markdownItStatuscraft(md, options) {
  const { format, ...others } = options ?? {};
  const defaults = { ...others, format: format ?? 'markdown', formats: ['vitepress', 'markdown'] };
  // Before other rules read the tokens: containers are there already, but not what is in braces after a fence.
  md.core.ruler.after('block', 'statuscraft', (state) => {
    if (!state.tokens.some(isBlock)) return;
    state.tokens = state.tokens.flatMap((token) => (isBlock(token) ? tokensOf(token, state, defaults) : [token]));
  });
}

function isBlock({ type, info }) {
  return type === 'fence' && INFO.test(info);
}

/** What the words of a block request, as tokens that markdown-it has read. */
function tokensOf(fence, state, defaults) {
  let text;
  try {
    text = block(wordsOf(fence), defaults);
  } catch (error) {
    if (!(error instanceof StatuscraftError)) throw error;
    throw new BlockError(error, placeOf(error.word, fence, state));
  }
  const tokens = [];
  state.md.block.parse(text, state.md, state.env, tokens);
  for (const token of tokens) {
    token.level += fence.level;
    // Messages of other plugins point at the block.
    if (token.map) token.map = fence.map;
  }
  return tokens;
}

/** The words after the fence and those between the fences. */
function wordsOf({ info, content }) {
  return [INFO.exec(info)?.[1] ?? '', ...content.split('\n')]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}
