// The official TypeScript client: the same session as client.py, printed in the same way.
import { readFileSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'

const session = JSON.parse(readFileSync(new URL('session.json', import.meta.url)))

// As Python's json.dumps writes it.
const written = (value) => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/([{[]) /g, '$1').replace(/ ([}\]])/g, '$1')

function start(text) {
  const lines = text.replace(/\n+$/, '').split('\n')
  return [...lines.slice(0, 8), ...(lines.length > 8 ? ['[and more]'] : [])].join('\n')
}

async function refused(request) {
  try {
    await request
  } catch (error) {
    return `refused: ${error.message.replace(/^MCP error -?\d+: /, '')}`
  }
  return 'not refused'
}

const client = new Client({ name: 'test', version: '1.0.0' })
await client.connect(new StdioClientTransport({ command: process.argv[2], args: ['mcp'] }))
console.log(`server: ${client.getServerVersion().name}`)
for (const tool of (await client.listTools()).tools) {
  console.log(`tool: ${tool.name}(${Object.keys(tool.inputSchema.properties).join(', ')})`)
}
for (const [name, arguments_] of session.calls) {
  const result = await client.callTool({ name, arguments: arguments_ })
  console.log(`\n> ${name} ${written(arguments_)}${result.isError ? ' (an error)' : ''}`)
  console.log(start(result.content[0].text))
}
for (const name of session.unknown) {
  console.log(`\n> ${name}`)
  console.log(await refused(client.callTool({ name, arguments: {} })))
}
console.log(`\nresources: ${(await client.listResources()).resources.length}`)
for (const template of (await client.listResourceTemplates()).resourceTemplates) {
  console.log(`template: ${template.uriTemplate}`)
}
for (const uri of session.resources) {
  const [contents] = (await client.readResource({ uri })).contents
  console.log(`\n> ${uri} (${contents.mimeType})`)
  console.log(start(contents.text))
}
for (const uri of session.missing) {
  console.log(`\n> ${uri}`)
  console.log(await refused(client.readResource({ uri })))
}
await client.close()
