import { type CauseCode, SUPPORT_CODES } from '../../contract/cause.ts'
import type { Language } from '../../contract/preferences.ts'
import type { Status } from '../../contract/session-view.ts'
import type { Text } from '../es/text.ts'
import { textIn } from '../text.ts'
import type { Guide } from '../guide-shape.ts'
import { GUIDE_ORDER } from './guide-order.ts'
import { guideIn } from './guides.ts'
import { nothingRuns } from './nothing-runs.ts'

/** The languages that the guide is printed in; inside the app it speaks all of them. */
export const PRINTED = ['es', 'en'] as const satisfies readonly Language[]

/** The picture of a code, from the guide's own folder. */
export function pictureOf(cause: CauseCode, language: Language): string {
  return `support-guide/${language}/${SUPPORT_CODES[cause]}.png`
}

/** The guide as a page to print, with what the screen says taken from the dictionary. */
export function guideMarkdown(language: Language): string {
  const guide = guideIn(language)
  const text = textIn(language)
  const { headings } = guide
  const blocks = [
    `# ${guide.title}`,
    guide.intro,
    `## ${headings.codes}`,
    list(
      GUIDE_ORDER.map((cause) => `[${SUPPORT_CODES[cause]}](#${anchorOf(cause)}) ${titleOf(cause, text)}`),
    ),
    `## ${headings.start}`,
    ...guide.topics.flatMap(({ title, lines }) => [`### ${title}`, list(lines.map(linked))]),
    `## ${headings.states}`,
    statesTable(guide, text),
    `## ${headings.warnings}`,
    headings.warningsIntro,
    list(Object.values(text.warnings).map(({ title, body }) => `**${title}.** ${body}`)),
    `## ${headings.blocked}`,
    headings.blockedIntro,
    list(nothingRuns(text).map(({ title, why, next }) => `**${title}.** ${why} ${next}`)),
    ...GUIDE_ORDER.flatMap((cause) => page(cause, language, guide, text)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function page(
  cause: CauseCode,
  language: Language,
  { headings, pages }: Guide,
  text: Text,
): readonly string[] {
  const { say, press, otherwise, escalate } = pages[cause]
  const { title, why, next } = text.causes[cause]
  const code = SUPPORT_CODES[cause]
  return [
    `<a id="${anchorOf(cause)}"></a>`,
    `## ${code} ${title}`,
    `### ${headings.sees}`,
    `![${headings.picture(code)}](${pictureOf(cause, language)})`,
    `> **${title}.** ${why} ${next}`,
    `### ${headings.say}`,
    `> ${linked(say)}`,
    `### ${headings.press}`,
    press.map((step, at) => `${at + 1}. ${linked(step)}`).join('\n'),
    `### ${headings.otherwise}`,
    linked(otherwise),
    `### ${headings.escalate}`,
    linked(escalate),
  ]
}

function statesTable({ headings, states }: Guide, text: Text): string {
  const isStatus = (key: string): key is Status => Object.hasOwn(states, key)
  const rows = Object.keys(states)
    .filter(isStatus)
    .map((status) => {
      const { means, toDo } = states[status]
      return `| **${text.status[status]}** | ${means} | ${toDo} |`
    })
  return [
    `| ${headings.state} | ${headings.means} | ${headings.toDo} |`,
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function titleOf(cause: CauseCode, text: Text): string {
  return text.causes[cause].title
}

function anchorOf(cause: CauseCode): string {
  return SUPPORT_CODES[cause].toLowerCase()
}

/** Codes in a sentence lead to their pages. */
function linked(sentence: string): string {
  return sentence.replace(/R-[0-9]{2}/g, (code) => `[${code}](#${code.toLowerCase()})`)
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}
