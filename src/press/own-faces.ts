import { join } from 'node:path';
import * as z from 'zod';
import {
  PressError,
  type Problem,
  problem,
  schemaFault,
  throwIfErrors,
  valueAt,
} from '../diagnostics/index.ts';
import { checkFile, readJson, readText } from '../files/index.ts';
import { languages } from '../locale/index.ts';
import { letterShapes, outlined } from '../proof/index.ts';
import { type Face, type Faces, faceTable, glyphBounds, letterGlyphs, likeDigits } from '../text/index.ts';
import { writesScript } from './face-coverage.ts';
import { oddLetters } from './letter-measures.ts';

/** What of a page a user's own face may set: never the number. */
export const faceUses = ['text', 'display'] as const;

/** From this weight on a face sets what is bold. */
export const boldFrom = 600;

const path = z.string().regex(/^[^\\]{1,200}$/, 'a path below the folder of the manifest, with /');

/** A row of `manifest.json` in a folder of own faces; `helpline-press new font` writes it. */
export const ownFaceSchema = z.strictObject({
  path: path.describe('Font file: static TrueType'),
  family: z.string().min(1).max(200).describe('Name of the family'),
  weight: z.int().min(1).max(1000).describe('Below 600 it sets what is regular, from 600 on what is bold'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal digits')
    .describe('Of the file: another one of its name is refused'),
  version: z.string().max(400).describe('As the font says it'),
  license: path.describe('Text of its licence, which lies beside it'),
  scripts: z
    .array(z.string().regex(/^[A-Z][a-z]{3}$/, 'a script as ISO 15924 calls it'))
    .min(1)
    .max(40)
    .describe('Scripts whose letters it is asked for (ISO 15924)'),
  uses: z.array(z.enum(faceUses)).min(1).max(2).describe('What it sets: text, display or both'),
  locales: z
    .array(z.enum(Object.keys(languages)))
    .min(1)
    .max(60)
    .describe('Languages that it sets'),
});
export type OwnFaceRow = z.infer<typeof ownFaceSchema>;

const manifest = z.strictObject({ fonts: z.array(ownFaceSchema).max(200) });

const renew = 'helpline-press new font <file> --licence <file> writes it.';

/** The rows of a folder of own faces. @throws PressError FONT_INVALID and what reading throws: all that is wrong */
export function readOwnFaces(folder: string): OwnFaceRow[] {
  const source = readJson(folder, 'manifest.json');
  const parsed = manifest.safeParse(source.value);
  if (parsed.success) return parsed.data.fonts;
  throw new PressError(
    parsed.error.issues.map((issue) => {
      const field = issue.path.map(String).join('.') || 'The manifest';
      const fault = schemaFault(issue, valueAt(issue.path, source.value));
      return problem('FONT_INVALID', `${field}: ${fault}.`, source.place('fonts'), renew);
    }),
  );
}

/**
 * Opens a user's own face. It draws no digits, whatever it has.
 * @param shipped names of the faces of the press, which are not taken for others
 * @throws PressError FONT_INVALID, PATH_OUTSIDE, FILE_NOT_FOUND
 */
export function openOwnFace(
  folder: string,
  row: OwnFaceRow,
  faces: Faces,
  shipped: ReadonlySet<string>,
): Face {
  checkFile(folder, row.path);
  if (readText(folder, row.license).trim().length < 40)
    throw new PressError([
      problem(
        'FONT_INVALID',
        `${row.license} is too short to be the licence of a face.`,
        { file: join(folder, row.license) },
        'Put the whole text of its licence there.',
      ),
    ]);
  const file = join(folder, row.path);
  throwIfErrors(faceFaults(faces.open(file, row.sha256), row, shipped));
  return faces.open(file, row.sha256, new Set(row.scripts));
}

/** What keeps a face, opened with all that it has, from being set as a user's own. */
export function faceFaults(
  face: Face,
  { scripts }: Pick<OwnFaceRow, 'scripts'>,
  shipped: ReadonlySet<string>,
): Problem[] {
  const name = face.postScriptName;
  const found: [reason: string, hint: string][] = [];
  if (!/^[A-Za-z0-9-]{1,63}$/.test(name))
    found.push([
      `"${name.slice(0, 80)}" is no PostScript name of letters, digits and -`,
      'Use another file of it.',
    ]);
  if (shipped.has(name))
    found.push([`${name} is the name of a face of the press`, 'The press sets it already: leave it out.']);
  if (faceTable(face, 'fvar') !== undefined)
    found.push(['it is a variable font', 'Use its static files, one for each weight.']);
  const unwritten = scripts.filter((script) => !writesScript(face, script));
  if (unwritten.length > 0)
    found.push([`it cannot join the letters of ${unwritten.join(', ')}`, 'Use a face made for that script.']);
  const drawn = lettersAsDigits(face);
  if (drawn === undefined) found.push(['its outlines are damaged', 'Use another file of it.']);
  else if (drawn.length > 0)
    found.push([
      `it draws digits for the letters ${drawn.join(' ')}`,
      'Use a face that draws letters as letters.',
    ]);
  if (drawn !== undefined) found.push(...unreadable(face, scripts));
  const spaces = [0x20, 0xa0].map((code) => face.glyph(code));
  if (spaces[0] === 0) found.push(['it has no space', 'Use a file of it that has one.']);
  else if (spaces.some((glyph) => glyph !== 0 && glyphBounds(face, glyph) !== undefined))
    found.push(['it draws something for a space', 'Use a face whose space is empty.']);
  else if (isOutside(face.advance(spaces[0]!) / face.unitsPerEm, space))
    found.push([
      `its space is ${ems(face.advance(spaces[0]!), face)} wide, and words would not be told apart or not hold together`,
      'Use another file of it.',
    ]);
  if (isOutside(face.ascent / face.unitsPerEm, above) || isOutside(-face.descent / face.unitsPerEm, below))
    found.push([
      `its lines reach ${ems(face.ascent, face)} above the letters' foot and ${ems(-face.descent, face)} below it (hhea), and others would be printed over them`,
      'Use another file of it, with the height of its own letters.',
    ]);
  if (sizeFactor(face) > largestFactor)
    found.push(['its small letters are too small to be read', 'Use a face with larger small letters.']);
  return found.map(([reason, hint]) =>
    problem('FONT_INVALID', `The font cannot be used: ${reason}.`, { file: face.path }, hint),
  );
}

/**
 * ASCII letters that have the very outline of one of the face's own digits, as they are or as its rules draw them; undefined where
 * outlines are damaged.
 */
function lettersAsDigits(face: Face): string[] | undefined {
  const table = (tag: string) => faceTable(face, tag)!;
  const tables = { head: table('head'), loca: table('loca'), glyf: table('glyf') };
  const nominal = outlined.map((letter) => face.glyph(letter.charCodeAt(0)));
  const shaped = letterGlyphs(face, outlined, { script: 'Latn', language: 'en', rightToLeft: false });
  const [own, drawn] = [shapesOf(tables, nominal), shapesOf(tables, shaped)];
  if (own === undefined || drawn === undefined) return undefined;
  const digits = new Set(outlined.flatMap((sign, i) => (/[0-9]/.test(sign) ? [own[i]!, drawn[i]!] : [])));
  digits.delete('0'.repeat(16));
  return outlined.filter(
    (letter, i) =>
      /[A-Za-z]/.test(letter) &&
      !likeDigits.includes(letter) &&
      (digits.has(own[i]!) || digits.has(drawn[i]!)),
  );
}

function unreadable(face: Face, scripts: readonly string[]): [reason: string, hint: string][] {
  const { outside, faint } = oddLetters(face, scripts);
  const some = (all: readonly string[]): string => all.slice(0, 8).join(' ');
  return [
    ...(outside.length === 0
      ? []
      : [
          [
            `it draws ${some(outside)} beyond their own widths, over the letters beside them`,
            'Use another file of it, or a face for texts.',
          ] as [string, string],
        ]),
    ...(faint.length === 0
      ? []
      : [
          [`the lines of ${some(faint)} are too thin to be printed`, 'Use a heavier face of the family.'] as [
            string,
            string,
          ],
        ]),
  ];
}

/** What glyphs look like; undefined where the outlines cannot be read. */
function shapesOf(...[tables, glyphs]: Parameters<typeof letterShapes>): string[] | undefined {
  try {
    return letterShapes(tables, glyphs);
  } catch {
    return undefined;
  }
}

/** What a face may measure, em: the shipped ones, Nastaliq and Khmer among them, are well within. */
const [space, above, below] = [
  [0.1, 1.2],
  [0.4, 3],
  [0, 2],
] as const;
const isOutside = (em: number, [least, most]: readonly [number, number]): boolean => em < least || em > most;
const ems = (units: number, { unitsPerEm }: Face): string =>
  `${Math.round((100 * units) / unitsPerEm) / 100} em`;

/** Height of the small letters of the press's Latin face, em: floors of sizes are meant for letters as large. */
const usualHeight = 0.496;
const largestFactor = 1.3;

/** How much larger a face is set, so that its small letters are as large as those of the press: 1 or more. */
export function sizeFactor(face: Face): number {
  const bounds = glyphBounds(face, face.glyph(0x78));
  if (bounds === undefined || face.glyph(0x78) === 0) return 1;
  return Math.max(1, (usualHeight * face.unitsPerEm) / (bounds.top - bounds.bottom));
}
