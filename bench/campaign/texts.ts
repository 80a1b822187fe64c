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

const products = ['pamphlet-trifold', 'handout', 'poster'] as const;

/**
 * A campaign of about so many files, as real ones are: places of which each fifth has a name of its own, in eight or nine of
 * twelve languages each, times three products.
 */
export function campaignOf(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-campaign-'));
  const tags = Object.keys(fonts);
  const places = Math.max(5, Math.round(files / (products.length * (8 + 1 / 3))));
  const rows = Array.from({ length: places }, (_, i) => {
    const spoken = tags.filter((_, at) => (at + i) % tags.length < (i % 3 === 0 ? 9 : 8));
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
