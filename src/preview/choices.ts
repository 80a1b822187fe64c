import type { Guide } from '../content/index.ts';
import { PressError } from '../diagnostics/index.ts';
import type { Purpose } from '../imposition/index.ts';
import { isAt, languageOf, languages, translationFiles } from '../locale/index.ts';
import { type Edition, editions, type Folders, listThemes } from '../press/index.ts';
import { listProducts, loadProduct, type Orientation, type Product, pagesOf } from '../product/index.ts';

/** What a preview may be of: every list is a room's own. */
export interface Choices {
  readonly products: readonly ChosenProduct[];
  readonly locales: readonly {
    readonly tag: string;
    /** In itself. */
    readonly name: string;
    readonly direction: 'ltr' | 'rtl';
    /** The guide's own language, one that it is translated into, or one for developers. */
    readonly state: 'source' | 'translated' | 'untranslated' | 'pseudo';
  }[];
  /** Names of all, each with what it is for. */
  readonly editions: Readonly<Record<string, string>>;
  readonly themes: readonly string[];
  readonly purposes: readonly Purpose[];
}

interface ChosenProduct {
  readonly id: string;
  readonly name: string;
  readonly papers: readonly string[];
  /** The usual one first. */
  readonly orientations: readonly Orientation[];
  readonly editions: readonly Edition[];
  /** Paper is turned by its printer, about one edge or the other. */
  readonly isFolded: boolean;
}

const ways = ['portrait', 'landscape'] as const;

/** What there is to choose, as the folders are now. */
export function choicesOf(guide: Guide | undefined, folders: Folders): Choices {
  return {
    products: listProducts(folders.templates).map((id) => productOf(id, folders)),
    locales: Object.entries(languages).map(([tag, { name, pseudo }]) => ({
      tag,
      name,
      direction: languageOf(tag).direction,
      state: pseudo === undefined ? stateOf(tag, guide, folders) : 'pseudo',
    })),
    editions,
    themes: listThemes(folders.templates).map(([name]) => name),
    purposes: ['screen', 'office'],
  };
}

/** What is wrong with a product is told where it is printed: here it has no papers. */
function productOf(id: string, { templates }: Folders): ChosenProduct {
  try {
    const product = loadProduct(id, templates);
    const { name, papers, editions } = product;
    const usual = pagesOf(product, papers[0]!, undefined).orientation;
    const others = ways.filter((way) => way !== usual && papers.some((paper) => isMade(product, paper, way)));
    const orientations = [usual, ...others];
    return { id, name, papers, orientations, editions, isFolded: product.fold !== undefined };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return { id, name: id, papers: [], orientations: [], editions: [], isFolded: false };
  }
}

function isMade(product: Product, paper: string, way: Orientation): boolean {
  try {
    pagesOf(product, paper, way);
    return true;
  } catch (error) {
    if (error instanceof PressError) return false;
    throw error;
  }
}

function stateOf(tag: string, guide: Guide | undefined, { locales }: Folders) {
  if (guide === undefined) return 'untranslated';
  if (tag === guide.data.locale) return 'source';
  const { root, texts } = translationFiles(tag, guide, locales);
  return isAt(root, texts) ? 'translated' : 'untranslated';
}
