import { FoundOfDocument } from '../file/found.ts';
import type { Kept } from '../kept.ts';
import type { Document } from '../page/read.ts';
import { divide } from '../reading/bundle.ts';
import { sharesSheets } from '../reading/shared-sheets.ts';
import type { BundleExpectation, Check, Expectation } from '../types.ts';
import { checkCovered } from './check-covered.ts';
import { checkHelpline } from './check-helpline.ts';
import { checksOfMade, checksOfSaid } from './check-list.ts';
import {
  checkFonts,
  checkImprint,
  factsOf,
  identityFaults,
  packetOfFile,
  strayNumbers,
} from './check-metadata.ts';
import { assemble } from './check-tiles.ts';
import { checkPrinted } from './printed.ts';
import { count, verdict } from './verdict.ts';

type Piece = BundleExpectation['pieces'][number];

/**
 * Proves a file of several pieces: each keeps, on its own pages, or in its own areas of pages that two languages share, and
 * in its own part of the structure, all that it would keep in a file of its own; the file says of itself which pieces it has; and nothing of it belongs to none.
 */
export function checkBundle(document: Document, bundle: BundleExpectation, kept: Kept | undefined): Check[] {
  const { pieces, faults } = divide(document, bundle);
  const found = pieces
    .slice(0, bundle.pieces.length)
    .map((piece, i) => pieceChecks(piece, bundle.pieces[i]!, kept));
  const wanted = bundle.pieces.length;
  const wrong = [...faults, ...acrossHalves(document, bundle)];
  if (document.starts === undefined && !sharesSheets(bundle)) wrong.push('it is a file of one piece');
  else if (pieces.length !== wanted)
    wrong.push(`${count(wanted, 'piece')} were printed, and it has ${pieces.length}`);
  bundle.pieces.forEach(({ label, expectation }, i) => {
    const piece = pieces[i];
    if (piece === undefined) return;
    if (piece.pages.length !== expectation.sheets.length)
      wrong.push(`piece ${i + 1} has ${count(piece.pages.length, 'page')}, not ${expectation.sheets.length}`);
    if (piece.bookmarks[0]?.replaceAll(mark, '') !== label)
      wrong.push(`the bookmark of piece ${i + 1} is "${piece.bookmarks[0] ?? ''}", not "${label}"`);
  });
  return [
    ...allOf(found, bundle),
    verdict(
      'BUNDLE_DIVIDED',
      wrong,
      wanted,
      `${count(wanted, 'piece')}, each with ${sharesSheets(bundle) ? 'areas of the same pages' : 'pages'}, a part of the structure and bookmarks of its own.`,
    ),
    checkPrinted(document, bundle),
    ...checkRecord(document, bundle),
  ];
}

/** What one language does to the other on the sheets that they share: it paints over its text, or comes near its number. */
function acrossHalves(document: Document, bundle: BundleExpectation): string[] {
  if (!sharesSheets(bundle)) return [];
  const near = bundle.pieces.flatMap(({ expectation }) =>
    checkHelpline(document, expectation).filter(({ code }) => code === 'HELPLINE_COVERED'),
  );
  const whole = [...checkCovered(document), ...near];
  return whole.flatMap(({ status, detail }) => (status === 'failed' ? [`the sheets whole: ${detail}`] : []));
}

/** LEFT-TO-RIGHT MARK, which keeps numbers in order beside the pages. */
const mark = '\u200e';

function pieceChecks(document: Document, { expectation }: Piece, kept: Kept | undefined): Check[] {
  // What the bookmark of the piece says is no text of the guide: it is held to its label.
  const [, ...own] = document.bookmarks;
  const { document: seen, checks } = assemble(document, expectation);
  return [
    ...checksOfSaid(seen, expectation, kept, {
      ...seen,
      bookmarks: own,
      found: new FoundOfDocument(),
    }),
    ...checks,
    ...checksOfMade(seen, expectation, 'Part'),
    checkFonts(document),
    checkImprint(document, expectation),
  ];
}

