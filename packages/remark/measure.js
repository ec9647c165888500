// Measures what a thousand different blocks add to reading a site: `node measure.js [format]`. Fails if it is a second.
import { createProcessor } from '@mdx-js/mdx';
import { codes } from 'statuscraft';
import remarkStatuscraft from 'remark-statuscraft';

const format = process.argv[2] ?? 'docusaurus';
const BLOCKS = 1000;
const numbers = codes().map(({ code }) => code);
const pages = Array.from({ length: BLOCKS / 10 }, (_, page) =>
  Array.from({ length: 10 }, (_, index) => {
    const number = page * 10 + index;
    return `Text.\n\n\`\`\`statuscraft ${numbers[number % numbers.length]} flask,express --message 'no ${number}'\n\`\`\`\n`;
  }).join('\n'),
);

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
for (const page of pages) processor.processSync(page);
console.log(`${BLOCKS} blocks as ${format}: ${spent.toFixed(0)} ms of CPU`);
if (spent > 1000) process.exitCode = 1;
