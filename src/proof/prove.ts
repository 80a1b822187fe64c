import { hash } from 'node:crypto';
import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { checkBundle } from './checks/check-bundle.ts';
import { checksOfMade, checksOfSaid } from './checks/check-list.ts';
import { checkMetadata } from './checks/check-metadata.ts';
import { assemble, withoutTiles } from './checks/check-tiles.ts';
import { checkPrinted, printedIn } from './checks/printed.ts';
import { notChecked } from './checks/verdict.ts';
import { Foreign, Unreadable } from './file/object.ts';
import type { Kept } from './kept.ts';
import { type CountedNumber, countedNumbers } from './numbers/number-printings.ts';
import { type Document, readDocument } from './page/read.ts';
import type { BundleExpectation, Check, Expectation, Proof, Verdict } from './types.ts';

/**
 * Opens a file and does something with what is in it. `kept` holds what was read of files before.
 * @throws PressError PDF_UNREADABLE, PDF_FOREIGN, whatever the bytes are.
 */
export function open<T>(bytes: Uint8Array, use: (document: Document) => T, kept?: Kept): T {
  try {
    return use(readDocument(bytes, kept));
  } catch (error) {
    if (error instanceof Foreign)
      throw new PressError([
        problem('PDF_FOREIGN', `The file is not as this press writes it: ${error.message}.`, {}, error.hint),
      ]);
    const known = error instanceof Unreadable || error instanceof RangeError || error instanceof TypeError;
    if (!known) throw error;
    const reason = error instanceof Unreadable ? error.message : 'its objects are not what they should be';
    throw new PressError([
      problem(
        'PDF_UNREADABLE',
        `The file cannot be read: ${reason}.`,
        {},
        'Give the file that was printed, whole.',
      ),
    ]);
  }
}

const expected = [
  'HELPLINE_MISSING',
  'HELPLINE_BROKEN',
  'HELPLINE_COVERED',
  'HELPLINE_REVERSED',
  'HELPLINE_TOO_SMALL',
  'HELPLINE_UNLINKED',
  'HELPLINE_WRONG',
  'NUMBER_TURNED',
  'DISCLOSURE_UNPOINTED',
  'LINK_WRONG',
  'QR_WRONG',
  'QR_UNREADABLE',
  'TEXT_FOREIGN',
  'TEXT_LOST',
  'DISCLOSURE_MISSING',
  'DISCLOSURE_TOO_SMALL',
  'TEXT_DISORDERED',
  'DISCLOSURE_SCATTERED',
  'TEXT_TOO_SMALL',
  'GLYPH_OTHER',
  'PRINTED_OTHER',
] as const;

/**
 * Proves what a finished file promises. All checks run; none stops another. Without an expectation, what would need one
 * is not checked, and the verdict is so. `producer` names the package that made the proof; `kept` saves time, and
 * changes no verdict.
 * @throws PressError PDF_UNREADABLE, PDF_FOREIGN
 */
export function prove(
  bytes: Uint8Array,
  expectation?: Expectation | BundleExpectation,
  producer = 'helpline-press',
  kept?: Kept,
): Proof {
  return proveCounting(bytes, expectation, producer, kept).proof;
}

/** As {@link prove}, with how often each declared number is printed; of a bundle, and without an expectation, none is counted. */
export function proveCounting(
  bytes: Uint8Array,
  expectation: Expectation | BundleExpectation | undefined,
  producer = 'helpline-press',
  kept?: Kept,
): { readonly proof: Proof; readonly numbers: readonly CountedNumber[] } {
  const { checks, numbers } = open(
    bytes,
    (document) => ({
      checks: checksOf(document, expectation, kept),
      numbers:
        expectation === undefined || 'pieces' in expectation ? [] : countedNumbers(document, expectation),
    }),
    kept,
  );
  return { proof: proofOf(bytes, checks, expectation, producer), numbers };
}

