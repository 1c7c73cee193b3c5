import { create } from 'qrcode'

/** Modules of white around the code that scanners rely on. */
const QUIET_ZONE = 4

/** Draws a QR text as an SVG `data:` image: always black on white, sharp at any size. */
export function qrPicture(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'L' })
  const side = modules.size + 2 * QUIET_ZONE
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`
    }
  }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
