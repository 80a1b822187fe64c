/** How much of the source texts a reader gives back. */
export interface Measure {
  readonly characters: Share;
  readonly words: Share;
  /** Texts that did not come back whole, each with what was read in its place. */
  readonly faults: readonly { readonly wanted: string; readonly got: string }[];
}

export interface Share {
  readonly found: number;
  readonly all: number;
}

/** Marks that steer direction, joining and collation, and soft hyphens: no letter of any language. */
const invisible = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Scripts that write no spaces between words: a line may end anywhere in them, and no space is meant there. */
const spaceless =
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef\u30fc\u1361\u201c\u201d\u2014\u2026\p{Mn}\p{Mc}]/u;

const clean = (text: string): string => text.replace(invisible, '').normalize('NFC');
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** A text without its white space, and where each of its UTF-16 units stood. */
function compact(text: string): { letters: string; at: number[] } {
  let letters = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++)
    if (!/\s/.test(text[i]!)) {
      letters += text[i];
      at.push(i);
    }
  return { letters, at };
}

/** Length of the longest common subsequence. */
function common<T>(a: readonly T[], b: readonly T[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const item of a) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] = item === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}

/** Words of `wanted` that stand whole and apart in `got`, of which the letters are known to be the same. */
function wholeWords(wanted: string, got: string, at: readonly number[], start: number): number {
  let whole = 0;
  let letter = start;
  const between = (i: number) => (i === 0 ? ' ' : got.slice(at[i - 1]! + 1, at[i]));
  const lineMayEnd = (i: number) =>
    /[-\u2010\u2013/]/.test(got[at[i - 1]!]!) ||
    spaceless.test(got[at[i - 1]!]!) ||
    spaceless.test(got[at[i]!]!);
  for (const word of words(wanted)) {
    let good = letter === start || between(letter) !== '';
    for (let k = 1; k < word.length; k++) {
      const gap = between(letter + k);
      if (gap !== '' && !(/[\n\r]/.test(gap) && lineMayEnd(letter + k))) good = false;
    }
    if (good) whole++;
    letter += word.length;
  }
  return whole;
}

/**
 * Compares what a reader gives with the source texts, invisible marks taken out. A text that comes back letter for
 * letter is looked up where it stands (readers may order blocks as they like); of others the longest common subsequence
 * with what is left counts.
 */
export function measure(texts: readonly string[], reading: string): Measure {
  const got = clean(reading);
  const { letters, at } = compact(got);
  const used = new Uint8Array(letters.length);
  const free = (from: number, length: number) => used.subarray(from, from + length).every((u) => u === 0);
  let [characters, allCharacters, goodWords, allWords] = [0, 0, 0, 0];
  const faults: { wanted: string; got: string }[] = [];
  const missing: string[] = [];
  for (const text of [...texts].map(clean).sort((a, b) => b.length - a.length)) {
    const wanted = compact(text).letters;
    allCharacters += wanted.length;
    allWords += words(text).length;
    let from = letters.indexOf(wanted);
    while (from >= 0 && !free(from, wanted.length)) from = letters.indexOf(wanted, from + 1);
    if (from < 0) {
      missing.push(text);
      continue;
    }
    used.fill(1, from, from + wanted.length);
    characters += wanted.length;
    const whole = wholeWords(text, got, at, from);
    goodWords += whole;
    if (whole < words(text).length)
      faults.push({ wanted: text, got: got.slice(at[from], at[from + wanted.length - 1]! + 1) });
  }
  const rest = [...got].map((character, i) => ({ character, i }));
  const left = new Set(at.filter((_, k) => used[k] === 0));
  const leftText = rest
    .map(({ character, i }) => (/\s/.test(character) || left.has(i) ? character : ' '))
    .join('');
  for (const text of missing) {
    characters += common([...compact(text).letters], [...compact(leftText).letters]);
    goodWords += common(words(text), words(leftText));
    faults.push({ wanted: text, got: leftText.replace(/\s+/g, ' ').trim() });
  }
  return {
    characters: { found: characters, all: allCharacters },
    words: { found: goodWords, all: allWords },
    faults,
  };
}

/**
 * What a search finds: of the words of three letters and more, and of the pairs of words (with their punctuation) on one line, those that stand
 * in the reading as they are, nothing taken out but white space folded.
 */
export function searchable(
  texts: readonly string[],
  reading: string,
): { readonly words: Share; readonly phrases: Share } {
  const got = reading.normalize('NFC').replace(/[ \t\u00a0]+/g, ' ');
  const share = (wanted: readonly string[]): Share => ({
    found: wanted.filter((each) => got.includes(each)).length,
    all: wanted.length,
  });
  const all = texts.map(
    (text) =>
      text
        .replace(/[\u2066-\u2069]/g, '')
        .normalize('NFC')
        .match(/[^\s]+/g) ?? [],
  );
  const letters = all.flat().flatMap((word) => word.match(/\p{L}[\p{L}\p{M}\u200c]{2,}/gu) ?? []);
  const broken = new Set(got.split(/[\r\n]+/).flatMap((line) => [line.trim().split(' ').at(-1)!]));
  return {
    words: share(letters),
    phrases: share(
      all.flatMap((list) =>
        list.slice(1).flatMap((word, i) => (broken.has(list[i]!) ? [] : [`${list[i]} ${word}`])),
      ),
    ),
  };
}
