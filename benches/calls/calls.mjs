// Calls the module for JavaScript: see src/main.rs.
import { createInterface } from 'node:readline';
import { snippet } from '../../packages/npm/lib/node.js';

for await (const line of createInterface({ input: process.stdin })) {
  const [calls, code, target] = line.split(' ');
  let text = '';
  for (let number = 0; number < Number(calls); number++) text = snippet(Number(code), target);
  console.log(Buffer.byteLength(text));
}
