import { createHash } from 'node:crypto'

interface PageWords {
  readonly language: string
  readonly title: string
  readonly what: string
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f3ef;color:#22252a;font:15px/1.5 system-ui,sans-serif}
main{max-width:24rem;padding:1.5rem;text-align:center}
h1{margin:0 0 .5rem;font-size:1.15rem}
p{margin:0}
@media(prefers-color-scheme:dark){body{background:#15171b;color:#e8e6e1}}`

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page that stands for WhatsApp Web in Enlace's own window: two sentences, no scripts, nothing to fetch. */
export function passkeyPage({ language, title, what }: PageWords): Response {
  const html = `<!doctype html><html lang="${escaped(language)}"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>${STYLE}</style><main role="status"><h1>${escaped(title)}</h1><p>${escaped(what)}</p></main></html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
