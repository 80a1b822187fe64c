import { join } from 'node:path';
import { deepFreeze } from '../content/index.ts';
import { PressError, problem } from '../diagnostics/index.ts';
import type { Root } from '../files/index.ts';
import type { FamilySetting, LanguageSetting } from '../layout/index.ts';
import {
  type FamilyRow,
  type LanguageRow,
  languages,
  nearestLanguage,
  numberFamily,
} from '../locale/index.ts';
import type { Expectation } from '../proof/index.ts';
import type { Face, Faces } from '../text/index.ts';
import { dividedFonts, packageFolder, partsOf, readManifest, shippedNames } from './face-folders.ts';
import {
  boldFrom,
  type faceUses,
  type OwnFaceRow,
  openOwnFace,
  readOwnFaces,
  sizeFactor,
} from './own-faces.ts';
import { ownLeading } from './own-leading.ts';
import { shapesOf } from './shapes.ts';

/** @throws PressError FONT_INVALID for faces that no file could tell apart */
function refuseOneName(faces: readonly Face[]): void {
  const seen = new Map<string, Face>();
  for (const face of faces) {
    const other = seen.get(face.postScriptName);
    if (other !== undefined)
      throw new PressError([
        problem(
          'FONT_INVALID',
          `The font cannot be used: ${other.path} has the same name, ${face.postScriptName}.`,
          { file: face.path },
          'Leave one of them out of the manifest.',
        ),
      ]);
    seen.set(face.postScriptName, face);
  }
}

/** Lists of faces that are kept, of sets of languages: whoever marks a word may name any. */
const mostLists = 64;

/** How much further apart lines are where those of the press's own faces met. */
const roomier = 1.1;

/**
 * What layout must know of languages, from the locale table, with the faces of one folder of fonts, and those of a user's
 * own folders before them. Manifests are read once, and faces opened once: make it anew where they may have changed.
 */
export class LanguageSettings {
  readonly #faces: Faces;
  readonly #fonts: string;
  readonly #own: readonly string[];
  #ownRows: readonly (OwnFaceRow & { readonly folder: string })[] | undefined;
  #names: ReadonlySet<string> | undefined;
  readonly #settings = new Map<string, LanguageSetting>();
  readonly #manifests = new Map<string, ReadonlyMap<string, string>>();
  readonly #opened = new Map<string, Face>();
  /** With the terms of the guide that was set last. */
  readonly #withTerms = new Map<
    LanguageSetting,
    { readonly key: string; readonly setting: LanguageSetting }
  >();
  readonly #faceLists = new Map<string, NonNullable<Expectation['faces']>>();

  readonly #isRoomy: boolean;
  #roomy: LanguageSettings | undefined;
  readonly #root: Root;

