import { block, StatuscraftError } from 'statuscraft';
import { placeOf } from './place.js';
import { Reader } from './reader.js';
import { wordsOf } from './words.js';

const NAME = 'statuscraft';

/** Formats that are components of MDX. */
const MDX_FORMATS = ['docusaurus', 'starlight', 'nextra'];

/** The blocks of a site's documents. */
export class Blocks {
  #processor;
  #reader;
  #options;
  #format;
  /** The defaults of the documents, once it is known whether they are MDX. */
  #defaults;

  /**
   * @param {import('unified').Processor} processor The one that reads the documents.
   * @param {import('./index.js').Options} options
   */
  constructor(processor, { format, ...options }) {
    this.#processor = processor;
    this.#reader = new Reader(processor);
    this.#options = options;
    this.#format = format ?? 'markdown';
  }

  /** @param {import('mdast').Code} node */
  isBlock(node) {
    return node.lang === NAME;
  }

  /**
   * What the words of a block request, as nodes that the processor has read.
   *
   * @param {import('mdast').Code} node
   * @param {import('vfile').VFile} file
   * @returns {import('mdast').RootContent[]}
   */
  nodes(node, file) {
    const words = wordsOf(node, file);
    let text;
    try {
      text = block(words, (this.#defaults ??= this.#findDefaults()));
    } catch (error) {
      if (!(error instanceof StatuscraftError)) throw error;
      const reason = error.hint ? `${error.message}\nhint: ${error.hint}` : error.message;
      file.fail(reason, { place: placeOf(error.word, node, file), ruleId: error.kind, source: 'remark-statuscraft', cause: error });
    }
    return this.#reader.read(text, node.position);
  }

  #findDefaults() {
    // Only MDX reads braces as an expression.
    const isMdx = this.#processor.parse('{0}').children[0]?.type === 'mdxFlowExpression';
    const formats = isMdx ? [...MDX_FORMATS, 'markdown'] : ['markdown'];
    const format = !isMdx && MDX_FORMATS.includes(this.#format) ? 'markdown' : this.#format;
    return { ...this.#options, format, formats };
  }
}
