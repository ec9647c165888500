import type { Root } from 'mdast';
import type { BlockDefaults, FormatName } from 'statuscraft';
import type { Plugin } from 'unified';

/** Options of the plugin: what holds for blocks that say nothing else. */
export interface Options extends Omit<BlockDefaults, 'format' | 'formats'> {
  /**
   * How examples are shown: as the synchronized tabs of a site generator, or by default as blocks of code with titles. The
   * tabs are components, so documents that are not MDX have blocks of code with titles instead.
   */
  format?: Extract<FormatName, 'markdown' | 'docusaurus' | 'starlight' | 'nextra'> | null;
}

/**
 * Replaces blocks of code whose language is `statuscraft` with the examples that their words request:
 *
 * ````markdown
 * ```statuscraft 404 flask,express --form handler
 * ```
 * ````
 */
declare const remarkStatuscraft: Plugin<[(Options | null)?], Root>;

export default remarkStatuscraft;
