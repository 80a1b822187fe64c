import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromDisk, PressError, problem } from '../diagnostics/index.ts';
import type { FamilySetting, LanguageSetting } from '../layout/index.ts';
import { type FamilyRow, nearestLanguage, numberFamily } from '../locale/index.ts';
import { type Face, openFace } from '../text/index.ts';

const settings = new Map<string, LanguageSetting>();
const manifests = new Map<string, ReadonlyMap<string, string>>();

/** SHA-256 of each font file, from the manifest beside them: a changed font is refused. */
function manifest(fonts: string): ReadonlyMap<string, string> {
  let hashes = manifests.get(fonts);
  if (hashes === undefined) {
    const file = join(fonts, 'manifest.json');
    const text = fromDisk(file, () => readFileSync(file, 'utf8'));
    const { fonts: rows } = JSON.parse(text) as { fonts: { path: string; sha256: string }[] };
    hashes = new Map(rows.map(({ path, sha256 }) => [path, sha256]));
    manifests.set(fonts, hashes);
  }
  return hashes;
}

/** Folders of font packages that were found, by their short names. */
const packages = new Map<string, string>();

/**
 * Folder of the package `helpline-press-<name>`, whose fonts are too large to come with everything else.
 * @throws PressError FONT_PACKAGE_MISSING
 */
function packageFolder(name: string): string {
  let folder = packages.get(name);
  if (folder === undefined) {
    const id = `helpline-press-${name}`;
    try {
      folder = dirname(fileURLToPath(import.meta.resolve(`${id}/package.json`)));
    } catch {
      throw new PressError([
        problem(
          'FONT_PACKAGE_MISSING',
          `The fonts of this language are in the package ${id}, which is not installed.`,
          {},
          `npm install ${id}`,
        ),
      ]);
    }
    packages.set(name, folder);
  }
  return folder;
}

/** `noto-sans/X.ttf` is in the fonts' folder, `cjk:X.ttf` in the package `helpline-press-cjk`. */
function face(fonts: string, path: string): Face {
  const [, name, own] = /^([a-z]+):(.+)$/.exec(path) ?? [];
  const folder = name === undefined ? fonts : packageFolder(name);
  const file = own ?? path;
  return openFace(join(folder, file), manifest(folder).get(file));
}

/** Faces are opened when a line is first set in them: most fallbacks never are. */
function familySetting(fonts: string, row: FamilyRow): FamilySetting {
  let regular: readonly Face[] | undefined;
  let bold: readonly Face[] | undefined;
  return {
    size: row.size,
    leading: row.leading,
    get regular() {
      regular ??= row.regular.map((path) => face(fonts, path));
      return regular;
    },
    get bold() {
      bold ??= row.bold.map((path) => face(fonts, path));
      return bold;
    },
  };
}

/** What layout must know of a language, from the locale table. */
export function languageSetting(tag: string, fonts: string): LanguageSetting {
  const key = `${fonts}\0${tag}`;
  let setting = settings.get(key);
  if (setting === undefined) {
    const row = nearestLanguage(tag);
    setting = {
      language: tag,
      direction: row.direction,
      families: {
        text: familySetting(fonts, row.text),
        display: familySetting(fonts, row.display),
        number: familySetting(fonts, numberFamily),
      },
      breaking: row.breaking,
    };
    settings.set(key, setting);
  }
  return setting;
}
