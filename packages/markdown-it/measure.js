// Measures what a thousand different blocks add to reading the documents of a site: `node measure.js [format]`.
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import markdownItStatuscraft from 'markdown-it-statuscraft';
import { measure } from '../measure-blocks.mjs';

const format = process.argv[2] ?? 'vitepress';

await measure(fileURLToPath(import.meta.url), format, (documents) => {
  const md = new MarkdownIt().use(markdownItStatuscraft, { format });
  for (const page of documents) md.render(page);
});
