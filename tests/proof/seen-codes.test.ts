/** Codes in drawings are read as they are seen: through gradients, masks, clips, opacity, groups, dashes and the ends of lines. */
import { describe, expect, it } from 'vitest';
import { decodePicture, type VectorPicture } from '../../src/image/index.ts';
import { prove } from '../../src/proof/index.ts';
import { drawingFile } from './drawing-file.ts';
import { modulesOf } from './drawn-codes.ts';
import { expectation } from './leaflet.ts';

const other = 'tel:+18005550177';
const modules = modulesOf(other);
const n = modules.length;

/** What is drawn for each dark module, or each light one. */
const each = (draw: (column: number, row: number) => string, dark = true) =>
  modules.flatMap((row, r) => row.flatMap((is, c) => (is === dark ? [draw(c, r)] : []))).join('');
const square = (c: number, r: number) => `M${c} ${r}h1v1h-1z`;
const path = each(square);
const paper = `<path fill="#fff" d="M0 0h${n}v${n}h-${n}z"/>`;
const rows = (draw: (row: readonly boolean[], r: number) => string) => modules.map(draw).join('');
/** Runs of one kind of modules, the first of them light. */
const runsOf = (row: readonly boolean[]) =>
  row
    .map((is) => (is ? 'd' : '-'))
    .join('')
    .match(/^-*|d+|-+/g)!
    .filter((run, i) => i === 0 || run !== '')
    .map((run) => run.length);
/** A dash, then a gap, and so on; at last a gap as long as all. */
const dashes = (runs: readonly number[]) => [...runs, ...(runs.length % 2 > 0 ? [n] : [0, n])].join(' ');
const gradients = (stop: (dark: boolean) => string) =>
  `<defs>${rows((row, r) => `<linearGradient id="g${r}" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="${n}" y2="0">${row.map((dark, c) => `<stop offset="${c / n}" ${stop(dark)}/><stop offset="${(c + 1) / n}" ${stop(dark)}/>`).join('')}</linearGradient>`)}</defs>`;
const bars = rows((_, r) => `<rect y="${r}" width="${n}" height="1" fill="url(#g${r})"/>`);
/** A white cover of many corners, which a clip leaves nothing of but a hook along two edges. */
const cover = `M0 0H${n}V${n}${Array.from({ length: n * 9 }, (_, i) => `L${n - (i + 1) / 9} ${n}`).join('')}z`;

