import { visit } from 'unist-util-visit';
import { Blocks } from './blocks.js';
import { ImportedNames } from './imports.js';

/**
 * Replaces blocks of code whose language is `statuscraft` with the examples that their words request.
 *
 * @this {import('unified').Processor}
 * @param {import('./index.js').Options | null} [options]
 * @returns {(tree: import('mdast').Root, file: import('vfile').VFile) => void}
 */
export default function remarkStatuscraft(options) {
  const blocks = new Blocks(this, options ?? {});
  return (tree, file) => {
    const found = [];
    visit(tree, 'code', (node, _, parent) => {
      if (blocks.isBlock(node)) found.push({ node, parent });
    });
    const names = new ImportedNames(tree);
    const imports = [];
    for (const { node, parent } of found) {
      const nodes = blocks.nodes(node, file);
      const isImport = ({ type }) => type === 'mdxjsEsm';
      imports.push(...nodes.filter(isImport).flatMap((each) => names.missing(each)));
      const index = parent.children.indexOf(node);
      parent.children.splice(index, 1, ...nodes.filter((each) => !isImport(each)));
    }
    tree.children.unshift(...imports);
  };
}
