/** More came than was allowed for. */
class TooLongError extends Error {
  readonly code = 'too_long';
}

/** The body of a response as text. @throws TooLongError, and stops reading, once it is longer than `most` bytes. */
export async function readAtMost(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > most) throw new TooLongError('The answer is too long.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
