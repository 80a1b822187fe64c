/** Characters that take part in no reading: direction marks, joiners, soft hyphens. */
const unseen = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
const unseenOrSpace = /[\s\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/;

/** A text as the eye has it. */
export function shown(text: string): string {
  // Most are one letter or digit.
  if (text.length === 1 && text > ' ' && text < '\x7f') return text;
  return unseenOrSpace.test(text) ? text.replace(unseen, '').replace(/\s/g, ' ') : text;
}
