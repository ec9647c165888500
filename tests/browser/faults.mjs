// Faults, each with the check that must find it and what that must say. They are made in the copy of a
// site: in `file`, `from` becomes `to`; `sorts` are the sorts of page that are looked at.
const code = 'codes/404.html'
const script = 'static/script.js'
const style = 'static/style.css'

export const faults = [
  { name: 'a link to no page', check: 'links', file: code, from: 'href="410.html"', to: 'href="999.html"', message: /999\.html leads nowhere/ },
  { name: 'a link to no place', check: 'links', file: code, from: 'id="meaning"', to: 'id="sense"', message: /#meaning: no such place/ },
  { name: 'a large page', check: 'sizes', file: code, from: '</main>', to: `${'<p>word</p>'.repeat(5000)}</main>`, message: /404\.html: \d+ bytes/ },
  { name: 'a script that is waited for', check: 'sizes', file: code, from: 'script.js" defer', to: 'script.js"', message: /not deferred/ },
  { name: 'broken JSON', check: 'data', file: 'codes/404.json', from: /}\s*$/, to: '', message: /404\.json is JSON/ },
  { name: 'a feed that is no XML', check: 'data', file: 'feed.xml', from: '</title>', to: '', message: /feed\.xml is well-formed/ },
  { name: 'JSON-LD without questions', check: 'data', file: code, from: '"FAQPage"', to: '"Page"', message: /has a FAQPage/ },
  { name: 'a page without Open Graph', check: 'data', file: code, from: 'og:title', to: 'og:name', message: /404\.html: no og:title/ },
  { name: 'a sitemap that lacks a page', check: 'data', file: 'sitemap.xml', from: /<url><loc>[^<]*\/404\.html<\/loc><\/url>/, to: '', message: /the sitemap's/ },
  { name: 'an error in the console', check: 'quiet', file: script, from: '"use strict";', to: 'console.error("a fault");', message: /says error: a fault/ },
  { name: 'an exception', check: 'quiet', file: script, from: '"use strict";', to: 'setTimeout(() => nothing());', message: /nothing is not defined/ },
  { name: 'a request to another host', check: 'quiet', file: code, from: /img-src 'self'(.*)/s, to: 'img-src *$1<img src="http://localhost:9/dot.png" alt="">', message: /asks http:\/\/localhost:9/ },
  { name: 'a search that ranks badly', check: 'search', file: 'static/search.js', from: 'other.score - one.score', to: 'one.score - other.score', message: /finds 429 first/, sorts: ['home'] },
  { name: 'a search without arrows', check: 'search', file: script, from: 'ArrowDown: 1', to: 'PageDown: 1', message: /ArrowDown leads/, sorts: ['home'] },
  { name: 'a choice that is forgotten', check: 'tabs', file: script, from: 'remember(group', to: 'void (group', message: /after a reload/ },
  { name: 'tabs that need a script', check: 'tabs', file: style, from: '.tabs input:checked + label + .panel {', to: '.none {', message: /without a script, .* is shown|shows it alone/ },
  { name: 'a copy that loses the last line break', check: 'copy', file: script, from: 'writeText(code.textContent)', to: 'writeText(code.textContent.trim())', message: /instead of "\\n"/ },
  { name: 'a copy of something else', check: 'copy', file: code, from: '__name__', to: '__main__', message: /the copy of flask/ },
  { name: 'a switch without effect', check: 'theme', file: style, from: '[data-theme="dark"] {', to: '.none {', message: /the switch makes it dark/ },
  { name: 'a flash of light before the dark', check: 'theme', file: 'codes/429.html', from: /<script>try.*?<\/script>/, to: '', message: /before the script is there/ },
  { name: 'one colour for all', check: 'theme', file: style, from: '--ground: light-dark(#fbfaf7, #131419)', to: '--ground: #fbfaf7', message: /code: dark where the system is dark/ },
  { name: 'a missing page that looks for files beside it', check: 'missing', file: '404.html', from: '/docs/http/static/style.css', to: 'static/style.css', message: /has its stylesheet/ },
  { name: 'a paint that waits', check: 'paint', file: code, from: 'script.js" defer', to: 'script.js"', message: /is painted while its scripts are held/ },
  { name: 'examples that are not printed', check: 'print', file: style, from: '.panel, .print { display: block }', to: '', message: /hidden on paper/ },
  { name: 'a page wider than a phone', check: 'narrow', file: style, from: 'main, .end {', to: 'main, .end { min-width: 24rem;', message: /code: \d+ px wide/ },
  { name: 'a line wider than a phone', check: 'phones', file: code, from: '<article>', to: `<article><pre>${'wide '.repeat(30)}</pre>`, message: /404\.html, flask: \d+ px wide/ },
  { name: 'a filter that shows everything', check: 'filter', file: script, from: 'entry.hidden = !words.every', to: 'entry.hidden = false && !words.every', message: /shows/ },
  { name: 'small buttons', check: 'narrow', file: style, from: 'padding: .3rem .7rem', to: 'padding: 0', message: /of button are smaller/ },
  { name: 'a focus that can not be seen', check: 'focus', file: style, from: 'outline: 3px solid', to: 'outline: 0 solid', message: /the focus can't be seen on <a/ },
  { name: 'a link that Tab passes by', check: 'focus', file: code, from: 'class="brand"', to: 'class="brand" tabindex="-1"', message: /Tab reaches/ },
  { name: 'a link that skips unseen', check: 'focus', file: style, from: '.skip:focus { top: 0 }', to: '', message: /in sight/ },
  { name: 'grey on white', check: 'accessible', file: style, from: '--soft: light-dark(#5a5b63', to: '--soft: light-dark(#b5b6bb', message: /color-contrast/ },
  { name: 'a page without a language', check: 'accessible', file: code, from: '<html lang="en"', to: '<html', message: /html-has-lang/ },
  { name: 'an id twice', check: 'markup', file: code, from: 'id="causes"', to: 'id="meaning"', message: /404\.html:\d+:\d+: Duplicate ID/ },
]
