// What people type or paste into a search, as the pages and the program are asked it.
export const queries = [
  'not found', 'login', 'bad gatway', 'gateway timeout', 'too many requests', 'teapot', 'range', 'moved for good', 'cors', 'video',
  'preflight', 'cache', 'upload', 'maintenance', 'weak etag', 'Cannot GET /foo', 'no healthy upstream', 'DisallowedHost',
  'recv() failed (104: Connection reset by peer)', 'xyzzy redirects', 'upstream request timeout', 'cannot get /', 'redirect',
  'gateway timeout nginx', 'method not allowed', 'file too large', 'Request-URI Too Large', 'client intended to send too large body',
  'connection refused', 'upstream prematurely closed connection', 'unauthorized', 'csrf token missing', 'invalid json',
  'unsupported media type', '502 Bad Gateway nginx', 'HTTP/1.1 429 Too Many Requests', 'http 404', 'forbidden apache', 'moved permanently',
  'payload too large', 'internal server error', 'Request header or cookie too large', 'webdav lock', 'websocket', 'legal',
  'api key wrong', 'rate limit 60 seconds', 'timed out', 'cloudflare', 'basic auth', 'not modified', 'nginx 499', 'precondition',
  'flask redirect', 'im a teapot', 'no content', '418', 'ssl certificate', 'paywall', 'quota exceeded',
]
