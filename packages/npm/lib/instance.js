import { StatuscraftError } from './error.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** An instance of the module. After a trap it is replaced, because its memory may be inconsistent. */
export class Instance {
  #module;
  #exports;

  /**
   * @param {WebAssembly.Module} module
   * @param {WebAssembly.Instance} [instance] One that is there already: browsers limit what may be instantiated synchronously.
   */
  constructor(module, instance) {
    this.#module = module;
    this.#exports = instance?.exports;
  }

  /**
   * The answer to a request.
   *
   * @param {object} request An object, or an array of words.
   * @returns {string}
   */
  answer(request) {
    const bytes = encoder.encode(JSON.stringify(request));
    const exports = (this.#exports ??= new WebAssembly.Instance(this.#module).exports);
    let isError;
    try {
      const place = exports.request(bytes.length);
      new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
      isError = exports.answer() !== 0;
    } catch (trap) {
      this.#exports = undefined;
      const said = trap instanceof WebAssembly.RuntimeError ? textOf(exports) : '';
      throw new Error(`a bug in statuscraft: ${said || trap.message}`, { cause: trap });
    }
    const text = textOf(exports);
    if (!isError) return text;
    const { kind, message, hint, word } = JSON.parse(text);
    throw new StatuscraftError(kind, message, hint ?? undefined, word ?? undefined);
  }
}

function textOf(exports) {
  return decoder.decode(new Uint8Array(exports.memory.buffer, exports.text(), exports.text_length()));
}
