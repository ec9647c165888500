import type MarkdownIt from 'markdown-it';
import type { BlockDefaults, FormatName, StatuscraftError } from 'statuscraft';

/** Options of the plugin: what holds for blocks that say nothing else. */
export interface Options extends Omit<BlockDefaults, 'format' | 'formats'> {
  /** How examples are shown: as code groups of VitePress, or by default as blocks of code with titles. */
  format?: Extract<FormatName, 'markdown' | 'vitepress'> | null;
}

/** What is wrong with a block. The message begins with the place in the document, and its hint is on a line of its own. */
export class BlockError extends Error {
  name: 'BlockError';
  /** The document's file, if the generator names it as VitePress or Eleventy do. */
  file?: string;
  line: number;
  /** The column of the wrong word, from 1. */
  column?: number;
  cause: StatuscraftError;
}

/**
 * Replaces blocks of code whose language is `statuscraft` with the examples that their words request:
 *
 * ````markdown
 * ```statuscraft 404 flask,express --form handler
 * ```
 * ````
 */
export default function markdownItStatuscraft(md: MarkdownIt, options?: Options | null): void;
