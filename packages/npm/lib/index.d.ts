/** A status code: its number or its phrase, current or former, such as `404` or `'not-found'`. */
export type Code = number | string;

/** A target or a language, such as `'flask'`, `'python'` or `'curl'`. `targets()` lists them. */
export type TargetName = string;

/** How much of a program is shown: the complete program, the handler and what it uses, or only the response. */
export type Form = 'program' | 'handler' | 'response';

/** An output format. `formats()` lists them. */
export type FormatName =
  | 'text'
  | 'markdown'
  | 'docusaurus'
  | 'mkdocs'
  | 'vitepress'
  | 'starlight'
  | 'nextra'
  | 'hugo'
  | 'mdbook'
  | 'asciidoc'
  | 'asciidoctor-tabs'
  | 'rst'
  | 'sphinx'
  | 'html'
  | 'openapi'
  | 'json'
  | 'ndjson'
  | (string & {});

/** Options of an example. */
export interface SnippetOptions {
  /** How much of the program is shown: `'program'` by default. */
  form?: Form | null;
  /** Whether to print the version that passes every edge case, if the usual one does not. */
  strict?: boolean | null;
  /** The shape of error responses, such as `'json'` (the default) or `'problem'`. */
  body?: string | null;
  /** The output format: `'text'` by default, which is only the code if there is one example. */
  format?: FormatName | null;
  /** Whether lines of code are numbered, in formats of site generators that can. */
  lineNumbers?: boolean | null;
  /** The path of the resource, as in a URI, with the same variables as the default path. */
  path?: string | null;
  /** The text in the response; the code's phrase by default. */
  message?: string | null;
  /** The name of the handler, where handlers have one, in any spelling. */
  name?: string | null;
  /** The port to listen on or to connect to. */
  port?: number | null;
  /** The URL of the server behind a gateway. */
  upstream?: string | null;
  /** All targets of these languages. */
  lang?: string | readonly string[] | null;
}

/** What holds for the blocks of a document that say nothing else. */
export interface BlockDefaults
  extends Pick<SnippetOptions, 'form' | 'strict' | 'body' | 'format' | 'lineNumbers' | 'path' | 'message' | 'name'> {
  /** The targets of blocks that name none: all server frameworks by default. */
  targets?: readonly TargetName[] | null;
  /** The formats that the document can hold; a block that names another one is refused. All of them by default. */
  formats?: readonly FormatName[] | null;
}

/** Options of an article. */
export interface ArticleOptions {
  /** The output format: `'text'` by default. */
  format?: FormatName | null;
  /** The level of the title among the headings of a document, from 1 to 5: 2 by default. */
  heading?: number | null;
}

/** Options of an explanation. */
export interface ExplainOptions extends ArticleOptions {
  /** Targets whose examples are shown: all of them by default. */
  target?: TargetName | readonly TargetName[] | null;
}

/** Options of a search. */
export interface SearchOptions {
  /** The output format: `'text'` by default. */
  format?: FormatName | null;
  /** The maximum number of results: 10 by default. */
  limit?: number | null;
}

/** Options of the list of codes. */
export interface CodesOptions {
  /** Only the codes of this class, such as `'4xx'`. */
  class?: '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | null;
  /** Whether to include the codes that IANA does not list. */
  unofficial?: boolean | null;
}

/** A status code in the list of codes. */
export interface CodeEntry {
  code: number;
  phrase: string;
  /** Former phrases. */
  formerly: string[];
  /** What the IANA registry says about the code. */
  registration: 'registered' | 'temporary' | 'deprecated' | 'obsoleted' | 'unused' | 'unofficial';
  /** Whose fault the code is. */
  fault: 'client' | 'server' | 'neither';
  /** What defines the code; `null` if it is in no registry. */
  spec: { document: string; section: string } | null;
  /** Who uses a code that is in no registry, and for what. */
  used_by?: { name: string; phrase: string; meaning: string; documentation: string }[];
  /** What the code means, in a sentence or two. */
  summary: string;
}

/** A framework or a client. */
export interface TargetEntry {
  id: TargetName;
  title: string;
  role: 'server' | 'client';
  aliases: string[];
  language: string;
  /** The version that the examples were tested with. */
  version: string;
  documentation: string;
  /** The name of the program's file. */
  file: string;
  port: number;
  install: string;
  run: string;
}

/** An output format in the list of formats. */
export interface FormatEntry {
  name: FormatName;
  about: string;
  /** The extension of a file that holds only this output, without a dot. */
  extension: string;
}

/** What the generator refuses: a code, a target or an option that doesn't exist or can't be used. */
export class StatuscraftError extends Error {
  constructor(kind: string, message: string, hint?: string, word?: string);
  name: 'StatuscraftError';
  /** The kind of error, such as `'UnknownStatus'`, `'UnknownTarget'`, `'Unsupported'`, `'Option'` or `'Usage'`. */
  kind: string;
  /** Advice for the reader, such as ``did you mean `flask`?`` */
  hint?: string;
  /** The word that is wrong, if the request consists of words. */
  word?: string;
}

/**
 * The example for a code in a target, with the bytes that the program prints. Without a target it is the examples of all
 * server frameworks. Codes and targets can be several, with commas between.
 *
 * @example
 * snippet(404, 'express');
 * snippet('not-found', ['flask', 'express'], { form: 'handler', format: 'markdown' });
 *
 * @throws {StatuscraftError}
 */
export function snippet(
  code: Code,
  target?: TargetName | readonly TargetName[] | null,
  options?: SnippetOptions | null,
): string;

/**
 * What a code means, its causes and fixes, with examples.
 *
 * @throws {StatuscraftError}
 */
export function explain(code: Code, options?: ExplainOptions | null): string;

/**
 * How two codes differ.
 *
 * @throws {StatuscraftError}
 */
export function compare(first: Code, second: Code, options?: ArticleOptions | null): string;

/**
 * The codes that a search for words finds. Words can be incomplete or misspelled.
 *
 * @throws {StatuscraftError}
 */
export function search(words: string, options?: SearchOptions | null): string;

/** The status codes, ascending. */
export function codes(options?: CodesOptions | null): CodeEntry[];

/** The targets, by name. */
export function targets(): TargetEntry[];

/** The output formats. */
export function formats(): FormatEntry[];

/**
 * What the command `statuscraft` prints if these words follow it: examples, or the articles of `explain`, `compare`,
 * `search` and `list`.
 *
 * @example
 * command(['404', 'flask', '--form', 'handler']);
 *
 * @throws {StatuscraftError}
 */
export function command(words: Iterable<string>): string;

/**
 * What a block of a document holds: the same as `command`, for a line of words that are quoted as in a shell.
 *
 * @example
 * block("404 flask,express --message 'no such book'", { format: 'docusaurus', form: 'handler' });
 *
 * @throws {StatuscraftError}
 */
export function block(line: string, defaults?: BlockDefaults | null): string;
