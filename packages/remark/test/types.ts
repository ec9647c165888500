// What must and what must not type-check: `tsc -p .`, which is not run, only read.
import remarkParse from 'remark-parse';
import remarkStatuscraft, { type Options } from 'remark-statuscraft';
import { unified, type PluggableList } from 'unified';

const options: Options = { format: 'docusaurus', targets: ['flask', 'express'], form: 'handler', lineNumbers: true };
unified().use(remarkParse).use(remarkStatuscraft).use(remarkStatuscraft, options);
const plugins: PluggableList = [remarkStatuscraft, [remarkStatuscraft, options]];
plugins.push([remarkStatuscraft, { strict: true, body: 'problem' } satisfies Options]);

// @ts-expect-error no such option
unified().use(remarkStatuscraft, { target: 'flask' });
// @ts-expect-error a format of other documents
unified().use(remarkStatuscraft, { format: 'rst' });
