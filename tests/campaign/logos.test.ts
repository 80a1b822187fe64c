import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCampaign, planOf } from '../../src/campaign/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { pngFile } from '../image/png-file.ts';
import { folderWith } from './folder.ts';

const yaml =
  'id: a\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\nplaces: { file: places.csv }\n';

/** What is told of a place with that logo, by code, with where it stands. */
async function toldOf(name: string, logo: string | Uint8Array) {
  const csv = `id,helpline,name,logo\nnorth,202-555-0101,Clinic North,${name}\n`;
  const folder = folderWith({ 'campaign.yaml': yaml, 'places.csv': csv, [name]: logo });
  let problems: readonly Problem[];
  try {
    problems = (await planOf(loadCampaign(folder))).problems;
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    problems = error.problems;
  }
  return problems.map(({ code, severity, place: { line, column } }) => [code, severity, line, column]);
}

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">${inside}</svg>`;
/** All pixels of one gray. */
const gray = (width: number, height: number, value: number) =>
  pngFile({
    width,
    height,
    depth: 8,
    colorType: 0,
    rows: new Uint8Array((width + 1) * height).map((_, i) => (i % (width + 1) === 0 ? 0 : value)),
  });

it('a logo that shows nothing is refused: every file of its place lacked it', async () => {
  const refused = [['PLACE_LOGO_INVALID', 'error', 2, 4]];
  expect(await toldOf('a.svg', drawing(''))).toEqual(refused);
  const transparent = pngFile({ width: 1, height: 1, depth: 8, colorType: 6, rows: new Uint8Array(5) });
  expect(await toldOf('a.png', transparent)).toEqual(refused);
});

it('a logo that is white on white paper is told, and printed: a template may have a dark ground', async () => {
  const told = [['PLACE_LOGO_DOUBTFUL', 'warning', 2, 4]];
  expect(await toldOf('a.svg', drawing('<path d="M0 0H9V9" fill="#fff"/>'))).toEqual(told);
  expect(await toldOf('a.png', gray(8, 8, 255))).toEqual(told);
  expect(await toldOf('a.png', gray(8, 8, 90))).toEqual([]);
});

it('a logo of more pixels than a press keeps is told: each of its files takes seconds', async () => {
  expect(await toldOf('a.png', gray(4000, 3001, 90))).toEqual([['PLACE_LOGO_DOUBTFUL', 'warning', 2, 4]]);
  expect(await toldOf('a.png', gray(4000, 3000, 90))).toEqual([]);
});

it('a photograph that is damaged within is refused with its row, and not at print', async () => {
  const bytes = readFileSync('tests/proof/photographs/baseline.jpg');
  const middle = bytes.length >> 1;
  bytes.fill(0x5a, middle, middle + 200);
  expect(await toldOf('a.jpg', bytes)).toEqual([['PLACE_LOGO_INVALID', 'error', 2, 4]]);
});
