/**
 * Pseudo-locales show a developer, before any translation is there, what a layout does with longer text, other letters and
 * the other direction. They are made from the source as it is loaded; nobody translates them, and nothing of theirs is
 * handed out.
 */

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'aàbƀcçdđeéfƒgğhĥiíjĵkķlļmɱnñoöpþqɋrřsštŧuûvṽwŵxẋyýzž',
    ...'AÀBƁCÇDĐEÉFƑGĞHĤIÍJĴKĶLĻMḾNÑOÖPÞQɊRŘSŠTŦUÛVṼWŴXẊYÝZŽ',
  ].flatMap((letter, i, all) => (i % 2 === 0 ? [[letter, all[i + 1]!]] : [])),
);

/** What must stay as it is: values, targets of links and languages, helplines. */
const kept = /(\{\{[^}]*\}\}|\]\([^)]*\)|<[^>]*>)/;

/** How much longer, as a part of the source's letters. */
const growth = 0.35;

/** A text with accents on its letters, and longer by about 35 %: every third letter or so twice. */
export function longer(text: string): string {
  let owed = 0;
  return text
    .split(kept)
    .map((piece, i) => {
      if (i % 2 === 1) return piece;
      let out = '';
      for (const letter of piece) {
        out += accented[letter] ?? letter;
        if (!/\p{L}/u.test(letter)) continue;
        owed += growth;
        if (owed < 1) continue;
        owed--;
        out += accented[letter] ?? letter;
      }
      return out;
    })
    .join('');
}
