// Measures what a thousand different blocks add to reading a site: `node measure.js [format]`. Fails if it is a second.
import MarkdownIt from 'markdown-it';
import { codes } from 'statuscraft';
import markdownItStatuscraft from 'markdown-it-statuscraft';

const format = process.argv[2] ?? 'vitepress';
const BLOCKS = 1000;
const numbers = codes().map(({ code }) => code);
const pages = Array.from({ length: BLOCKS / 10 }, (_, page) =>
  Array.from({ length: 10 }, (_, index) => {
    const number = page * 10 + index;
    return `Text.\n\n\`\`\`statuscraft ${numbers[number % numbers.length]} flask,express --message 'no ${number}'\n\`\`\`\n`;
  }).join('\n'),
);

// The processor time of reading, which includes that of the engine's compiler in other threads.
const md = new MarkdownIt().use(markdownItStatuscraft, { format });
const start = process.cpuUsage();
for (const page of pages) md.parse(page, {});
const { user, system } = process.cpuUsage(start);
const spent = (user + system) / 1000;
console.log(`${BLOCKS} blocks as ${format}: ${spent.toFixed(0)} ms of CPU`);
if (spent > 1000) process.exitCode = 1;
