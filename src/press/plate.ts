import { join } from 'node:path';
import type { Guide } from '../content/index.ts';
import { PressError, type Problem } from '../diagnostics/index.ts';
import { checkDirections, type HtmlDocument } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import type { ImpositionPlan } from '../imposition/index.ts';
import type { PageFragment } from '../layout/index.ts';
import { type Locale, loadLocale, type WordsFolder } from '../locale/index.ts';
import { type DisplayList, type KnownMarks, recheckNumber, type TextItem } from '../paint/index.ts';
import { type Edition, editions, likesOf, type Product, pagesOf } from '../product/index.ts';
import { compileTemplate, imprintOf } from '../template/index.ts';
import { colorProblems, productOf, refuseWithoutEasy } from './edition.ts';
import { type Engraved, engrave } from './engrave.ts';
import type { Equipment } from './equipment.ts';
import { floorOf, quietProblems } from './floors.ts';
import { type Folders, type Setting, settingOf } from './job.ts';
import { logoProblems } from './logo.ts';
import { lineProblems } from './pens.ts';
import { scenesOf } from './scenes.ts';
import type { Engraving } from './set.ts';
import { sparseProblems } from './sparse.ts';
import { refuseFew, refuseWithoutShort, tooLongProblem } from './suits.ts';
import { swappedProblems } from './swapped.ts';
import { type Takes, takers } from './takers.ts';
import { themeOf } from './theme.ts';
import { codeOf, type Told, tell } from './told.ts';
import { unusedFields, unusedTerms } from './unused.ts';

/** What a caller holds of a guide that was set. Frozen; what is printed from it is where nobody can change it. */
export interface Plate {
  readonly setting: Setting;
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
  /** What is wrong with the pages; a plate with an error among them is not printed. */
  readonly problems: readonly Problem[];
}

/**
 * A guide in a setting, laid out and painted: plain data that nothing changes. It is its guide, product, locale and
 * paper; nothing can be printed from it under another name. Never given out: glyphs stand in typed arrays, which cannot
 * be frozen (ECMA-262, SetIntegrityLevel), and a changed glyph is another digit.
 */
export interface Forme extends Plate {
  readonly guide: Guide;
  readonly product: Product;
  readonly locale: Locale;
  readonly document: HtmlDocument;
  readonly pages: readonly DisplayList[];
  /** Where their boxes lie, where the press keeps that. */
  readonly laid?: readonly PageFragment[];
  /** Of what the pages show: those that show another number have most of it too. */
  readonly marks: KnownMarks;
  /** The theme's ink, which fold marks are printed in. */
  readonly ink: Color;
  readonly plan: ImpositionPlan;
  readonly imprint: string;
  /** What every file printed from it must say. */
  readonly told: Told;
  /** Its lines are further apart for what met the digits of its number: those of another may not. */
  readonly isSpreadForNumber?: boolean;
  /** Set where it is one of two languages that face each other: `pair` is the same of both, and of no other. */
  readonly facing?: { readonly place: 'first' | 'second'; readonly pair: object };
}

/**
 * What is given out for a forme, which is hidden in it. Not in a weak map: V8 holds the values of one for as long as its
 * keys are young (`ScavengeVisitor`), and ten thousand formes would grow old.
 */
class GivenPlate implements Plate {
  readonly setting: Setting;
  readonly rem: number;
  readonly problems: readonly Problem[];
  readonly #forme: Forme;
  readonly #press: Equipment;

  constructor(forme: Forme, press: Equipment) {
    const problems = forme.problems.map((p) => Object.freeze({ ...p, place: Object.freeze({ ...p.place }) }));
    this.setting = Object.freeze({ ...forme.setting });
    this.rem = forme.rem;
    this.problems = Object.freeze(problems);
    this.#forme = forme;
    this.#press = press;
    Object.freeze(this);
  }

  static {
    // What is found by way of a plate is its setting, and not this class.
    Reflect.deleteProperty(GivenPlate.prototype, 'constructor');
  }

  static formeOf(plate: object, press: Equipment): Forme | undefined {
    return #forme in plate && plate.#press === press ? plate.#forme : undefined;
  }
}

/** What is given out for a forme. */
export function plateOf(forme: Forme, press: Equipment): Plate {
  return new GivenPlate(forme, press);
}

/** What is printed from a plate; undefined where it was not made by this press. */
export function formeOf(plate: Plate, press: Equipment): Forme | undefined {
  return typeof plate === 'object' && plate !== null ? GivenPlate.formeOf(plate, press) : undefined;
}

/** So far inner pages of a booklet are moved at most, pt: half of the margin that they have at the fold. */
const mostCreep = 12;

const white: Color = [255, 255, 255];

/** Sets a guide. @throws PressError where there can be no pages: a field, template, style or picture that is wrong */
export function makeForme(guide: Guide, wanted: Setting, equipment: Equipment): Forme {
  return setWhole(prepare(guide, wanted, equipment), equipment);
}

function setWhole({ engraving, finish }: Prepared, equipment: Equipment): Forme {
  const [forme] = withRoom(equipment, (each, isSpreadForNumber) => [
    { ...finish(engrave(engraving, each)), isSpreadForNumber },
  ]);
  return forme;
}

/**
 * Sets something; where texts meet, once more with lines further apart: as far as a user's own faces ask for, and a little in
 * those of the press, where a swash of Nastaliq may meet the dots of the next line.
 */
