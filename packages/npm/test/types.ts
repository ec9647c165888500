// What must and what must not type-check: `tsc -p .`, which is not run, only read.
import { block, codes, command, compare, explain, formats, search, snippet, StatuscraftError, targets } from 'statuscraft';
import { load, type Statuscraft } from 'statuscraft/load';

const text: string = snippet(404, 'flask', { form: 'handler', format: 'markdown', strict: true, port: 80 });
snippet('not-found', ['flask', 'go'] as const, { lang: ['python'] });
snippet(404, null, null);
explain(404, { target: 'go', heading: 3 });
compare(401, '403', { format: 'html' });
search('rate limit', { limit: 3 });
command(new Set(['404', text]));
block('404 flask', { targets: ['go'], format: 'docusaurus', formats: ['docusaurus', 'markdown'], lineNumbers: true });
const number: number = codes({ class: '4xx' })[0].code;
const file: string = targets()[number].file;
const name: string = formats()[0].name;
const loaded: Promise<Statuscraft> = load(new Uint8Array());
const hint: string | undefined = new StatuscraftError(file, name).hint;
loaded.then((functions) => functions.snippet(404, hint));

// @ts-expect-error no such form
snippet(404, 'flask', { form: 'whole' });
// @ts-expect-error no such option
explain(404, { form: 'handler' });
// @ts-expect-error a code is missing
compare(401);
// @ts-expect-error no such class
codes({ class: '6xx' });
// @ts-expect-error no such default
block('404', { target: 'go' });
