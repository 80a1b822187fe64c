import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { families } from '../guide.ts';

/** The twelve languages of the campaign, each with the family that the peer sets it in: the same file as ours. */
export const fonts: Readonly<Record<string, string>> = {
  ...families,
  fr: families.en,
  ht: families.en,
  'pt-BR': families.en,
};

/** What is made in which languages: a whole campaign, and a short one with as many places for each plate. */
export const shapes = {
  whole: { products: ['pamphlet-trifold', 'handout', 'poster'], tags: Object.keys(fonts) },
  quick: { products: ['pamphlet-trifold'], tags: ['en', 'es', 'hi', 'ar'] },
} as const;

export type Shape = (typeof shapes)[keyof typeof shapes];

/** Of ten languages a place has about seven: of twelve, two places of three have eight, and the third has nine. */
const languagesOf = (place: number, { tags }: Shape) =>
  tags.length === 12 ? (place % 3 === 2 ? 9 : 8) : Math.ceil(tags.length * 0.7);

/** A name of its own, in letters: digits may be taken for a number to call. */
const nameOf = (i: number) =>
  `Riverside Clinic ${[i % 26, Math.floor(i / 26) % 26, Math.floor(i / 676) % 26].map((at) => String.fromCharCode(65 + at)).join('')}`;

/**
 * A campaign of about so many files, as real ones are: places of which each fifth has a name of its own, each in about
 * seven of ten languages, times the products. 10,000 files are 400 places, 12 languages and 3 products.
 */
export function campaignOf(files: number, shape: Shape): string {
  const { products, tags } = shape;
  const folder = mkdtempSync(join(tmpdir(), 'bench-campaign-'));
  const rows: string[] = [];
  for (let i = 0, made = 0; made < files; i++) {
    const spoken = tags.filter((_, at) => (at + i) % tags.length < languagesOf(i, shape));
    made += spoken.length * products.length;
    rows.push(
      `p${String(i).padStart(4, '0')},202-555-${1000 + i},${i % 5 === 4 ? nameOf(i) : ''},${spoken.join(' ')}`,
    );
  }
  writeFileSync(
    join(folder, 'campaign.yaml'),
    `id: bench
guides: [heroin-detox]
products: [${products.join(', ')}]
locales: [${tags.join(', ')}]
purposes: [screen]
places: { file: places.csv }
`,
  );
  writeFileSync(join(folder, 'places.csv'), `id,helpline,name,locales\n${rows.join('\n')}\n`);
  return folder;
}
