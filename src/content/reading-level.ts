/** Syllables of an English word: groups of vowels, without a silent ending. */
function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^aeiouylt]ed|[^laeiouy]e)$/, (end) => end[0]!)
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/** Flesch–Kincaid grade of English text. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => /[A-Za-z]/.test(sentence)).length;
  const words = text.match(/[A-Za-z]+(?:['’-][A-Za-z]+)*/g) ?? [];
  if (words.length === 0) return 0;
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (total / words.length) - 15.59;
}