/**
 * Proves a file that was just written: what it shows becomes part of its expectation, to which the file is held ever
 * after.
 * @throws PressError PDF_UNREADABLE, PDF_FOREIGN
 */
export function proveNew(
  bytes: Uint8Array,
  told: Expectation | BundleExpectation,
  producer: string,
  kept?: Kept,
): Proof {
  if (!('pieces' in told)) return proveCounted(bytes, told, producer, kept).proof;
  const { checks, expectation } = open(
    bytes,
    (document) => {
      const expectation = { ...told, printed: printedIn(document) };
      return { expectation, checks: checksOf(document, expectation, kept) };
    },
    kept,
  );
  return proofOf(bytes, checks, expectation, producer);
}

/**
 * As {@link proveNew}, with how often each declared number is printed: those that are not printed are left out.
 * @throws PressError PDF_UNREADABLE, PDF_FOREIGN
 */
export function proveCounted(
  bytes: Uint8Array,
  told: Expectation,
  producer: string,
  kept?: Kept,
): { readonly proof: Proof; readonly numbers: readonly CountedNumber[] } {
  const { checks, expectation, numbers } = open(
    bytes,
    (document) => {
      const expectation = { ...told, printed: printedIn(document) };
      const numbers = countedNumbers(document, expectation);
      return { expectation, numbers, checks: checksOf(document, expectation, kept) };
    },
    kept,
  );
  return { proof: proofOf(bytes, checks, expectation, producer), numbers };
}

function proofOf(
  bytes: Uint8Array,
  checks: readonly Check[],
  expectation: Expectation | BundleExpectation | undefined,
  producer: string,
): Proof {
  const verdict = verdictOf(checks);
  return {
    format: 2,
    sha256: hash('sha256', bytes, 'hex'),
    verdict,
    passed: verdict === 'proved',
    checks,
    notices: noticesOf(expectation),
    made: {
      package: producer,
      node: process.versions.node,
      zlib: process.versions.zlib ?? '',
      icu: process.versions.icu ?? '',
    },
    ...(expectation === undefined ? {} : 'pieces' in expectation ? { bundle: expectation } : { expectation }),
  };
}

function checksOf(
  document: Document,
  expectation: Expectation | BundleExpectation | undefined,
  kept: Kept | undefined,
): Check[] {
  if (expectation !== undefined && 'pieces' in expectation) return checkBundle(document, expectation, kept);
  const { document: seen, checks } = assemble(document, expectation);
  return [
    ...(expectation === undefined
      ? expected.map(notChecked)
      : [...checksOfSaid(seen, expectation, kept), checkPrinted(document, expectation)]),
    ...checks,
    ...(expectation === undefined
      ? withoutTiles(checksOfMade(document, undefined), document)
      : checksOfMade(seen, expectation)),
    ...checkMetadata(document, expectation),
  ];
}

/** What could not be looked at, for want of an expectation or of a part of it, is not proved, however well the rest is made. */
export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some(({ status }) => status === 'failed')) return 'not proved';
  return checks.some(({ status }) => status === 'not-checked') ? 'not checked' : 'proved';
}

function noticesOf(expectation: Expectation | BundleExpectation | undefined): string[] {
  if (expectation === undefined)
    return [
      'No expectation was given: what the file must say was not checked. Put the .proof.json that came with it beside it, or name its guide: proof <file> --guide <folder>.',
    ];
  if ('pieces' in expectation)
    return [...new Set(expectation.pieces.flatMap((piece) => noticesOf(piece.expectation)))];
  const { status, unsure } = expectation.translation;
  const draft = status === 'machine-draft' || status === 'human-draft';
  return [
    ...(expectation.called ?? []).map(
      ({ display, by, on }) =>
        `No program can say whether ${display} reaches whom it is for: the guide says that ${by} called it on ${on}.`,
    ),
    ...(draft
      ? [
          `The translation into ${expectation.locale} is a ${status.replace('-', ' ')}: it needs review by a qualified translator.${unsure === true ? ' Drafts into this language are less sure than others: have two native readers check every line before any of it is handed out.' : ''}`,
        ]
      : []),
    'The content needs review by a clinician before it goes to press.',
  ];
}

