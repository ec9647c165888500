// Measures what a thousand different blocks add to reading a site: `node measure.js [format]`. Fails if it is a second.
import MarkdownIt from 'markdown-it';
import { codes } from 'statuscraft';
import markdownItStatuscraft from 'markdown-it-statuscraft';
import { BLOCKS, pages } from '../test-blocks.mjs';

const format = process.argv[2] ?? 'vitepress';
const documents = pages(codes());

// The processor time of reading, which includes that of the engine's compiler in other threads.
const md = new MarkdownIt().use(markdownItStatuscraft, { format });
const start = process.cpuUsage();
for (const page of documents) md.parse(page, {});
const { user, system } = process.cpuUsage(start);
const spent = (user + system) / 1000;
console.log(`${BLOCKS} blocks as ${format}: ${spent.toFixed(0)} ms of CPU`);
if (spent > 1000) process.exitCode = 1;
