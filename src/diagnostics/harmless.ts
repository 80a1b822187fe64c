/** Control characters, line and paragraph separators, and what overrides or isolates direction. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text from a file as a terminal may show it, on one line: what would move the cursor, clear the screen or turn the
 * text about is written out (`\u001b`), and white space is a space.
 */
export function harmless(text: string): string {
  return text.replace(steering, (character) =>
    /\s/.test(character) ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
