import { join } from 'node:path';
import type { Guide } from '../content/index.ts';
import type { Problem } from '../diagnostics/index.ts';
import type { HtmlDocument } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import type { ImpositionPlan } from '../imposition/index.ts';
import { type Locale, loadLocale, type WordsFolder } from '../locale/index.ts';
import type { DisplayList, TextItem } from '../paint/index.ts';
import { loadProduct, type Product, pagesOf } from '../product/index.ts';
import { compileTemplate, imprintOf } from '../template/index.ts';
import { engrave } from './engrave.ts';
import type { Equipment } from './equipment.ts';
import { floorOf, quietProblems } from './floors.ts';
import { type Folders, type Setting, settingOf } from './job.ts';
import { type Told, tell } from './told.ts';
import { unusedFields, unusedTerms } from './unused.ts';

/**
 * A guide in a setting, laid out and painted: plain data that nothing changes. It is its guide, product, locale and
 * paper; nothing can be printed from it under another name.
 */
export interface Plate {
  readonly guide: Guide;
  readonly setting: Setting;
  readonly product: Product;
  readonly locale: Locale;
  readonly document: HtmlDocument;
  readonly pages: readonly DisplayList[];
  /** The theme's ink, which fold marks are printed in. */
  readonly ink: Color;
  readonly plan: ImpositionPlan;
  readonly imprint: string;
  /** What every file printed from it must say. */
  readonly told: Told;
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
  /** What is wrong with the pages; a plate with an error among them is not printed. */
  readonly problems: readonly Problem[];
}

/** Sets a guide. @throws PressError where there can be no pages: a field, template, style or picture that is wrong */
export function makePlate(guide: Guide, wanted: Setting, equipment: Equipment): Plate {
  const { folders, watch, stock } = equipment;
  const setting = settingOf(wanted);
  const product = loadProduct(setting.product, folders.templates, stock);
  const { sheet, orientation, pages, sides } = pagesOf(product, setting.paper, setting.orientation);
  const locale = watch('locale', () =>
    loadLocale(setting.locale, guide, folders.locales, wordsOf(product, folders)),
  );
  const template = compileTemplate(product.folder, folders.templates, setting.theme, stock);
  const facts = {
    product: product.id,
    edition: setting.edition,
    paper: { name: setting.paper, ...sheet, orientation },
    qr: setting.qr,
  };
  const floor = (item: TextItem) => floorOf(item, guide, product.floors);
  const { said, ...engraved } = engrave(
    { guide, locale, template, facts, pages, fit: product.fit, floor },
    equipment,
  );
  return {
    guide,
    setting,
    product,
    locale,
    plan: sides === undefined ? { kind: 'single' } : { kind: 'fold', paper: sheet, sides },
    imprint: imprintOf(guide, locale),
    told: watch('expect', () => tell(guide, locale, product)),
    ...engraved,
    problems: [
      ...engraved.problems,
      ...quietProblems(product, engraved.pages),
      ...unusedFields(guide, product, engraved.document, said),
      ...unusedTerms(guide, locale),
    ],
  };
}

/** Where a product may have words of its own. */
export function wordsOf({ id }: Product, { templates }: Pick<Folders, 'templates'>): WordsFolder {
  return { root: templates, path: join(id, 'words') };
}
