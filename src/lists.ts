import { netted } from './diagnostics/index.ts';
import { languages, publicLocales } from './locale/index.ts';
import {
  type Folders,
  overShipped,
  shippedFolders,
  shippedGuides,
  listThemes as themesIn,
} from './press/index.ts';
import { allPapers, loadProduct, listProducts as productsIn } from './product/index.ts';

/** A thing to choose, by its name. */
export interface Listed {
  readonly name: string;
  /** What it is, for people. */
  readonly about: string;
}

/** Products of the shipped templates, or of own ones over them. @throws PressError FILE_NOT_FOUND, PRODUCT_INVALID */
export function listProducts(folders: Partial<Folders> = {}): Listed[] {
  const { templates } = overShipped(folders);
  return netted(() =>
    productsIn(templates).map((name) => ({ name, about: loadProduct(name, templates).name })),
  );
}

/** Languages that can be printed, each with its own name for itself. */
export function listLocales(): Listed[] {
  return publicLocales.map((name) => ({ name, about: languages[name]!.name }));
}

/** Papers with their sizes in points (1/72 inch), those that own products add among them. */
export function listPapers(
  folders: Partial<Folders> = {},
): (Listed & { readonly width: number; readonly height: number })[] {
  const { templates } = overShipped(folders);
  return netted(() =>
    Object.entries(allPapers(templates)).map(([name, { width, height }]) => ({
      name,
      about: `${width.toFixed(0)} × ${height.toFixed(0)} pt`,
      width,
      height,
    })),
  );
}

/** Themes of the templates. @throws PressError FILE_NOT_FOUND */
export function listThemes(folders: Partial<Folders> = {}): Listed[] {
  const { templates } = overShipped(folders);
  return netted(() => themesIn(templates).map(([name, about]) => ({ name, about })));
}

/** Folder of the templates that ship, to look at or to copy from: own ones lie over them by themselves. */
export function templatesFolder(): string {
  return shippedFolders().templates;
}

/** Folder of the guides that ship, each in a folder of its name: `loadGuide(join(guidesFolder(), 'heroin-detox'))`. */
export function guidesFolder(): string {
  return shippedGuides();
}
