/** The title of a tab, and the input that chooses it. */
const CHOICE = '.vp-code-group input';
const LABEL = '.vp-code-group .tabs label';

/**
 * Keeps the code groups of VitePress in step: a tab that is chosen in one is chosen in every other that has one of the same
 * name.
 *
 * @param {Document} [page]
 */
export function synchronizeTabs(page = globalThis.document) {
  page?.addEventListener('change', ({ target: chosen }) => {
    if (!chosen.matches?.(CHOICE)) return;
    const [label] = chosen.labels;
    const top = label?.getBoundingClientRect().top;
    for (const other of page.querySelectorAll(LABEL)) {
      if (other.textContent === label?.textContent && !other.control.checked) other.control.click();
    }
    // Groups above may have grown or shrunk: what the reader has chosen stays where it was.
    page.defaultView.scrollBy(0, label?.getBoundingClientRect().top - top);
  });
}
