/** What the generator refuses: the message is the one that the program prints, the hint is separate. */
export class StatuscraftError extends Error {
  /**
   * @param {string} kind
   * @param {string} message
   * @param {string | undefined} hint
   */
  constructor(kind, message, hint) {
    super(message);
    this.name = 'StatuscraftError';
    this.kind = kind;
    if (hint) this.hint = hint;
  }
}
