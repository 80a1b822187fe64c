import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import { sourceHash } from '../../src/locale/index.ts';
import { defaultJob, type Impression, Press, type Setting } from '../../src/press/index.ts';
import { whole } from '../content/folder.ts';
import { tree } from '../translations/small.ts';

const root = resolve(import.meta.dirname, '../..');

/** A product of one page that shows the number, a text and who answers: it is set and printed in a moment. */
const product = `id: note
name: Note
papers: [letter, a4]
orientations: [portrait, landscape]
pages: [note]
fit: { min: 11.5, max: 14 }
carries: [title, 'sections.*.line', emergency, disclosure]
leaves: [kicker, overview, helplines, opening, sections, closing, sources]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [note], minSize: 14 }
editions: [standard, high-contrast]
`;
const template = `<!doctype html>
<html lang="{{locale.tag}}" dir="{{locale.direction}}">
<head><title>{{plain title}}</title></head>
<body><article class="note"><h1>{{say title}}</h1>
<p class="loud">{{helpline "main"}}</p>
<p><a href="#disclosure">{{word "who"}}</a></p>
{{#each sections}}<h2>{{say line}}</h2>{{/each}}
{{#each emergency}}<p>{{say text}}</p>{{/each}}
<section id="disclosure"><h2>{{say disclosure.heading}}</h2>{{#each disclosure.blocks}}<p>{{say text}}</p>{{/each}}</section>
<p class="imprint"><bdi lang="en" dir="ltr">{{imprint}}</bdi></p>
{{#if (has this "draft")}}<p>{{word "draft"}}</p>{{/if}}
</article></body></html>
`;
const style = `.note { page: note; padding: 40pt; }
.loud { font-size: 24pt; }
.note h2 { font-size: 13pt; }
`;

/** A press with one small product and one small guide, which tests may change. */
export interface Stand {
  readonly folder: string;
  readonly press: Press;
  readonly guide: Guide;
  /** Set and printed: in English where nothing else is said. */
  readonly run: (how?: Partial<Setting & Impression>) => ReturnType<Press['run']>;
  readonly plate: (how?: Partial<Setting>) => ReturnType<Press['plate']>;
  /** Makes a translation of the guide, beside it: of this state, with another word for each. */
  readonly translate: (tag: string, state: Readonly<Record<string, unknown>>, word?: string) => void;
  readonly clear: () => void;
}

/** A text with each word exchanged for another, its marks and what they hold as they are. */
const said = (text: string, word = 'palabra') =>
  text
    .split(/(\[[^\]]*\]\([^)]*\)|<[^>]*>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\p{L}+/gu, word)))
    .join('');

export type Change = readonly [
  file: 'guide.yaml' | 'product.yaml' | 'template.hbs' | 'style.css' | 'theme.css',
  from: string,
  to: string,
];

/** @param changes of the files, each found where it says */
export function openStand(...changes: readonly Change[]): Stand {
  const folder = mkdtempSync(join(tmpdir(), 'stand-'));
  const templates = join(folder, 'templates');
  mkdirSync(join(templates, 'note'), { recursive: true });
  cpSync(whole, join(folder, 'guide'), { recursive: true });
  const files = {
    'guide.yaml': readFileSync(join(whole, 'guide.yaml'), 'utf8'),
    'product.yaml': product,
    'template.hbs': template,
    'style.css': style,
    'theme.css': readFileSync(join(root, 'templates/themes/dawn.css'), 'utf8'),
  };
  for (const [file, from, to] of changes) {
    if (!files[file].includes(from)) throw new Error(`${file} does not hold ${from}`);
    files[file] = files[file].replace(from, () => to);
  }
  mkdirSync(join(templates, 'themes'));
  const places = { 'guide.yaml': 'guide/guide.yaml', 'theme.css': 'templates/themes/own.css' } as const;
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, places[name as keyof typeof places] ?? `templates/note/${name}`), text);
  const press = new Press({ templates: [templates, join(root, 'templates')] });
  const guide = loadGuide(join(folder, 'guide'));
  const job = { ...defaultJob, product: 'note', locale: 'en' };
  return {
    folder,
    press,
    guide,
    run: (how = {}) => press.run(guide, { ...job, ...how }),
    plate: (how = {}) => press.plate(guide, { ...job, ...how }),
    translate(tag, state, word) {
      const at = join(folder, 'guide/locales');
      mkdirSync(at, { recursive: true });
      const texts = [...guide.texts].map(([key, { text }]) => [key, said(text, word)] as const);
      const keys = [...guide.texts].map(([key, { text }]) => [key, sourceHash(text)] as const);
      writeFileSync(join(at, `${tag}.json`), JSON.stringify(tree(Object.fromEntries(texts))));
      writeFileSync(
        join(at, `${tag}.state.json`),
        JSON.stringify({ ...state, keys: Object.fromEntries(keys) }),
      );
    },
    clear() {
      press.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
