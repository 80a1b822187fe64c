import { join, resolve } from 'node:path';
import { type Declaration, declarations, mapTexts, textsOf } from '../scripts/udhr/declaration.ts';
import { guideYaml } from '../scripts/udhr/guide.ts';
import { type Writing, writingOf } from '../scripts/udhr/script-of.ts';
import { fitted, jobOf } from '../scripts/udhr/set.ts';
import { openWorkshop } from '../scripts/udhr/workshop.ts';
import type { Guide } from '../src/content/index.ts';
import { languageOf } from '../src/locale/index.ts';
import { Press } from '../src/press/index.ts';
import { Typst } from './peer.ts';
import { quantile, say } from './rounds.ts';

/**
 * Milliseconds a page by script: the Universal Declaration of Human Rights, in one process, in rounds in which every
 * script and its peer have their turn. Each round appends its number to every paragraph, so that neither we nor Typst
 * have seen a paragraph before.
 *
 *   npx tsx bench/scripts.ts [--quick]
 */
const rounds = process.argv.includes('--quick') ? 3 : 15;
const warmUp = 2;
const root = resolve(import.meta.dirname, '..');

/** A text for each script, and the family that Typst sets it in: the same file as ours. */
const texts: Readonly<Record<string, string>> = {
  spa: 'Atkinson Hyperlegible Next',
  rus: 'Noto Sans',
  ell_monotonic: 'Noto Sans',
  hye: 'Noto Sans Armenian',
  kat: 'Noto Sans Georgian',
  arb: 'Noto Naskh Arabic',
  urd: 'Noto Nastaliq Urdu',
  heb: 'Noto Sans Hebrew',
  hin: 'Noto Sans Devanagari',
  ben: 'Noto Sans Bengali',
  guj: 'Noto Sans Gujarati',
  pan: 'Noto Sans Gurmukhi',
  tam: 'Noto Sans Tamil',
  tel: 'Noto Sans Telugu',
  tha: 'Noto Sans Thai Looped',
  lao: 'Noto Sans Lao',
  khm: 'Noto Sans Khmer',
  mya: 'Noto Sans Myanmar',
  amh: 'Noto Sans Ethiopic',
  cmn_hans: 'Noto Sans SC',
  cmn_hant: 'Noto Sans TC',
  jpn: 'Noto Sans JP',
  kor: 'Noto Sans KR',
};

interface Subject {
  readonly declaration: Declaration;
  readonly writing: Writing;
  readonly family: string;
  readonly pages: number;
  readonly times: { readonly [work in 'typst' | 'unproved' | 'proved']: number[] };
}

const workshop = openWorkshop();
const typst = new Typst([workshop.folders.fonts, join(root, 'packages/cjk')]);
const all = declarations();
const numbered = (declaration: Declaration, number: number) =>
  mapTexts(declaration, (text) => `${text} ${number}`);

const subjects = Object.entries(texts).map(([code, family]): Subject => {
  const found = all.find((each) => each.code === code)!;
  const writing = writingOf(found);
  const { set } = fitted(found, writing, workshop);
  const { pages } = fitted(numbered(set, 1000), writing, workshop);
  return { declaration: set, writing, family, pages, times: { typst: [], unproved: [], proved: [] } };
});

/** Time of the last step of the job in hand. */
let proving = 0;
const press = new Press(workshop.folders, {
  watch(step, work) {
    const start = performance.now();
    const result = work();
    if (step === 'prove') proving = performance.now() - start;
    return result;
  },
});

let serial = 1000;
/** The guide of a text that was never set before. */
function fresh({ declaration, writing }: Subject): Guide {
  return workshop.guide(guideYaml(numbered(declaration, serial++), writing, workshop.shipped));
}

function plain({ declaration, writing, family }: Subject): void {
  const [title = '', ...blocks] = textsOf(numbered(declaration, serial++));
  const { direction } = languageOf(writing.locale!);
  typst.pdf({ language: writing.tag, direction, font: family, title, blocks, number: '800-315-1376' });
}

for (let round = -warmUp; round < rounds; round++)
  for (const subject of subjects) {
    const guide = fresh(subject);
    const works = {
      typst: () => plain(subject),
      proved: () => press.run(guide, jobOf(guide)),
    };
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      work();
      if (round < 0) continue;
      const time = performance.now() - start;
      subject.times[name as keyof typeof works].push(time);
      if (name === 'proved') subject.times.unproved.push(time - proving);
    }
  }

const median = (values: readonly number[]) => quantile(values, 0.5);
const first = subjects[0]!;
const perPage = ({ pages, times }: Subject) => median(times.proved) / pages;
say(`Node ${process.versions.node}; ${rounds} rounds; every paragraph new\n`);
say(
  '| script | text | pages | ms a page, proved | against Latin | ms a page, no proof | no proof, against Typst |',
);
say('|---|---|---|---|---|---|---|');
for (const subject of subjects) {
  const { declaration, writing, pages, times } = subject;
  const bare = median(times.unproved);
  const cells = [
    writing.script,
    declaration.name,
    String(pages),
    perPage(subject).toFixed(1),
    `${(perPage(subject) / perPage(first)).toFixed(2)}×`,
    (bare / pages).toFixed(1),
    `${(bare / median(times.typst)).toFixed(2)}×`,
  ];
  say(`| ${cells.join(' | ')} |`);
}
workshop.clear();
