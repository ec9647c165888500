// Blocks with which the plugins for JavaScript are tested and measured.

/** Commands of each kind, with what is special in documents: several codes, a code without an example, line numbers. */
export const COMMANDS = [
  ['404', 'flask', 'express', '--form', 'handler'],
  ['405', 'go'],
  ['204', 'express,go', '--line-numbers'],
  ['404,410', 'flask,curl'],
  ['306', 'flask', 'go'],
  ['explain', '429', 'flask'],
  ['compare', '401', '403', '--heading', '3'],
  ['list', 'targets'],
];

export const BLOCKS = 1000;

/**
 * A hundred pages with a thousand different blocks.
 *
 * @param {{ code: number }[]} codes
 * @param {(line: string) => string} [written] What stands in the place of a block with these words: the block itself, if there is none.
 */
export function pages(codes, written = (line) => `\`\`\`statuscraft ${line}\n\`\`\`\n`) {
  const line = (number) => `${codes[number % codes.length].code} flask,express --message 'no ${number}'`;
  return Array.from({ length: BLOCKS / 10 }, (_, page) =>
    Array.from({ length: 10 }, (_, index) => `Text.\n\n${written(line(page * 10 + index))}`).join('\n'),
  );
}
