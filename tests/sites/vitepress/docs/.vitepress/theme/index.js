import DefaultTheme from 'vitepress/theme'

// A tab that is chosen in one code group is chosen in every other that has one of the same name.
function keepInStep(event) {
  const chosen = event.target
  if (!chosen.matches?.('.vp-code-group input')) return
  const name = chosen.labels[0]?.textContent
  const place = chosen.labels[0]?.getBoundingClientRect().top
  for (const label of document.querySelectorAll('.vp-code-group .tabs label')) {
    if (label.textContent === name && !label.control.checked) label.control.click()
  }
  // Groups above may have grown or shrunk: what the reader clicked stays where it was.
  window.scrollBy(0, chosen.labels[0]?.getBoundingClientRect().top - place)
}

export default {
  extends: DefaultTheme,
  enhanceApp() {
    if (!import.meta.env.SSR) document.addEventListener('change', keepInStep)
  },
}