/** A line for each promise: kept where every piece keeps it. Some are asked of some pieces only. */
function allOf(found: readonly (readonly Check[])[], { pieces }: BundleExpectation): Check[] {
  const codes = new Set(found.flatMap((checks) => checks.map(({ code }) => code)));
  return [...codes].map((code) => {
    const each = found.flatMap((checks, i) =>
      checks.flatMap((check) =>
        check.code === code ? [{ ...check, label: `piece ${i + 1} (${pieces[i]!.label})` }] : [],
      ),
    );
    const [{ detail }] = each as [(typeof each)[number]];
    const failed = each.flatMap((check) =>
      check.status === 'failed' ? [`${check.label}: ${check.detail}`] : [],
    );
    const unchecked = each.find(({ status }) => status === 'not-checked');
    if (failed.length === 0 && unchecked !== undefined)
      return { code, status: unchecked.status, detail: unchecked.detail };
    const isSame = each.every((check) => check.detail === detail);
    return verdict(
      code,
      failed,
      each.length,
      `${each.length === 1 ? 'One piece' : `Each of ${count(each.length, 'piece')}`}${isSame ? '' : '; of the first'}: ${detail}`,
    );
  });
}

/** A fact of the pieces in their order, a line each; once where it is the same for all. */
function lines(pieces: readonly Piece[], of: (expectation: Expectation) => string | undefined): string {
  const each = pieces.map(({ expectation }) => of(expectation) ?? '-');
  return new Set(each).size === 1 ? each[0]! : each.join('\n');
}

/** What the file must say of its pieces, by name; `-` for a piece that has no such fact. */
export function bundleRecord({ pieces }: Pick<BundleExpectation, 'pieces'>): Record<string, string> {
  const names = Object.keys(factsOf(pieces[0]!.expectation));
  const facts = names.map((name) => [name, lines(pieces, (each) => factsOf(each)[name])]);
  return {
    ...Object.fromEntries(facts.filter(([, value]) => /[^-\n]/.test(value!))),
    disclosureVersion: lines(pieces, ({ disclosure }) => disclosure.version),
    disclosureHash: lines(pieces, ({ disclosure }) => disclosure.hash),
    bundle: String(pieces.length),
  };
}

/** Title, identification, what is recorded of each piece, the disclosures. */
function checkRecord(document: Document, bundle: BundleExpectation): Check[] {
  const { title, language, pieces } = bundle;
  const wanted = bundleRecord(bundle);
  const packet = packetOfFile(document, wanted.disclosureHash!);
  const { record } = packet;
  const wrong = identityFaults(document, packet);
  if (packet.title !== title) wrong.push(`the title is "${packet.title ?? ''}", not "${title}"`);
  if (document.language !== language) wrong.push(`the file says ${document.language}, not ${language}`);
  const isOfDisclosure = (name: string) => name === 'disclosureVersion' || name === 'disclosureHash';
  const differ = [...new Set([...Object.keys(wanted), ...Object.keys(record)])].filter(
    (name) => record[name] !== wanted[name],
  );
  wrong.push(...differ.filter((name) => !isOfDisclosure(name)).map((name) => `hp:${name} is another`));
  // Of no piece alone: what could be dialled in it must be a number of all.
  const [first, ...rest] = pieces.map(({ expectation }) => expectation.numbers);
  const numbers = first!.filter(({ display }) => rest.every((all) => all.some((n) => n.display === display)));
  const everyday = pieces.flatMap(({ expectation }) => expectation.everyday ?? []);
  wrong.push(...strayNumbers(packet, { numbers, everyday }));
  if (wrong.length === 0) wrong.push(...packet.strange);
  return [
    verdict(
      'METADATA_MISSING',
      wrong,
      1,
      `Title "${title}", PDF/UA-1, PDF/A-2a, and the record of ${count(pieces.length, 'piece')}.`,
    ),
    verdict(
      'DISCLOSURE_UNRECORDED',
      differ.filter(isOfDisclosure).map((name) => `hp:${name} is another`),
      1,
      `Versions and SHA-256 of ${count(pieces.length, 'disclosure')}.`,
    ),
  ];
}