const drawings: Readonly<Record<string, string>> = {
  'steps of gradients': `${gradients((dark) => `stop-color="${dark ? '#123' : '#fff'}"`)}${bars}`,
  'steps of how opaque gradients are': `${gradients((dark) => `stop-opacity="${dark ? 1 : 0}"`)}${paper}${bars}`,
  'gradients of two stops': `<defs><linearGradient id="a"><stop offset=".5"/><stop offset=".5" stop-color="#fff"/></linearGradient><linearGradient id="b"><stop offset=".5" stop-color="#fff"/><stop offset=".5"/></linearGradient></defs>${paper}${rows((row, r) => row.map((dark, c) => (c % 2 > 0 || (!dark && row[c + 1] !== true) ? '' : `<rect x="${c}" y="${r}" width="2" height="1" fill="${dark && row[c + 1] === true ? '#000' : dark ? 'url(#a)' : 'url(#b)'}"/>`)).join(''))}`,
  'circles of radial gradients': `<defs>${each((c, r) => `<radialGradient id="r${c}-${r}" gradientUnits="userSpaceOnUse" cx="${c + 0.5}" cy="${r + 0.5}" r="3"><stop offset=".2"/><stop offset=".2" stop-opacity="0"/></radialGradient>`)}</defs>${paper}${each((c, r) => `<rect x="${c - 1}" y="${r - 1}" width="3" height="3" fill="url(#r${c}-${r})"/>`)}`,
  'lines of gradients': `${gradients((dark) => `stop-color="${dark ? '#000' : '#fff'}"`)}${rows((_, r) => `<path d="M0 ${r + 0.5}H${n}.01" stroke="url(#g${r})"/>`)}`,
  'many faint layers': `${paper}${`<path fill-opacity=".02" d="${path}"/>`.repeat(12)}`,
  'a faint group that is dark and light in itself': `<g opacity=".08"><path d="M0 0h${n}v${n}h-${n}z"/><path fill="#fff" d="${each(square, false)}"/></g>`,
  'groups in groups': `${paper}${'<g opacity=".8"><path fill="#fff" d="M0 0h1v1z"/>'.repeat(4)}<path d="${path}"/>${'</g>'.repeat(4)}`,
  dashes: `${paper}<g stroke="#000">${rows((row, r) => {
    const [first, ...rest] = runsOf(row);
    return rest.length === 0
      ? ''
      : `<path d="M${first} ${r + 0.5}H${n}" stroke-dasharray="${dashes(rest)}"/>`;
  })}</g>`,
  'dashes that begin elsewhere': `${paper}<g stroke="#000">${rows((row, r) => {
    const [first, ...rest] = runsOf(row);
    return rest.length === 0
      ? ''
      : `<path d="M0 ${r + 0.5}H${n}" stroke-dasharray="${dashes(rest)}" stroke-dashoffset="${-first!}"/>`;
  })}</g>`,
  'dashes of lines that are stretched': `${paper}<g stroke="#000" stroke-width="4" transform="scale(1 .25)">${rows(
    (row, r) => {
      const [first, ...rest] = runsOf(row);
      return rest.length === 0
        ? ''
        : `<path d="M${first} ${4 * r + 2}H${n}" stroke-dasharray="${dashes(rest)}"/>`;
    },
  )}</g>`,
  'round ends of lines': `${paper}<g stroke="#000" stroke-width=".99" stroke-linecap="round">${each((c, r) => `<path d="M${c + 0.5} ${r + 0.5}h.001"/>`)}</g>`,
  'round points': `${paper}<g stroke="#000" stroke-linecap="round">${each((c, r) => `<path d="M${c + 0.5} ${r + 0.5}h0"/>`)}</g>`,
  'square ends of lines': `${paper}<g stroke="#000" stroke-linecap="square">${each((c, r) => `<path d="M${c + 0.5} ${r + 0.5}h.001"/>`)}</g>`,
  'a cover that is clipped away': `<defs><clipPath id="c"><path d="M0 0H${n}V1H1V${n}H0z"/></clipPath></defs>${paper}<path d="${path}"/><path clip-path="url(#c)" fill="#fff" d="${cover}"/>`,
  'what two clips leave': `<defs><clipPath id="a"><path d="${path}"/></clipPath><clipPath id="b"><path clip-rule="evenodd" d="M-1 -1h${n + 2}v${n + 2}h-${n + 2}zM-.5 -.5h.2v.2h-.2z"/></clipPath></defs>${paper}<g clip-path="url(#b)"><path clip-path="url(#a)" d="M0 0h${n}v${n}h-${n}z"/></g>`,
};

const found = (body: string) => {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} ${n}">${body}</svg>`;
  const picture = decodePicture(Buffer.from(text), 'a.svg') as VectorPicture;
  return prove(drawingFile(picture, 2), expectation).checks.find(({ code }) => code === 'QR_WRONG')!;
};

describe('a code is found that is drawn as', () => {
  it.each(Object.entries(drawings))('%s', (_, body) => {
    expect(found(body).detail).toContain(`"${other}"`);
  });
});

describe('no code is found', () => {
  it.each([
    ['that is covered', `${paper}<path d="${path}"/><path fill="#fff" d="${cover}"/>`],
    ['in a group of nothing', `${paper}<g opacity=".001"><path d="${path}"/><path d="M0 0h1v1z"/></g>`],
    [
      'that is clipped away',
      `<defs><clipPath id="c"><path d="M0 0H${n}V1H1V${n}H0z"/></clipPath></defs>${paper}<path clip-path="url(#c)" d="${path}"/>`,
    ],
    [
      'in a gradient of one colour',
      `<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#fffffe"/></linearGradient></defs>${paper}<path fill="url(#g)" d="${path}"/>`,
    ],
  ])('%s', (_, body) => {
    expect(found(body).status).toBe('passed');
  });
});
