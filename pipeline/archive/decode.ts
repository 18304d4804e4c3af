/**
 * The text of a raw file. What is not valid UTF-8 is GB18030, the other encoding these archives come in: no Chinese text of
 * more than a few characters is valid in both. A byte order mark is dropped; a character cut at the end is not held against it.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: true });
  }
}