export function withRoom<T extends readonly Forme[]>(
  equipment: Equipment,
  make: (equipment: Equipment, isSpreadForNumber: boolean) => T,
): T {
  const formes = make(equipment, false);
  const { roomy } = equipment.languages;
  const problems = (of: T) => of.flatMap((forme) => forme.problems);
  const meets = problems(formes).some(({ code }) => code === 'TEXT_COVERED' || code === 'HELPLINE_COVERED');
  if (roomy === undefined || !meets) return formes;
  const atNumber = formes.some(({ pages, marks }) => recheckNumber(pages, marks).length > 0);
  const again = make({ ...equipment, languages: roomy, precedents: undefined }, atNumber);
  // What lies over a text of the press's own faces otherwise is told as it is, and not as what it would be with more room.
  const isRight = problems(again).every(({ severity }) => severity !== 'error');
  return isRight || roomy.hasOwn ? again : formes;
}

/** A guide in a setting before it is set, and what becomes of it once it is. */
export interface Prepared {
  readonly product: Product;
  readonly engraving: Engraving;
  readonly finish: (engraved: Engraved) => Forme;
}

/**
 * All that comes before setting.
 * @param isTrial it is set to know whether it fits: nothing is advised
 * @throws PressError for a product, locale, template or theme that is wrong
 */
export function prepare(guide: Guide, wanted: Setting, equipment: Equipment, isTrial = false): Prepared {
  const { folders, watch, stock } = equipment;
  const setting = settingOf(wanted);
  const product = productOf(setting, equipment);
  const edition: Edition = editions[setting.edition];
  const { sheet, orientation, pages, sides, rows, turned, cut, tiles } = pagesOf(
    product,
    setting.paper,
    setting.orientation,
  );
  refuseFew(guide, product, equipment);
  refuseWithoutShort(guide, product, equipment);
  refuseWithoutEasy(guide, setting.edition, edition);
  const likes = likesOf(product, folders.templates, stock);
  const locale = watch('locale', () =>
    loadLocale(setting.locale, guide, folders.locales, wordsFolders([product.id, ...likes], folders), stock),
  );
  const compiled = compileTemplate(product.id, folders.templates, setting.theme, stock, likes);
  const theme = themeOf(compiled, setting.theme, stock);
  const { following } = theme;
  const template = following === undefined ? compiled : { ...compiled, css: [following, ...compiled.css] };
  const { scenes, problems: scenic } = scenesOf(
    guide,
    locale,
    theme,
    equipment,
    edition.kind === 'easy-read',
  );
  const facts = {
    scenes,
    theme: { name: theme.name, band: theme.band },
    product: product.id,
    form: product.form,
    links: product.links,
    discreet: product.discreet,
    edition: setting.edition,
    paper: { name: setting.paper, ...sheet, orientation },
    qr: codeOf(guide, product, setting),
  };
  const takes: Takes = (change) => isTaken(guide, { ...wanted, ...change }, equipment);
  const floor = (item: TextItem) => floorOf(item, guide, product.floors);
  const engraving: Engraving = {
    guide,
    locale,
    template,
    facts,
    scenes,
    edition,
    pages,
    setsFull: template.asksFor('full'),
    setsNear: template.asksFor('near'),
    loud: product.helpline.loud,
    fit: product.fit,
    floor,
    ...(isTrial
      ? {}
      : {
          tooLong: (overflows, sections) =>
            tooLongProblem(overflows, { sections, guide, locale, product, setting, pages, takes }, equipment),
        }),
    bound: product.binding !== undefined,
    ...(product.contents === undefined ? {} : { contents: product.contents }),
  };
  const finish = ({ said, ...engraved }: Engraved): Forme => ({
    guide,
    setting,
    product,
    locale,
    plan:
      cut !== undefined
        ? { kind: 'cut', paper: sheet, ...cut }
        : tiles !== undefined
          ? { kind: 'tiles', ...tiles }
          : product.binding !== undefined
            ? { kind: 'booklet', paper: sheet, leaf: product.binding.leaf, most: mostCreep }
            : sides === undefined
              ? { kind: 'single' }
              : {
                  kind: 'fold',
                  paper: sheet,
                  sides,
                  rows,
                  turned,
                  upright: orientation === 'portrait' ? 'long' : 'short',
                },
    imprint: imprintOf(guide, locale, product.discreet),
    told: watch('expect', () => tell(guide, locale, product)),
    ...engraved,
    // Marks of folds stand on the pages, those of cards beside them.
    ...(edition.dark === true && product.fold !== undefined ? { ink: white } : {}),
    problems: [
      ...product.raised,
      ...theme.problems,
      ...scenic,
      ...colorProblems(edition, setting.edition, engraved.pages),
      ...lineProblems(edition, setting.edition, engraved.pages),
      ...engraved.problems,
      ...checkDirections(engraved.document),
      ...logoProblems(engraved.pages, guide, edition.dark === true),
      // What does not fit lies over what follows.
      ...(engraved.problems.some(({ code }) => code === 'TEXT_OVERFLOW')
        ? []
        : swappedProblems(engraved.pages, guide)),
      ...quietProblems(product, engraved.pages, guide, () =>
        isTrial ? [] : takers(product, setting, { tiled: [], cards: [] }, takes),
      ),
      ...sparseProblems(product, engraved.pages, guide),
      ...unusedFields(guide, product, engraved.document, said),
      ...unusedTerms(guide, locale),
    ],
  });
  return { product, engraving, finish };
}

/** Whether a guide can be set so, and nothing is wrong with its pages. */
function isTaken(guide: Guide, wanted: Setting, equipment: Equipment): boolean {
  try {
    const forme = setWhole(prepare(guide, wanted, equipment, true), equipment);
    return forme.problems.every(({ severity }) => severity !== 'error');
  } catch (error) {
    if (error instanceof PressError) return false;
    throw error;
  }
}

/** Where products may have words of their own. */
function wordsFolders(
  products: readonly string[],
  { templates }: Pick<Folders, 'templates'>,
): readonly WordsFolder[] {
  return products.map((id) => ({ root: templates, path: join(id, 'words') }));
}
