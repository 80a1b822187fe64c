import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { type Guide, loadGuide } from '../src/content/index.ts';
import { sourceHash } from '../src/locale/index.ts';

const root = resolve(import.meta.dirname, '..');
const id = 'heroin-detox';

/**
 * What texts end with besides, no two guides the same: signs that every face has, at most one of them not narrow, for in Urdu
 * the flap has no room for two.
 */
const narrow = ['.', ',', ':', ';', '’', '‘'];
const wide = ['!', '-', '”'];
const endings = [...narrow, ...wide].flatMap((first) =>
  (wide.includes(first) ? narrow : [...narrow, ...wide]).map((second) => first + second),
);

/** Running text, which may end otherwise: no title, no term, nothing that is said of a picture. */
const isRunning = (key: string, text: string) =>
  !/(^|\.)(title|kicker|overview|heading|line|alt|term|caption|call|name)$|^sources/.test(key) &&
  text.length > 12;

/**
 * Guides as the one that ships, in all languages: each paragraph ends as in no other, so that nobody has set it before. 72 at
 * most; they lie in a folder that goes with the process.
 */
export function otherGuides(count: number, languages: readonly string[]): readonly Guide[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-guides-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return Array.from({ length: count }, (_, i) =>
    otherGuide(join(folder, String(i), id), endings[i]!, languages),
  );
}

function otherGuide(folder: string, ending: string, languages: readonly string[]): Guide {
  cpSync(join(root, 'guides', id), folder, { recursive: true });
  const file = join(folder, 'guide.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  visit(document, {
    Pair(_, { key, value }) {
      const isText = isScalar(key) && key.value === 'text' && isScalar(value);
      if (isText && typeof value.value === 'string' && isRunning('text', value.value)) value.value += ending;
    },
  });
  writeFileSync(file, document.toString());
  const guide = loadGuide(folder);
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const keys = Object.fromEntries([...guide.texts].map(([key, { text }]) => [key, sourceHash(text)]));
  for (const tag of languages) {
    if (tag === guide.data.locale) continue;
    const texts: unknown = JSON.parse(readFileSync(join(root, 'locales', tag, `${id}.json`), 'utf8'));
    writeFileSync(
      join(folder, 'locales', `${tag}.json`),
      JSON.stringify(withEnding(texts, '', ending), null, 2),
    );
    const state = { status: 'machine-draft', reviewed: null, keys };
    writeFileSync(join(folder, 'locales', `${tag}.state.json`), JSON.stringify(state));
  }
  return guide;
}

function withEnding(value: unknown, key: string, ending: string): unknown {
  if (typeof value === 'string') return isRunning(key, value) ? value + ending : value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [
      name,
      withEnding(inner, key === '' ? name : `${key}.${name}`, ending),
    ]),
  );
}
