// Measures what a thousand different blocks add to reading the documents of a site: `node measure.js [format]`.
import { fileURLToPath } from 'node:url';
import { createProcessor } from '@mdx-js/mdx';
import remarkStatuscraft from 'remark-statuscraft';
import { measure } from '../measure-blocks.mjs';

const format = process.argv[2] ?? 'docusaurus';

await measure(fileURLToPath(import.meta.url), format, (documents) => {
  // Site generators have one processor for all pages.
  const processor = createProcessor({ remarkPlugins: [[remarkStatuscraft, { format }]] });
  for (const page of documents) processor.processSync(page);
});
