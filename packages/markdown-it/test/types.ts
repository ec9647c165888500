// What must and what must not type-check: `tsc -p .`, which is not run, only read.
import MarkdownIt from 'markdown-it';
import markdownItStatuscraft, { BlockError, type Options } from 'markdown-it-statuscraft';
import { synchronizeTabs } from 'markdown-it-statuscraft/client';

const options: Options = { format: 'vitepress', targets: ['flask', 'express'], form: 'handler', lineNumbers: true };
new MarkdownIt().use(markdownItStatuscraft).use(markdownItStatuscraft, options);
synchronizeTabs();
synchronizeTabs(document);
const line = (error: BlockError): [number, string] => [error.line, error.cause.message];
line(new BlockError());

// @ts-expect-error no such option
new MarkdownIt().use(markdownItStatuscraft, { target: 'flask' } satisfies Options);
// @ts-expect-error a format of other documents
markdownItStatuscraft(new MarkdownIt(), { format: 'docusaurus' });
