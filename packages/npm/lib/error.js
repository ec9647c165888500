/** What the generator refuses: the message is the one that the program prints, the hint is separate. */
export class StatuscraftError extends Error {
  /**
   * @param {string} kind
   * @param {string} message
   * @param {string} [hint]
   * @param {string} [word]
   */
  constructor(kind, message, hint, word) {
    super(message);
    this.name = 'StatuscraftError';
    this.kind = kind;
    if (hint) this.hint = hint;
    if (word) this.word = word;
  }
}
