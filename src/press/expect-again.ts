import type { Guide } from '../content/index.ts';
import { impose } from '../imposition/index.ts';
import { languageOf, loadLocale } from '../locale/index.ts';
import { loadProduct, pagesOf } from '../product/index.ts';
import type { Expectation } from '../proof/index.ts';
import { imprintOf } from '../template/index.ts';
import { Faces } from '../text/index.ts';
import { expect } from './expectation.ts';
import { type Folders, type Job, settingOf } from './job.ts';
import { wordsOf } from './plate.ts';
import { LanguageSettings } from './settings.ts';
import { tell } from './told.ts';

/**
 * What the file of a job must hold, without printing it: for a file that came back alone. `count` is how many pages it
 * has, where the product has as many as the guide needs.
 * @throws PressError for a guide, locale or product that the job cannot be printed with
 */
export function expectAgain(guide: Guide, job: Job, folders: Folders, count: number): Expectation {
  const product = loadProduct(job.product, folders.templates);
  const locale = loadLocale(job.locale, guide, folders.locales, wordsOf(product, folders));
  const { pages, sides, sheet } = pagesOf(product, job.paper, job.orientation);
  const boxes =
    'flow' in pages
      ? Array.from({ length: count }, (_, index) => ({ name: pages.name(index), ...pages.flow }))
      : pages;
  const blank = boxes.map(({ name, width, height }, index) => ({
    ...{ page: name, index, width, height, bleed: 0 },
    ...{ items: [], links: [], places: [] },
  }));
  const plan =
    sides === undefined ? ({ kind: 'single' } as const) : ({ kind: 'fold', paper: sheet, sides } as const);
  const { direction } = languageOf(locale.tag);
  const imposed = impose(blank, plan, job.purpose, { direction, duplex: job.duplex, ink: [0, 0, 0] });
  const told = tell(guide, locale, product);
  const plate = { guide, setting: settingOf(job), product, locale, imprint: imprintOf(guide, locale), told };
  const faces = new Faces();
  try {
    return expect(plate, job, imposed, new LanguageSettings(faces, folders.fonts).faces(told.languages));
  } finally {
    faces.close();
  }
}
