import { languages } from '../../src/locale/index.ts';
import { Press } from '../../src/press/index.ts';
import { scripts } from '../../src/text/index.ts';
import { type Declaration, textsOf } from './declaration.ts';

/** What a declaration is written in, and whose faces and words it is set with. */
export interface Writing {
  /** ISO 15924, as the table of languages has it: Jpan and Kore, Hans and Hant. */
  readonly script: string;
  /** BCP 47 tag that the texts are marked with: the package's, with the script where that does not follow from it. */
  readonly tag: string;
  /** Locale of the guide; undefined: no row of the table has the script. */
  readonly locale: string | undefined;
}

/** The script that most letters of a text are of. */
function mostOf(text: string): { main: string; counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  for (const script of scripts(text)) counts.set(script, (counts.get(script) ?? 0) + 1);
  counts.delete('Zyyy');
  const [main = 'Zyyy'] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { main, counts };
}

function scriptOf(text: string, bcp47: string): string {
  const { main, counts } = mostOf(text);
  const share = (script: string) => (counts.get(script) ?? 0) / text.length;
  if (share('Hira') + share('Kana') > 0.1) return 'Jpan';
  if (main === 'Hang') return 'Kore';
  if (main !== 'Hani') return main;
  const [traditional, simplified] = [lacking(text, 'zh-Hant'), lacking(text, 'zh-Hans')];
  if (traditional === simplified)
    return new Intl.Locale(bcp47).maximize().script === 'Hant' ? 'Hant' : 'Hans';
  return traditional < simplified ? 'Hant' : 'Hans';
}

/** Its faces tell which writing has which characters. */
const press = new Press();

/** How many different characters of a text the faces of a language lack. */
function lacking(text: string, tag: string): number {
  const { regular } = press.languages.of(tag).families.text;
  return [...new Set(text)].filter((c) => regular.every((face) => face.glyph(c.codePointAt(0)!) === 0))
    .length;
}

/** The writing of a declaration, from its letters and its tag. English has a row, and rules of wording with it: not here. */
export function writingOf(declaration: Declaration): Writing {
  const { bcp47 } = declaration;
  const script = scriptOf(textsOf(declaration).join(' '), bcp47);
  const known = new Intl.Locale(bcp47).maximize();
  const tag = known.script === script ? bcp47 : new Intl.Locale(bcp47, { script }).toString();
  const rows = Object.entries(languages).filter(
    ([name, row]) => row.script === script && row.pseudo === undefined && name !== 'en',
  );
  const own = rows.find(([name]) => name === tag) ?? rows.find(([name]) => name === known.language);
  return { script, tag, locale: (own ?? rows[0])?.[0] };
}
