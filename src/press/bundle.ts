import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Imposed } from '../imposition/index.ts';
import { type PdfBundle, writeBundle } from '../pdf/index.ts';
import { type BundleExpectation, bundleRecord, type Proof, proofProblems, proveNew } from '../proof/index.ts';
import { bundleLabels } from './bundle-labels.ts';
import { namingPhotographs } from './damaged.ts';
import type { Equipment } from './equipment.ts';
import { refuseHalves } from './facing.ts';
import type { Impression } from './job.ts';
import { producer } from './metadata.ts';
import type { Forme, Plate } from './plate.ts';
import { makeReady, type Ready } from './print.ts';
import { oneLanguageProblem } from './suits.ts';

/** A plate that is printed into a bundle. */
export interface BundlePiece {
  readonly plate: Plate;
  readonly impression?: Partial<Impression>;
  /** What its bookmark says; undefined: its title. Where pieces are called the same, each also says in what it differs. */
  readonly label?: string;
}

/** What a bundle is called. Of plates that face each other it is one piece, whose languages share its sheets on paper. */
export interface BundleOptions {
  /** Of the file, ending in `.pdf`. */
  readonly name: string;
  /** Without a number that could be dialled. */
  readonly title: string;
  /** BCP 47 tag of the title; undefined: the first piece's. */
  readonly language?: string;
  /** Two pieces of one side each are the front and the back of one sheet of paper. */
  readonly backToBack?: boolean;
}

/** A finished bundle: proved, not yet written anywhere. */
export interface PrintedBundle {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly proof: Proof;
  readonly warnings: readonly Problem[];
}

/** Pages that one bundle may have: what is read back whole, in one go, on any machine. */
export const bundleLimit = 120;
/** Names of pages begin with the number of their piece: one of three digits could be dialled. */
export const bundlePieces = 99;

/** A piece as the press knows it. */
interface Asked {
  readonly plate: Forme;
  readonly impression: Impression;
  readonly label: string | undefined;
}

/**
 * Prints plates as one file, in their order. On screen they may be of any papers; what an office prints goes through the
 * printer in one way, so all of it has one paper and is turned about one edge.
 * @throws PressError USAGE, BUNDLE_MIXED, BUNDLE_TOO_LONG, and with all that is wrong with a piece
 */
export function printBundle(
  asked: readonly Asked[],
  { name, title, language, backToBack = false }: BundleOptions,
  equipment: Equipment,
): PrintedBundle {
  const { watch } = equipment;
  const [first] = asked;
  if (first === undefined)
    throw new PressError([problem('USAGE', 'A bundle has no piece.', {}, 'Give it a plate or more.')]);
  refuseHalves(asked.map(({ plate }) => plate));
  const facing = first.plate.facing !== undefined;
  const each = asked.map(({ plate, impression }) => makeReady(plate, impression, equipment));
  const ready = backToBack && !facing ? onOneSheet(each, asked, equipment) : each;
  refuseMixed(ready);
  refuseLong(ready);
  const labels = bundleLabels(
    asked.map((piece, i) => ({ ...piece, label: piece.label ?? ready[i]!.expectation.title })),
  );
  const pieces = ready.map(({ expectation }, i) => ({ label: labels[i]!, expectation }));
  const expectation: BundleExpectation = {
    format: 2,
    title,
    language: language ?? first.plate.locale.tag,
    ...(facing ? { facing } : {}),
    pieces,
  };
  const bytes = watch('write', () => writeBundle(writing(expectation, asked, ready)));
  const pages = asked.flatMap(({ plate }) => plate.pages);
  const proof = watch('prove', () =>
    namingPhotographs(pages, () => proveNew(bytes, expectation, producer())),
  );
  if (!proof.passed) throw new PressError(proofProblems(proof));
  return { name, bytes, proof, warnings: ready.flatMap(({ warnings }) => warnings) };
}

/**
 * What an office prints of two pieces goes onto both sides of one sheet, turned about the edge that runs upwards: so the
 * back stands as the front does. What is turned over head to foot goes about the other edge.
 * @throws PressError BUNDLE_MIXED where a piece has more than one side
 */
function onOneSheet(
  ready: readonly Ready[],
  asked: readonly Pick<Asked, 'plate'>[],
  equipment: Equipment,
): readonly Ready[] {
  if (ready.every(({ imposed }) => imposed.purpose === 'screen')) return ready;
  const several = ready.findIndex(({ imposed }) => imposed.duplex !== 'Simplex');
  if (several >= 0) {
    const { product, guide, setting } = asked[several]!.plate;
    const locales = asked.map(({ plate }) => plate.setting.locale).join('+');
    throw new PressError([oneLanguageProblem(product, { guide, locales, paper: setting.paper }, equipment)]);
  }
  const { sheet } = asked[0]!.plate.product;
  if (ready.some(({ imposed }) => imposed.sheets.length > 1)) return ready;
  return ready.map(({ imposed, ...rest }) => {
    const { width, height } = imposed.sheets[0]!;
    const isLying = width > height !== (sheet?.over === 'head');
    const duplex = isLying ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
    return { ...rest, imposed: { ...imposed, duplex } };
  });
}

function writing(
  expectation: BundleExpectation,
  asked: readonly Asked[],
  ready: readonly Ready[],
): PdfBundle {
  const { title, language, facing, pieces } = expectation;
  // Never the clock: the date asked for, or that of the newest guide.
  const dates = asked.map(({ plate, impression }) => impression.date ?? `${plate.guide.data.date}T00:00:00Z`);
  return {
    metadata: {
      title,
      language,
      date: dates.reduce((newest, date) => (date > newest ? date : newest)),
      producer: producer(),
      properties: bundleRecord(expectation),
    },
    isShared: facing === true && ready[0]!.imposed.purpose !== 'screen',
    pieces: pieces.map(({ label, expectation: { numbers } }, i) => ({
      label,
      document: asked[i]!.plate.document,
      imposed: ready[i]!.imposed,
      numbers: numbers.map(({ display }) => display),
    })),
  };
}

/** How a piece goes through a printer: pieces of a bundle all go in one way. On screen: any way. */
function wayOf({ purpose, duplex, sheets }: Imposed): string {
  if (purpose === 'screen') return purpose;
  const sizes = new Set(sheets.map(({ width, height }) => `${Math.round(width)}x${Math.round(height)}`));
  return [purpose, duplex, ...sizes].join(' ');
}

function refuseMixed(ready: readonly Ready[]): void {
  const ways = [...new Set(ready.map(({ imposed }) => wayOf(imposed)))];
  if (ways.length < 2) return;
  throw new PressError([
    problem(
      'BUNDLE_MIXED',
      `Its pieces go through a printer in ${ways.length} ways: ${ways.join('; ')} (purpose, sides, paper in pt).`,
      {},
      'Bundle what has one purpose; for office also one paper and one way of turning it.',
    ),
  ]);
}

function refuseLong(ready: readonly Ready[]): void {
  const pages = ready.reduce((sum, { imposed }) => sum + imposed.sheets.length, 0);
  if (pages <= bundleLimit && ready.length <= bundlePieces) return;
  throw new PressError([
    problem(
      'BUNDLE_TOO_LONG',
      `Its ${ready.length} pieces have ${pages} pages; a bundle has ${bundleLimit} pages and ${bundlePieces} pieces at most.`,
      {},
      'Divide it into several.',
    ),
  ]);
}
