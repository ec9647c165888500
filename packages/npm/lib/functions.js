/**
 * The functions of the package.
 *
 * @param {import('./instance.js').Instance} instance
 * @returns {import('./load.js').Statuscraft}
 */
export function functionsOf(instance) {
  const ask = (request) => instance.answer(request);
  const list = (what, options) => JSON.parse(ask({ ...given(options), list: what, format: 'json' }));
  return {
    snippet: (code, target, options) => ask({ ...given(options), code, target }),
    explain: (code, options) => ask({ ...given(options), explain: code }),
    compare: (first, second, options) => ask({ ...given(options), compare: [first, second] }),
    search: (words, options) => ask({ ...given(options), search: words }),
    codes: (options) => list('codes', options),
    targets: () => list('targets'),
    formats: () => list('formats'),
    command: (words) => ask(listed(words)),
    block: (line, defaults) => ask({ ...given(defaults), line }),
  };
}

/** The options without those that are `null` or `undefined`, by the names that the program has for them. */
function given(options) {
  const { lineNumbers, ...others } = options ?? {};
  const named = { ...others, line_numbers: lineNumbers };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value != null));
}

/** The words as an array. A string would fall apart into its characters. */
function listed(words) {
  if (typeof words === 'string') {
    throw new TypeError("expected an array of words, such as ['404', 'flask']; `block` takes a line of words");
  }
  return Array.from(words, String);
}
