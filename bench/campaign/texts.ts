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

/**
 * A campaign of about so many files, as real ones are: places of which each fifth has a name of its own, each in about
 * seven of ten languages, times the products.
 */
export function campaignOf(files: number, { products, tags }: (typeof shapes)[keyof typeof shapes]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-campaign-'));
  const each = Math.ceil(tags.length * 0.7);
  const places = Math.max(5, Math.round(files / (products.length * each)));
  const rows = Array.from({ length: places }, (_, i) => {
    const spoken = tags.filter((_, at) => (at + i) % tags.length < each);
    const name =
      i % 5 === 4 ? `Riverside Clinic ${String.fromCharCode(65 + (i % 26))}${'abcdefgh'[i % 8]}` : '';
    return `p${String(i).padStart(4, '0')},202-555-${1000 + i},${name},${spoken.join(' ')}`;
  });
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
