// Every check, and where it is run: on pages from a folder, from a host's root, and below a path of a host.
import accessible from './checks/axe.mjs'
import copy from './checks/copy.mjs'
import data from './checks/data.mjs'
import filter from './checks/filter.mjs'
import focus from './checks/focus.mjs'
import large from './checks/large.mjs'
import links from './checks/links.mjs'
import markup from './checks/markup.mjs'
import missing from './checks/missing.mjs'
import narrow from './checks/narrow.mjs'
import paint from './checks/paint.mjs'
import phones from './checks/phones.mjs'
import playground from './checks/playground.mjs'
import print from './checks/print.mjs'
import quiet from './checks/quiet.mjs'
import search from './checks/search.mjs'
import sizes from './checks/sizes.mjs'
import tables from './checks/tables.mjs'
import tabs from './checks/tabs.mjs'
import targets from './checks/targets.mjs'
import theme from './checks/theme.mjs'

const everywhere = ['folder', 'host', 'path']

export const checks = {
  links: { run: links, at: ['folder', 'path'] },
  sizes: { run: sizes, at: ['folder', 'path'] },
  data: { run: data, at: ['folder', 'path'] },
  quiet: { run: quiet, at: everywhere },
  search: { run: search, at: everywhere },
  tabs: { run: tabs, at: everywhere },
  copy: { run: copy, at: everywhere },
  playground: { run: playground, at: everywhere },
  theme: { run: theme, at: ['folder', 'path'] },
  missing: { run: missing, at: ['path'] },
  paint: { run: paint, at: ['path'] },
  print: { run: print, at: ['path'] },
  large: { run: large, at: ['path'] },
  narrow: { run: narrow, at: ['path'] },
  tables: { run: tables, at: ['path'] },
  targets: { run: targets, at: ['path'] },
  phones: { run: phones, at: ['path'] },
  filter: { run: filter, at: ['folder', 'path'] },
  focus: { run: focus, at: ['path'] },
  accessible: { run: accessible, at: ['path'] },
  markup: { run: markup, at: ['path'] },
}
