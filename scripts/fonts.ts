/**
 * Checks `fonts/manifest.json` against the files, or makes it anew with `--write`.
 *
 *   npx tsx scripts/fonts.ts [--write]
 *
 * The files are the static Regular and Bold of the npm packages `@expo-google-fonts/<folder>` (`npm pack`, then
 * `400Regular/*.ttf`, `700Bold/*.ttf` and `LICENSE_FONT` as `OFL.txt`); the packages are no dependencies.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFont } from '../src/text/index.ts';

interface Entry {
  /** Relative to `fonts/`. */
  readonly path: string;
  readonly family: string;
  readonly weight: number;
  readonly sha256: string;
  /** From the name table. */
  readonly version: string;
  readonly license: string;
  /** ISO 15924 codes of the scripts that the face is used for. */
  readonly scripts: readonly string[];
}

/** The scripts that a family is used for. */
const families: Record<string, readonly string[]> = {
  'atkinson-hyperlegible-next': ['Latn'],
  'noto-naskh-arabic': ['Arab'],
  'noto-sans': ['Latn', 'Grek', 'Cyrl'],
  'noto-sans-arabic': ['Arab'],
  'noto-nastaliq-urdu': ['Arab'],
  'noto-sans-armenian': ['Armn'],
  'noto-sans-bengali': ['Beng'],
  'noto-sans-devanagari': ['Deva'],
  'noto-sans-ethiopic': ['Ethi'],
  'noto-sans-georgian': ['Geor'],
  'noto-sans-gujarati': ['Gujr'],
  'noto-sans-gurmukhi': ['Guru'],
  'noto-sans-hebrew': ['Hebr'],
  'noto-sans-khmer': ['Khmr'],
  'noto-sans-lao': ['Laoo'],
  'noto-sans-myanmar': ['Mymr'],
  'noto-sans-tamil': ['Taml'],
  'noto-sans-telugu': ['Telu'],
  'noto-sans-thai-looped': ['Thai'],
  vazirmatn: ['Arab'],
};

const folder = join(import.meta.dirname, '..', 'fonts');
const manifest = join(folder, 'manifest.json');

function entriesOf(family: string): Entry[] {
  const scripts = families[family];
  if (scripts === undefined) throw new Error(`fonts/${family} is not in the table of scripts/fonts.ts`);
  const license = `${family}/OFL.txt`;
  if (!existsSync(join(folder, license))) throw new Error(`fonts/${license} is missing`);
  const files = readdirSync(join(folder, family)).filter((name) => name.endsWith('.ttf'));
  return files.sort().map((name) => {
    const bytes = readFileSync(join(folder, family, name));
    const font = readFont(bytes);
    return {
      path: `${family}/${name}`,
      family: font.family,
      weight: font.weight,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      version: font.version,
      license,
      scripts,
    };
  });
}

const entries = Object.keys(families).sort().flatMap(entriesOf);
const text = `${JSON.stringify({ fonts: entries }, undefined, 2)}\n`;
if (process.argv.includes('--write')) writeFileSync(manifest, text);
else if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== text) {
  console.error('fonts/manifest.json does not agree with the files. Run: npx tsx scripts/fonts.ts --write');
  process.exitCode = 1;
}
