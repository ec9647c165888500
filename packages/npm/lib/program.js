// The part of the program that needs no file system and no other program.
import { readFileSync, writeSync } from 'node:fs';
import { command, StatuscraftError } from './node.js';

const HELP = `Example handlers for every HTTP status code, proven in several web frameworks

Usage: statuscraft CODE... [TARGET]... [OPTION]...
       statuscraft explain CODE [TARGET]...
       statuscraft compare CODE CODE
       statuscraft search WORD...
       statuscraft list [codes|targets|recipes|formats]

Options of examples:
  --form FORM       program, handler or response
  --strict          the version that passes every edge case
  --body NAME       the shape of error responses, such as json or problem
  --lang NAME       all targets of a language
  --path PATH       the path of the resource
  --message TEXT    the text in the response
  --name NAME       the name of the handler
  --port PORT       the port to listen on or to connect to
  --upstream URL    the server behind a gateway
Options of examples and articles:
  --format FORMAT   the output format: \`statuscraft list formats\`

Exit status: 0 done, 2 bad usage.

This is the WebAssembly build. Documents, exports, sites, overlays and proofs need the program itself,
from pip or cargo.
`;

/** Commands and options that read or write files or run programs. */
const ELSEWHERE = new Set([
  ...['batch', 'check', 'completions', 'export', 'lint', 'man', 'mdbook', 'schema', 'site', 'stylesheet', 'update', 'verify'],
  ...['--color', '--force', '--how', '--out', '--overlay', '--quiet', '-o', '-q'],
]);

/**
 * Does what the words say and returns the exit status.
 *
 * @param {string[]} words
 */
export function run(words) {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
    print(words.length === 0 ? 2 : 1, HELP);
    return words.length === 0 ? 2 : 0;
  }
  if (words[0] === '--version' || words[0] === '-V') {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    print(1, `statuscraft ${version}\n`);
    return 0;
  }
  try {
    print(1, command(words));
    return 0;
  } catch (error) {
    if (!(error instanceof StatuscraftError)) throw error;
    const elsewhere = words.find((word, index) => ELSEWHERE.has(word.split('=')[0]) && (index === 0 || word.startsWith('-')));
    const hint = elsewhere ? `\`${elsewhere}\` needs the program itself: run \`cargo install --path .\` in a clone` : error.hint;
    print(2, `error: ${error.message}\n${hint ? `hint: ${hint}\n` : ''}`);
    return 2;
  }
}

/** Writes all of it, to a pipe too. A reader who has seen enough is no error. */
function print(descriptor, text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (error.code === 'EPIPE') return;
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}
