import { once } from 'node:events'
import { createServer } from 'node:http'
import { createGzip } from 'node:zlib'
import { expect, it } from 'vitest'
import { bodyWithin } from './bounded-body.ts'

it('takes of a page without an end, small as it comes over the wire, only as much as was said', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    const zip = createGzip()
    zip.pipe(response)
    const more = () => {
      while (!response.destroyed && zip.write(Buffer.alloc(64 * 1024, 'a')));
    }
    zip.on('drain', more)
    more()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const ended = new Promise((resolve) => server.once('connection', (socket) => socket.once('close', resolve)))
  try {
    const text = await bodyWithin(await fetch(`http://127.0.0.1:${address.port}`), 1_000_000)
    expect(text).toHaveLength(1_000_000)
    // It is not read on behind the back.
    await ended
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

it('takes a short one whole, and none at all', async () => {
  expect(await bodyWithin(new Response('{"client_revision":1}'), 1_000)).toBe('{"client_revision":1}')
  expect(await bodyWithin(new Response(null), 1_000)).toBe('')
})
