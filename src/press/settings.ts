import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FamilySetting, LanguageSetting } from '../layout/index.ts';
import { type FamilyRow, nearestLanguage, numberFamily } from '../locale/index.ts';
import { type Face, openFace } from '../text/index.ts';

const settings = new Map<string, LanguageSetting>();
const manifests = new Map<string, ReadonlyMap<string, string>>();

/** SHA-256 of each font file, from the manifest beside them: a changed font is refused. */
function manifest(fonts: string): ReadonlyMap<string, string> {
  let hashes = manifests.get(fonts);
  if (hashes === undefined) {
    const { fonts: rows } = JSON.parse(readFileSync(join(fonts, 'manifest.json'), 'utf8')) as {
      fonts: { path: string; sha256: string }[];
    };
    hashes = new Map(rows.map(({ path, sha256 }) => [path, sha256]));
    manifests.set(fonts, hashes);
  }
  return hashes;
}

function face(fonts: string, path: string): Face {
  return openFace(join(fonts, path), manifest(fonts).get(path));
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
