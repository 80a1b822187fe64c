/**
 * What a designer would measure on the pages of the shipped guide, a line a locale: `npx tsx scripts/page-figures.ts
 * [--product pamphlet-trifold] [--paper letter] [locale…]`, all locales where none is named.
 */
import { parseArgs } from 'node:util';
import { loadGuide } from '../src/content/index.ts';
import { PressError } from '../src/diagnostics/index.ts';
import { publicLocales } from '../src/locale/index.ts';
import { defaultJob, formeOf, Press } from '../src/press/index.ts';
import { type Figures, figuresOf } from './page-figures/figures.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    product: { type: 'string', default: 'pamphlet-trifold' },
    paper: { type: 'string', default: 'letter' },
    guide: { type: 'string', default: 'guides/heroin-detox' },
    orientation: { type: 'string' },
  },
});

const guide = loadGuide(values.guide);
const press = new Press();
const round = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1));

function line(tag: string, { rem, air, pages, ...figures }: Figures): string {
  const said = [
    `rem ${rem.toFixed(2)} ${air === undefined ? '' : air.toFixed(2)}`,
    `title ${round(figures.title)}`,
    `bands ${figures.bands.map((band) => band.map(round).join('/')).join(' ')}`,
    `things ${figures.things.map(({ page, top }) => `${page.replace('inside-', '')}:${round(top)}`).join(' ')}`,
    `pictures ${figures.pictures.map(({ page, width, height }) => `${page.replace('inside-', '')}:${Math.round(width)}x${Math.round(height)}`).join(' ')}`,
    `smallest ${round(figures.smallest)}`,
    `full ${pages.map(({ page, share, gap }) => `${page.replace('inside-', '')}:${Math.round(100 * share)}%,${Math.round(gap)}`).join(' ')}`,
    `911 ${figures.emergency.map(round).join('/')}`,
  ];
  return `${tag.padEnd(8)} ${said.join(' | ')}`;
}

for (const locale of positionals.length > 0 ? positionals : publicLocales) {
  try {
    const { product, paper, orientation } = values;
    const plate = press.plate(guide, {
      ...defaultJob,
      product,
      paper,
      locale,
      ...(orientation === undefined ? {} : { orientation: orientation as 'portrait' }),
    });
    const errors = plate.problems.filter(({ severity }) => severity === 'error');
    for (const { code, message } of errors)
      console.log(`${locale.padEnd(8)} ${code} ${message.slice(0, 240)}`);
    console.log(line(locale, figuresOf(formeOf(plate, press as never)!)));
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    console.log(`${locale.padEnd(8)} ${error.message.slice(0, 240)}`);
  }
}
press.close();
