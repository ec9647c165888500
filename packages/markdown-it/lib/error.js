/** What is wrong with a block: the message of the generator after the place in the document, and its hint below. */
export class BlockError extends Error {
  /**
   * @param {import('statuscraft').StatuscraftError} cause
   * @param {{ file?: string, line: number, column?: number }} place
   */
  constructor(cause, { file, line, column }) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    super(`${file ? '' : 'line '}${place}: ${cause.message}${cause.hint ? `\nhint: ${cause.hint}` : ''}`, { cause });
    this.name = 'BlockError';
    Object.assign(this, { file, line, column });
  }
}
