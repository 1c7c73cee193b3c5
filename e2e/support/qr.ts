import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/**
 * Reads the QR in a picture with a decoder that shares nothing with the one that drew it.
 *
 * @throws where there is none to be read
 */
export function decodeQr(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png)
  const found = jsQR(new Uint8ClampedArray(data), width, height)
  if (!found) throw new Error(`no QR in a picture of ${width} × ${height}`)
  return found.data
}