  /**
   * @param fonts folder of font files, with their manifest; of several the last, and own faces over them
   * @param isRoomy lines are further apart: as far as the letters of own faces ask for, or a little
   */
  constructor(faces: Faces, fonts: Root, isRoomy = false) {
    this.#faces = faces;
    this.#root = fonts;
    this.#isRoomy = isRoomy;
    ({ shipped: this.#fonts, own: this.#own } = dividedFonts(fonts));
  }

  /** Whether it has a user's own faces. */
  get hasOwn(): boolean {
    return this.#own.length > 0;
  }

  /** The same with lines further apart, for pages on which they met; undefined where this is it. */
  get roomy(): LanguageSettings | undefined {
    if (this.#isRoomy) return undefined;
    this.#roomy ??= new LanguageSettings(this.#faces, this.#root, true);
    return this.#roomy;
  }

  /** What the letters of every face look like that a text in one of these languages may be set in: one list as long as it is kept. */
  faces(tags: readonly string[]): NonNullable<Expectation['faces']> {
    const key = tags.join(' ');
    let list = this.#faceLists.get(key);
    if (list === undefined) {
      const families = tags.flatMap((tag) => Object.values(this.of(tag).families));
      const faces = new Set(families.flatMap(({ regular, bold }) => [...regular, ...bold]));
      refuseOneName([...faces]);
      const shapes = [...faces].map((face) => ({ name: face.postScriptName, ...shapesOf(face, tags) }));
      list = deepFreeze({
        number: this.#face(numberFamily.regular[0]!).postScriptName,
        outlines: Object.fromEntries(shapes.map(({ name, outlines }) => [name, outlines])),
        others: Object.fromEntries(
          shapes.flatMap(({ name, others }) => (others.length === 0 ? [] : [[name, others] as const])),
        ),
      });
      if (this.#faceLists.size >= mostLists) this.#faceLists.clear();
      this.#faceLists.set(key, list);
    }
    return list;
  }

  /** Setting for a BCP 47 tag. Its faces are opened when a line is first set in them: most fallbacks never are. */
  of(tag: string): LanguageSetting {
    let setting = this.#settings.get(tag);
    if (setting === undefined) {
      const row = nearestLanguage(tag);
      setting = {
        language: tag,
        direction: row.direction,
        families: {
          text: this.#withOwn('text', row),
          display: this.#withOwn('display', row),
          number: this.#family(numberFamily),
        },
        breaking: row.breaking,
      };
      this.#settings.set(tag, setting);
    }
    return setting;
  }

  /** The same, with terms that no line divides. */
  withTerms(tag: string, terms: readonly string[]): LanguageSetting {
    const setting = this.of(tag);
    if (terms.length === 0) return setting;
    const key = JSON.stringify(terms);
    let known = this.#withTerms.get(setting);
    if (known?.key !== key) {
      const { breaking } = setting;
      const whole = [...(breaking.whole ?? []), ...terms];
      known = { key, setting: { ...setting, breaking: { ...breaking, whole } } };
      this.#withTerms.set(setting, known);
    }
    return known.setting;
  }

  /** A family with the user's own faces of that language before those of the press. */
  #withOwn(use: (typeof faceUses)[number], row: LanguageRow): FamilySetting {
    const family = this.#family(row[use]);
    if (this.#own.length === 0) return family;
    this.#ownRows ??= this.#own.flatMap((folder) =>
      readOwnFaces(folder).map((each) => ({ ...each, folder })),
    );
    const asked = this.#ownRows.filter(
      ({ uses, locales }) => uses.includes(use) && locales.some((tag) => languages[tag] === row),
    );
    if (asked.length === 0) return family;
    const open = (isBold: boolean) =>
      asked.filter(({ weight }) => weight >= boldFrom === isBold).map((each) => this.#ownFace(each));
    const own = { regular: open(false), bold: open(true) };
    let regular: readonly Face[] | undefined;
    let bold: readonly Face[] | undefined;
    return {
      size: family.size * Math.max(...[...own.regular, ...own.bold].map(sizeFactor)),
      leading: !this.#isRoomy
        ? family.leading
        : Math.max(
            family.leading,
            ownLeading([...own.regular, ...own.bold], family.regular[0]!, row[use].leading, {
              tag: Object.keys(languages).find((tag) => languages[tag] === row)!,
              row,
            }),
          ),
      ...(family.digits === undefined ? {} : { digits: family.digits }),
      get regular() {
        regular ??= [...own.regular, ...family.regular];
        return regular;
      },
      get bold() {
        bold ??= [...own.bold, ...family.bold];
        return bold;
      },
    };
  }

  #ownFace(row: OwnFaceRow & { readonly folder: string }): Face {
    const key = join(row.folder, row.path);
    let face = this.#opened.get(key);
    if (face === undefined) {
      this.#names ??= shippedNames(this.#fonts);
      face = openOwnFace(row.folder, row, this.#faces, this.#names);
      this.#opened.set(key, face);
    }
    return face;
  }

  #family(row: FamilyRow): FamilySetting {
    const open = (paths: readonly string[]) => paths.map((path) => this.#face(path));
    let regular: readonly Face[] | undefined;
    let bold: readonly Face[] | undefined;
    const { digits } = row;
    return {
      ...(digits === undefined ? {} : { digits: this.#digits(digits) }),
      size: row.size,
      leading: this.#isRoomy ? row.leading * roomier : row.leading,
      get regular() {
        regular ??= open(row.regular);
        return regular;
      },
      get bold() {
        bold ??= open(row.bold);
        return bold;
      },
    };
  }

  #digits(files: NonNullable<FamilyRow['digits']>): NonNullable<FamilySetting['digits']> {
    const open = (path: string) => this.#face(path);
    return {
      get regular() {
        return open(files.regular);
      },
      get bold() {
        return open(files.bold);
      },
    };
  }

  #face(path: string): Face {
    let face = this.#opened.get(path);
    if (face === undefined) {
      const { name, file } = partsOf(path);
      const folder = name === undefined ? this.#fonts : packageFolder(name);
      face = this.#faces.open(join(folder, file), this.#manifest(folder).get(file));
      this.#opened.set(path, face);
    }
    return face;
  }

  #manifest(folder: string): ReadonlyMap<string, string> {
    let manifest = this.#manifests.get(folder);
    if (manifest === undefined) {
      manifest = readManifest(folder);
      this.#manifests.set(folder, manifest);
    }
    return manifest;
  }
}
