/**
 * The text of an answer, or as much of it as is taken. The rest is never asked for, however well it was compressed.
 *
 * @param most bytes
 */
export async function bodyWithin(response: Response, most: number): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = response.body
  if (body === null) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    // Leaving the loop ends the answer.
    if (length >= most) break
  }
  return Buffer.concat(chunks).subarray(0, most).toString()
}
