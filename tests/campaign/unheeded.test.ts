import { expect, it } from 'vitest';
import { loadCampaign, planOf } from '../../src/campaign/index.ts';
import { folderWith } from './folder.ts';

/** Where warnings of filters are told: the entry, and how it is said. */
async function told(filters: string): Promise<string[]> {
  const folder = folderWith({
    'campaign.yaml': `id: a
guides: [heroin-detox]
products: [poster, pamphlet-trifold]
locales: [en, es]
places: { file: places.csv }
${filters}
`,
    'places.csv':
      'id,helpline,Region,locales\nnorth,202-555-0101,North,en\nsouth,202-555-0102,South,\nwest,202-555-0103,West,\n',
  });
  const { problems } = await planOf(loadCampaign(folder));
  return problems.map(({ code, message, place: { key } }) => `${code} ${key} ${/no file/.test(message)}`);
}

it.each([
  ['except: [{ place: north, columns: { Region: South } }]', 'except.0'],
  ['except: [{ place: south }, { place: north, locale: es }]', 'except.1'],
  ['only: [{ locale: en }, { place: north, locale: es }]', 'only.1'],
  [
    'quantities: [{ product: poster, copies: 2 }, { product: poster, place: north, copies: 9 }]',
    'quantities.1',
  ],
  ['except: [{ locale: es }]\nquantities: [{ locale: es, copies: 2 }]', 'quantities.0'],
])('an entry that fits no file, though each of its values is there, is told: %s', async (filters, at) => {
  expect(await told(filters)).toEqual([`CAMPAIGN_INVALID ${at} true`]);
});

it.each([
  'except: [{ place: south, locale: en }, { columns: { Region: [West] } }]',
  'only: [{ product: poster }, { product: poster, locale: es }]',
  'quantities: [{ product: poster, place: north, copies: 9 }, { product: poster, copies: 2 }, { copies: 5 }]',
  'quantities: [{ product: [poster, pamphlet-trifold], copies: 9 }, { copies: 5 }]',
])('one that fits some is not: %s', async (filters) => {
  expect(await told(filters)).toEqual([]);
});

it('one whose value no place has is told once, as that', async () => {
  expect(await told('except: [{ columns: { Region: [Nort] } }]')).toEqual([
    'CAMPAIGN_INVALID except.0.columns.Region false',
  ]);
});

/** Ids of the places that are told to get nothing. */
async function unserved(filters: string): Promise<string[]> {
  const folder = folderWith({
    'campaign.yaml': `id: a\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en, es]\nplaces: { file: places.csv }\n${filters}\n`,
    'places.csv': 'id,helpline,Region,locales\nnorth,202-555-0101,North,en\nsouth,202-555-0102,South,es\n',
  });
  const { problems } = await planOf(loadCampaign(folder));
  return problems.map(
    ({ code, message, place: { line } }) => `${code} ${line} ${/"(.*)"/.exec(message)?.[1]}`,
  );
}

it('a place of which no file is made is told at its row, unless it is left out as a place', async () => {
  expect(await unserved('except: [{ locale: es }]')).toEqual(['CAMPAIGN_EMPTY 3 south']);
  expect(await unserved('only: [{ locale: en }]')).toEqual(['CAMPAIGN_EMPTY 3 south']);
  expect(await unserved('except: [{ place: south, locale: es }]')).toEqual(['CAMPAIGN_EMPTY 3 south']);
  expect(await unserved('except: [{ place: south }]')).toEqual([]);
  expect(await unserved('except: [{ columns: { Region: South } }]')).toEqual([]);
  expect(await unserved('only: [{ columns: { Region: North } }]')).toEqual([]);
  expect(await unserved('only: [{ place: north, locale: en }]')).toEqual([]);
  expect(await unserved('')).toEqual([]);
});
