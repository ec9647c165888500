/** The names that a document imports. MDX allows each of them once. */
export class ImportedNames {
  #names = new Set();

  /** @param {import('mdast').Root} tree The document, of which only nodes beside each other at its root import names. */
  constructor(tree) {
    for (const node of tree.children) {
      for (const { specifiers } of declarations(node)) {
        for (const { local } of specifiers) this.#names.add(local.name);
      }
    }
  }

  /**
   * The imports of a node that the document doesn't have yet. From now on it has them.
   *
   * @param {import('mdast').RootContent} node
   * @returns {import('mdast').RootContent[]} The node with these imports only, if there are any.
   */
  missing(node) {
    const kept = declarations(node).filter((declaration) => {
      declaration.specifiers = declaration.specifiers.filter(({ local }) => !this.#names.has(local.name));
      return declaration.specifiers.length > 0;
    });
    for (const { specifiers } of kept) for (const { local } of specifiers) this.#names.add(local.name);
    if (kept.length === 0) return [];
    node.data.estree.body = kept;
    node.value = kept.map(written).join('\n');
    return [node];
  }
}

/** The import declarations of a node. */
function declarations(node) {
  const body = node.type === 'mdxjsEsm' ? (node.data?.estree?.body ?? []) : [];
  return body.filter(({ type }) => type === 'ImportDeclaration');
}

/** A declaration as it stands in a document: a default import, or names in braces. */
function written({ specifiers, source }) {
  const names = specifiers.map(({ type, local }) => (type === 'ImportDefaultSpecifier' ? local.name : `{ ${local.name} }`));
  return `import ${names.join(', ').replaceAll(' }, { ', ', ')} from '${source.value}';`;
}
