/** A text in which nothing is a mark. */
export function escapeInlineText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
