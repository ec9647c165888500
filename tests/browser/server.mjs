// A host of static pages on the loopback interface, as small as they come.
import { createServer } from 'node:http'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
}

// Serves a folder below a path; where there is no file it answers with the folder's 404.html.
export async function serve(folder, below = '/') {
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost')
      if (!pathname.startsWith(below)) throw new Error('not below the path')
      const file = await found(join(folder, normalize(decodeURIComponent(pathname.slice(below.length - 1)))))
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      response.end(await readFile(file))
    } catch {
      const page = await readFile(join(folder, '404.html')).catch(() => '')
      response.writeHead(404, { 'content-type': 'text/html' }).end(page)
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${server.address().port}${below}`,
    close: () => server.close(),
  }
}

async function found(path) {
  return (await stat(path)).isDirectory() ? join(path, 'index.html') : path
}
