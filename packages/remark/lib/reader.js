import { visit } from 'unist-util-visit';

/** A block of code at the margin: its fence, the rest of the line, its lines, and the same fence again. */
const CODE = /^(`{3,})(.*)\n([^]*?)^\1$/gm;

/** Reads generated Markdown with the processor of a site. Code, which is most of it, is read once: here. */
export class Reader {
  #processor;
  /** Trees by the text between code. The blocks of a site have few different ones. */
  #trees = new Map();

  /** @param {import('unified').Processor} processor */
  constructor(processor) {
    this.#processor = processor;
  }

  /**
   * The nodes of a text, which all have the same position.
   *
   * @param {string} text
   * @param {import('unist').Position | undefined} position
   * @returns {import('mdast').RootContent[]}
   */
  read(text, position) {
    const codes = new Map();
    const frame = text.replace(CODE, (_, fence, info, code) => {
      const name = `statuscraft-${codes.size}`;
      codes.set(name, code.replace(/\n$/, ''));
      return `${fence}${info}\n${name}\n${fence}`;
    });
    let tree = this.#trees.get(frame);
    if (!tree) this.#trees.set(frame, (tree = this.#processor.parse(frame)));
    const root = structuredClone(tree);
    visit(root, (node) => {
      // Messages of other plugins point at the block.
      node.position = position;
      if (node.type === 'code') node.value = codes.get(node.value) ?? node.value;
    });
    return root.children;
  }
}
