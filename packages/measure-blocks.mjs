// Measures what a thousand different blocks add to the build of a site.
import { execFileSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { block, codes } from './npm/lib/node.js';
import { BLOCKS, pages } from './test-blocks.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MOST = 1000;

/**
 * Builds the pages with the blocks and the same pages with the same code in plain blocks, in turns and in processes of their own.
 * Prints the differences, and fails if the build takes a second longer.
 *
 * @param {string} script The one that calls.
 * @param {string} format
 * @param {(documents: string[]) => void} build
 */
export async function measure(script, format, build) {
  if (process.argv[3] === 'build') {
    build(JSON.parse(await text(process.stdin)));
    // The processor time of the process, which includes that of the engine's compiler in other threads.
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ cpu: (user + system) / 1000, clock: performance.now() }));
    return;
  }
  const variants = [pages(codes()), pages(codes(), (line) => block(line, { format: 'markdown' }))].map((it) => JSON.stringify(it));
  const command = [script, format, 'build'];
  const spent = (input) => JSON.parse(execFileSync(process.execPath, command, { input, encoding: 'utf8' }));
  const rounds = Array.from({ length: ROUNDS }, () => variants.map(spent));
  const least = (kind) => variants.map((_, index) => Math.min(...rounds.map((round) => round[index][kind])));
  const difference = ([blocks, plain]) => `${(blocks - plain).toFixed(0)} ms to ${plain.toFixed(0)} ms`;
  const clock = least('clock');
  console.log(`${BLOCKS} blocks as ${format} add ${difference(clock)}, of CPU ${difference(least('cpu'))}`);
  if (clock[0] - clock[1] > MOST) process.exitCode = 1;
}