/** The failed checks of a proof, as problems. */
export function proofProblems(proof: Proof): Problem[] {
  const locale = proof.expectation?.locale ?? proof.bundle?.language;
  const place = locale === undefined ? {} : { locale };
  return proof.checks
    .filter(({ status }) => status === 'failed')
    .map(({ code, detail }) => problem(code, detail, place, hints[code] ?? fault));
}

/** What to do where a finished file fails. */
const hints: Partial<Record<Check['code'], string>> = {
  HELPLINE_MISSING:
    'Each page of the template shows {{helpline "main"}}, in its content or in a running element.',
  HELPLINE_BROKEN: 'Give the number a line of its own, wide enough, within its panel.',
  HELPLINE_COVERED:
    'Leave the number alone on a plain ground: nothing may come nearer than a tenth of its height.',
  TEXT_COVERED: 'Move what lies over the text, or put it before the text in the template.',
  TEXT_OVERFLOW: 'Shorten the text, or give it more room.',
  HELPLINE_REVERSED: 'Print the number with {{helpline "main"}}: it isolates the digits.',
  HELPLINE_TOO_SMALL:
    'Set the number larger; the floor, of each page, is minSize of helpline in product.yaml.',
  HELPLINE_UNLINKED: 'Print the number as content, with {{helpline "main"}}, on the first and the last page.',
  HELPLINE_WRONG:
    'Only numbers of the guide may be printed. Take the number out, or add it to guide.yaml. From a declared one other digits are set apart by a comma or words.',
  NUMBER_TURNED:
    'Say the number in a text of its own with {{helpline "main"}}, or in another place of the sentence; if it stays, please report it.',
  DISCLOSURE_MISSING: 'The template must print all of the disclosure: {{> disclosure}}.',
  DISCLOSURE_TOO_SMALL: 'Set the disclosure larger; the floor is in product.yaml.',
  DISCLOSURE_SCATTERED: 'Print all of the disclosure in one place: {{> disclosure}}.',
  TEXT_DISORDERED:
    'Let the words of a text follow each other: no part of it is placed by itself, and no text is turned.',
  DISCLOSURE_UNPOINTED: 'Print {{word "who"}} beside each number.',
  IMPRINT_MISSING:
    'Print {{imprint}} once on each piece, and below it {{#if (has this "draft")}}{{word "draft"}}{{/if}}.',
  TEXT_LOST:
    'The template leaves out a text that carries in product.yaml names, or says it in another order: carries has the order in which the template says them.',
  QR_WRONG:
    'Print the code with <img src="qr:{{qr}}" alt="{{qrAlt}}">, and no other code; give --qr an https address.',
  QR_UNREADABLE:
    'Print the code with <img src="qr:{{qr}}" alt="{{qrAlt}}">, large enough, and let nothing lie over it.',
  TEXT_FOREIGN:
    'What pages say comes from the guide, or from the products\' words by {{word "…"}}: take the rest out of the template.',
  LINK_WRONG:
    'Link only to what the guide links to; print numbers with {{helpline "main"}}; let no link lie over another.',
  TEXT_TOO_SMALL: 'Set the text larger; the floor is in product.yaml.',
  PAGE_BLANK: 'Every page carries text of its own.',
  TILE_OTHER: 'Give the file as it was printed, with all of its pages.',
  PRINTED_OTHER:
    'Give the file as it was printed; against a guide, with the options and the version that printed it.',
  LANGUAGE_UNMARKED:
    'Take lang from around what the template prints of the guide: its phrases bring theirs, and only the imprint is English.',
  CONTRAST_LOW: 'Take a darker or a lighter colour for the text or what lies under it.',
};
const fault =
  'This should not happen with a file of helpline-press: please report it with the guide and the template.';
