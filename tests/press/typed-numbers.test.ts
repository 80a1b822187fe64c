import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import type { DisplayItem } from '../../src/paint/index.ts';
import { defaultJob, formeOf, Press } from '../../src/press/index.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'typed-'));
const templates = join(folder, 'templates');
const sheet = join(templates, 'sheet');
mkdirSync(sheet, { recursive: true });
cpSync(join(root, 'templates/base.css'), join(templates, 'base.css'));
for (const name of ['partials', 'themes'])
  cpSync(join(root, 'templates', name), join(templates, name), { recursive: true });
writeFileSync(
  join(sheet, 'product.yaml'),
  `id: sheet
name: Sheet
papers: [letter]
orientations: [portrait]
pages: [sheet]
fit: { min: 12, max: 12 }
carries: [title, sections.one.b, disclosure]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [sheet], minSize: 14 }
`,
);
writeFileSync(
  join(sheet, 'template.hbs'),
  `<!doctype html>
<html lang="{{locale.tag}}" dir="{{locale.direction}}">
<head><title>{{plain title}}</title></head>
<body><article class="sheet"><h1>{{say title}}</h1>
{{#each sections}}{{#each blocks}}<p>{{say text}}</p>{{/each}}{{/each}}
<section class="disclosure" id="disclosure"><h2>{{say disclosure.heading}}</h2>{{#each disclosure.blocks}}<p>{{say text}}</p>{{/each}}</section>
<p>{{helpline "main"}}</p><p><a href="#disclosure">{{word "who"}}</a></p><p class="imprint"><bdi lang="en" dir="ltr">{{imprint}}</bdi></p>
</article></body></html>
`,
);
writeFileSync(join(sheet, 'style.css'), '.sheet { padding: 40pt; } .sheet p { font-size: 14pt; }\n');
const press = new Press({ templates });
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true, force: true });
});

const numbers = {
  short: { display: '116 123', dial: '116123' },
  plus: { display: '+972-50-234-5678', dial: '+972502345678' },
  long: { display: '888-555-0134', dial: '+18885550134' },
  aid: { display: '112', dial: '112' },
  bracket: { display: '(866) 555-0177', dial: '+18665550177' },
};

function guideIn(locale: string, text: string): string {
  const place = mkdtempSync(join(folder, 'guide-'));
  const declared = Object.entries(numbers).map(
    ([name, { display, dial }]) => `  ${name}: { display: "${display}", dial: "${dial}" }`,
  );
  const words = { ar: 'كلمة', fa: 'واژه', ur: 'لفظ', he: 'מילה', en: 'word' }[locale]!;
  writeFileSync(
    join(place, 'guide.yaml'),
    `id: typed
version: 1.0.0
date: 2026-01-31
locale: ${locale}
country: US
title: ${words}
helplines:
  main: { display: 800-315-1376, dial: "+18003151376", call: ${words}, answers: ${words} }
numbers:
${declared.join('\n')}
sections:
  - id: one
    line: ${words}
    blocks: [{ id: b, kind: paragraph, text: ${JSON.stringify(text)} }]
disclosure:
  version: "1"
  heading: ${words}
  blocks: [{ id: d, kind: paragraph, text: ${words} }]
sources: []
`,
  );
  return place;
}

/** What is seen on a page: each baseline's characters by the places of their glyphs, from left to right. */
function seen(items: readonly DisplayItem[]): string {
  const rows = new Map<number, [x: number, character: string][]>();
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const row = rows.get(Math.round(item.baseline)) ?? [];
    rows.set(Math.round(item.baseline), row);
    for (const { face, glyphs, size, x } of item.runs) {
      let at = item.x + x;
      for (let i = 0; i < glyphs.length; i++) {
        row.push([at, item.paragraph.text[glyphs.clusters[i]!]!]);
        at += (glyphs.advances[i]! * size) / face!.unitsPerEm;
      }
    }
  }
  return [...rows.values()]
    .map((row) =>
      row
        .sort(([a], [b]) => a - b)
        .map(([, c]) => c)
        .join(''),
    )
    .join('\n');
}

const sentences: Readonly<Record<string, (number: string) => string>> = {
  ar: (number) => `اتصل ${number} الآن.`,
  fa: (number) => `با ${number} تماس بگیرید.`,
  ur: (number) => `ابھی ${number} پر کال کریں۔`,
  he: (number) => `חייגו ${number} עכשיו.`,
  en: (number) => `Call ${number} now.`,
};

describe('a number typed in a text', () => {
  const cases = Object.keys(sentences).flatMap((locale) =>
    Object.values(numbers).map(({ display, dial }) => [locale, display, dial] as const),
  );
  it.each(cases)('runs from left to right in %s: %s, as a link and as it stands', (locale, display, dial) => {
    for (const number of [`[${display}](tel:${dial})`, display, `**${display}**`]) {
      const guide = loadGuide(guideIn(locale, sentences[locale]!(number)));
      const plate = formeOf(press.plate(guide, { ...defaultJob, product: 'sheet', locale }), press)!;
      expect(seen(plate.pages[0]!.items).replaceAll('\u00a0', ' ')).toContain(display);
      const links = plate.pages[0]!.links.filter(({ href }) => href === `tel:${dial}`);
      expect(links).toHaveLength(number.startsWith('[') ? 1 : 0);
    }
  });

  it('runs so in a phrase of another direction too', () => {
    const guide = loadGuide(guideIn('en', 'It is [חייגו 888-555-0134 עכשיו](lang:he).'));
    const plate = formeOf(press.plate(guide, { ...defaultJob, product: 'sheet', locale: 'en' }), press)!;
    expect(seen(plate.pages[0]!.items)).toContain('888-555-0134');
  });

  it('would turn round where nothing isolates it', () => {
    const guide = loadGuide(guideIn('ar', 'من 4-6 إلى 16-12-2026'));
    const plate = formeOf(press.plate(guide, { ...defaultJob, product: 'sheet', locale: 'ar' }), press)!;
    expect(seen(plate.pages[0]!.items)).not.toContain('16-12-2026');
  });
});
