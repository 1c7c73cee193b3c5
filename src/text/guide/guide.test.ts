import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SUPPORT_CODES } from '../../contract/cause.ts'
import { LANGUAGES } from '../../contract/preferences.ts'
import { textIn } from '../text.ts'
import { GUIDE_ORDER } from './guide-order.ts'
import { guideIn } from './guides.ts'
import { guideMarkdown, PRINTED } from './markdown.ts'

const DOCS = join(import.meta.dirname, '../../../docs')

/** Every sentence below a value; functions are called with what does as a count and as a word. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'function') return sentences(value('3', '6', '14 s'))
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : []
}

describe.each(LANGUAGES)('the guide in %s', (language) => {
  const guide = guideIn(language)

  it('has a sentence everywhere, and no half-open bold', () => {
    for (const sentence of sentences(guide)) {
      expect(sentence.trim()).not.toBe('')
      expect(sentence.split('**').length % 2, sentence).toBe(1)
      expect(sentence).not.toMatch(/empareja|pareament|\bpair|undefined|=>/i)
    }
  })

  it('quotes the screen word for word', () => {
    const onScreen = sentences(textIn(language)).map((sentence) => sentence.replaceAll('**', ''))
    const quoted = sentences(guide).flatMap((sentence) =>
      sentence.split('**').filter((_, at) => at % 2 === 1),
    )
    expect(quoted.length).toBeGreaterThan(50)
    for (const words of quoted) {
      expect(
        onScreen.some((sentence) => sentence.includes(words)),
        words,
      ).toBe(true)
    }
  })

  it('leads only to codes that there are', () => {
    const codes: readonly string[] = Object.values(SUPPORT_CODES)
    for (const code of sentences(guide).flatMap((sentence) => sentence.match(/R-[0-9]+/g) ?? [])) {
      expect(codes).toContain(code)
    }
  })
})

describe.each(PRINTED)('docs/support-guide.%s.md', (language) => {
  const markdown = guideMarkdown(language)

  it('is what the guide says; "npm run unit -- src/text/guide -u" writes it anew', async () => {
    await expect(markdown).toMatchFileSnapshot(join(DOCS, `support-guide.${language}.md`))
  })

  it('has a page for every cause, and a cause for every page', () => {
    const pages = [...markdown.matchAll(/^## (R-[0-9]{2}) /gm)].map(([, code]) => code)
    expect(pages).toEqual(GUIDE_ORDER.map((cause) => SUPPORT_CODES[cause]))
    expect(new Set(pages).size).toBe(Object.keys(SUPPORT_CODES).length)
  })

  it('has links that lead somewhere', () => {
    const anchors = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor)
    const links = [...markdown.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => target)
    expect(links.length).toBeGreaterThan(anchors.length)
    for (const link of links) expect(anchors.map((anchor) => `#${anchor}`)).toContain(link)
  })

  it('has a picture for every cause, and no others', () => {
    const shown = [...markdown.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => String(path))
    expect(shown).toHaveLength(Object.keys(SUPPORT_CODES).length)
    for (const path of shown) expect(existsSync(join(DOCS, path)), path).toBe(true)
    expect(readdirSync(join(DOCS, 'support-guide', language)).toSorted()).toEqual(
      Object.values(SUPPORT_CODES)
        .map((code) => `${code}.png`)
        .toSorted(),
    )
  })
})
