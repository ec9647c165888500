// Converts the page with Asciidoctor.js and Asciidoctor Tabs, as Antora does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const asciidoctor = require('@asciidoctor/core')()
const tabs = require('@asciidoctor/tabs')

const registry = asciidoctor.Extensions.create()
tabs.register(registry)
const options = { extension_registry: registry, safe: 'safe', standalone: true }
const memory = asciidoctor.MemoryLogger.create()
asciidoctor.LoggerManager.setLogger(memory)
const html = asciidoctor.convert(readFileSync('index.adoc', 'utf8'), options)
const messages = memory.getMessages().map((message) => `${message.getSeverity()}: ${message.getText()}`)
if (messages.length > 0) throw new Error(messages.join('\n'))
mkdirSync('build', { recursive: true })
writeFileSync('build/index.html', html)
