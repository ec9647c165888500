// Measures what a thousand different blocks add to reading a site: `node measure.js [format]`. Fails if it is a second.
import { createProcessor } from '@mdx-js/mdx';
import { codes } from 'statuscraft';
import remarkStatuscraft from 'remark-statuscraft';
import { BLOCKS, pages } from '../test-blocks.mjs';

const format = process.argv[2] ?? 'docusaurus';

// The processor time of the plugin alone, which includes that of the engine's compiler in other threads.
let spent = 0;
function timed(...options) {
  const transform = remarkStatuscraft.call(this, ...options);
  return (tree, file) => {
    const { user, system } = process.cpuUsage();
    transform(tree, file);
    const now = process.cpuUsage();
    spent += (now.user - user + now.system - system) / 1000;
  };
}
// Site generators have one processor for all pages.
const processor = createProcessor({ remarkPlugins: [[timed, { format }]] });
for (const page of pages(codes())) processor.processSync(page);
console.log(`${BLOCKS} blocks as ${format}: ${spent.toFixed(0)} ms of CPU`);
if (spent > 1000) process.exitCode = 1;
