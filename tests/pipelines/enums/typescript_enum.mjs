// Writes a TypeScript enum of the registered status codes, and their phrases, from
// `statuscraft export --what codes`.
import { readFileSync } from 'node:fs'

const lines = readFileSync(0, 'utf8').trim().split('\n')
const codes = lines.map((line) => JSON.parse(line)).filter((code) => code.registration === 'registered')
const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())

console.log('// The registered status codes of HTTP. Generated; do not edit.\n')
console.log('export enum Status {')
for (const { name, code, summary, spec } of codes) {
  console.log(`  /** ${summary} ${spec.document}, section ${spec.section}. */`)
  console.log(`  ${pascal(name)} = ${code},`)
}
console.log('}\n')
console.log('export const phrases: Record<Status, string> = {')
for (const { name, phrase } of codes) console.log(`  [Status.${pascal(name)}]: ${JSON.stringify(phrase)},`)
console.log('}\n')
console.log('export const isClientError = (status: Status): boolean =>')
const client = codes.filter((code) => code.class === '4xx').map((code) => `Status.${pascal(code.name)}`)
console.log(`  [${client.join(', ')}].includes(status)`)
