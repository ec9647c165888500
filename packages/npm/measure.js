// Prints what the package weighs and how long the first snippet takes; fails beyond the budgets.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BUDGET = 1.5e6;

const bytes = readFileSync(new URL('statuscraft.wasm', import.meta.url));
const compressed = {
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length,
};
console.log(`statuscraft.wasm: ${bytes.length} bytes, ${compressed.gzip} with gzip, ${compressed.brotli} with brotli`);

// Processor time, which other work on the machine doesn't lengthen.
const first = `
  const { snippet } = await import(${JSON.stringify(new URL('lib/node.js', import.meta.url).href)});
  const start = process.cpuUsage(), wall = performance.now();
  snippet(404, 'express');
  const { user, system } = process.cpuUsage(start);
  console.log(JSON.stringify([(user + system) / 1000, performance.now() - wall]));`;
const runs = Array.from({ length: 9 }, () =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', first], { encoding: 'utf8' })),
);
const least = (index) => Math.min(...runs.map((run) => run[index]));
console.log(`first snippet after import: ${least(0).toFixed(1)} ms of CPU, ${least(1).toFixed(1)} ms, least of ${runs.length} processes`);

if (Math.min(...Object.values(compressed)) > BUDGET) {
  console.error(`statuscraft.wasm: more than ${BUDGET} bytes compressed`);
  process.exitCode = 1;
}
