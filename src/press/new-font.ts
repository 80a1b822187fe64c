import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { PressError, problem, throwIfErrors } from '../diagnostics/index.ts';
import { isThere, readNamed } from '../files/index.ts';
import { type Face, Faces, largestFont, readFont } from '../text/index.ts';
import { type Coverage, coverageOf, writesScript } from './face-coverage.ts';
import { shippedNames } from './face-folders.ts';
import { shippedFolders } from './folders.ts';
import type { Output } from './output.ts';
import { boldFrom, faceFaults, type faceUses, type OwnFaceRow, readOwnFaces } from './own-faces.ts';

/** Faces to write, and what there is to know of them. */
export interface NewFont {
  /** Font files, their licence, and the manifest with what was in it before. */
  readonly files: readonly Output[];
  readonly family: string;
  /** Languages that all of the files set. */
  readonly covered: readonly string[];
  /** Languages that lack only a few characters, and are therefore set in the faces of the press. */
  readonly nearly: readonly Pick<Coverage, 'locale' | 'lacking'>[];
  /** The weight that there is no file of: the face of the press sets it. */
  readonly without: 'regular' | 'bold' | undefined;
}

/** Bytes of a text of a licence. */
const largestLicence = 200_000;
/** Characters that a language may lack to be told. */
const few = 12;

interface Given {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly face: Face;
  readonly family: string;
  readonly version: string;
  readonly coverage: readonly Coverage[];
}

/**
 * Own faces to put into a folder: font files of one family with their licence, for the languages whose letters they have.
 * Nothing is written.
 * @param named static TrueType files, by path
 * @param licence path of the text of their licence
 * @param fonts folder of own faces; it may not be there yet
 * @throws PressError USAGE, FONT_INVALID: all that is wrong with the files
 */
export function newFont(
  named: readonly string[],
  licence: string,
  uses: readonly (typeof faceUses)[number][],
  fonts: string,
): NewFont {
  const licenceText = readNamed(licence, largestLicence);
  if (licenceText.length < 40)
    throw usage(`${licence} is too short to be the licence of a face.`, 'Give the whole text of it.');
  const opened = new Faces();
  try {
    const given = named.map((path) => readGiven(path, opened));
    const [family, ...others] = new Set(given.map((each) => each.family));
    if (family === undefined || others.length > 0)
      throw usage(
        `These files are of several families: ${[family, ...others].join(', ')}.`,
        'Give the files of one family at a time.',
      );
    const folder = folderOf(family);
    if (isThere(fonts, folder))
      throw usage(
        `There is a ${join(fonts, folder)} already.`,
        'Move it away, and its rows in manifest.json.',
      );
    checkWeights(given);
    const license = `${folder}/${safeName(licence)}`;
    const rows = given.map((each) => rowOf(each, folder, license, uses));
    const shipped = shippedNames(shippedFolders().fonts);
    throwIfErrors(given.flatMap(({ face }, i) => faceFaults(face, rows[i]!, shipped)));
    const before = isThere(fonts, 'manifest.json') ? readOwnFaces(fonts) : [];
    const manifest = `${JSON.stringify({ fonts: [...before, ...rows] }, undefined, 2)}\n`;
    const isBold = given.map(({ face }) => face.weight >= boldFrom);
    return {
      files: [
        ...given.map(({ bytes }, i) => ({ path: join(fonts, rows[i]!.path), content: bytes })),
        { path: join(fonts, license), content: licenceText },
        { path: join(fonts, 'manifest.json'), content: manifest },
      ],
      family,
      covered: rows[0]!.locales.filter((tag) => rows.every(({ locales }) => locales.includes(tag))),
      nearly: given[0]!.coverage.filter(({ lacking }) => lacking.length > 0 && lacking.length <= few),
      without: isBold.includes(true) ? (isBold.includes(false) ? undefined : 'regular') : 'bold',
    };
  } finally {
    opened.close();
  }
}

function readGiven(path: string, opened: Faces): Given {
  const face = opened.open(path);
  const bytes = readNamed(path, largestFont);
  const { family, version } = readFont(bytes);
  // What cannot be written with its letters alone is none of its languages.
  const coverage = coverageOf(face, shippedFolders().locales).filter(({ scripts }) =>
    scripts.every((script) => writesScript(face, script)),
  );
  return { path, name: safeName(path), bytes, face, family, version, coverage };
}

function rowOf(
  { path, name, bytes, face, family, version, coverage }: Given,
  folder: string,
  license: string,
  uses: readonly (typeof faceUses)[number][],
): OwnFaceRow {
  const covered = coverage.filter(({ lacking }) => lacking.length === 0);
  if (covered.length === 0) {
    const [nearest] = [...coverage].sort((a, b) => a.lacking.length - b.lacking.length);
    throw new PressError([
      problem(
        'FONT_INVALID',
        'The font cannot be used: it has the letters of no language of the press.',
        { file: path },
        nearest === undefined
          ? ''
          : `Of ${nearest.locale} it lacks: ${nearest.lacking.slice(0, 20).join(' ')}`,
      ),
    ]);
  }
  return {
    path: `${folder}/${name}`,
    family,
    weight: face.weight,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    version,
    license,
    scripts: [...new Set(covered.flatMap(({ scripts }) => scripts))].sort(),
    uses: [...uses],
    locales: covered.map(({ locale }) => locale),
  };
}

/** One file for what is regular and one for what is bold: which of two is meant, nobody could say. */
function checkWeights(given: readonly Given[]): void {
  for (const isBold of [false, true]) {
    const of = given.filter(({ face }) => face.weight >= boldFrom === isBold);
    if (of.length > 1)
      throw usage(
        `${of.map(({ name }) => name).join(' and ')} are both ${isBold ? 'bold' : 'regular'}.`,
        'Give one file for what is regular, and one for what is bold.',
      );
  }
}

const folderOf = (family: string): string =>
  family
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'face';
const safeName = (path: string): string => basename(path).replace(/[^A-Za-z0-9._-]/g, '-');

const usage = (message: string, hint: string) => new PressError([problem('USAGE', message, {}, hint)]);
