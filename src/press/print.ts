import type { Guide } from '../content/index.ts';
import { PressError, type Problem, problem, throwIfErrors, warning } from '../diagnostics/index.ts';
import { checkMargins, type Imposed, impose } from '../imposition/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import { checkPictures } from '../paint/index.ts';
import { writePdf } from '../pdf/index.ts';
import { type CountedNumber, type Expectation, type Proof, proveCounted } from '../proof/index.ts';
import { namingPhotographs } from './damaged.ts';
import type { Equipment } from './equipment.ts';
import { expect } from './expectation.ts';
import { refuseHalves } from './facing.ts';
import { fileName, type Impression } from './job.ts';
import { metadataOf, producer } from './metadata.ts';
import type { Forme } from './plate.ts';
import { placedProblems } from './proof-places.ts';

/** A finished file: proved, not yet written anywhere. */
export interface Printed {
  /** `heroin-detox.poster.es.a3.standard.screen.pdf` */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly proof: Proof;
  /** Every number that it prints, how it is dialled, and how often it is printed. */
  readonly numbers: readonly CountedNumber[];
  readonly warnings: readonly Problem[];
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
}

/**
 * Prints a plate: imposition, PDF, proof. Nothing is written, and the plate stays as it is.
 * @param isFirst files of it that differ in their number follow, which a proof remembers this one for
 * @throws PressError with everything that is wrong, of the plate too; then there is no file.
 */
export function printPlate(
  plate: Forme,
  impression: Impression,
  equipment: Equipment,
  isFirst = false,
): Printed {
  const { guide, setting, document, rem } = plate;
  refuseHalves([plate]);
  const { warnings, ...ready } = makeReady(plate, impression, equipment);
  const { bytes, proof, numbers: counted } = writeAndProve(plate, impression, ready, equipment, isFirst);
  if (!proof.passed) throw new PressError(placedProblems(proof, document));
  const name = fileName(guide.data.id, setting, impression);
  return { name, bytes, proof, numbers: counted, warnings, rem };
}

/**
 * The file of a plate that is not printed, and what its proof finds: for pictures of what is wrong, and for no other hand.
 * @throws PressError, or what writing throws, where there can be no file
 */
export function proveAnyway(plate: Forme, impression: Impression, equipment: Equipment) {
  // Nothing of it is kept for files that are printed.
  const apart = { ...equipment, proofs: undefined, written: undefined };
  const imposed = putOnSheets(plate, impression, apart);
  const expectation = expect(plate, impression, imposed, apart.languages.faces(plate.told.languages));
  return writeAndProve(plate, impression, { imposed, expectation }, apart);
}

function writeAndProve(
  { document, locale, pages }: Forme,
  { date }: Impression,
  { imposed, expectation }: Pick<Ready, 'imposed' | 'expectation'>,
  { watch, proofs, written }: Pick<Equipment, 'watch' | 'proofs' | 'written'>,
  isFirst = false,
) {
  const numbers = expectation.numbers.map(({ display }) => display);
  const metadata = metadataOf(expectation, date);
  const pageNames = pageNamesOf(imposed, locale);
  const bytes = watch('write', () => writePdf({ document, imposed, metadata, pageNames, numbers }, written));
  const prove = () => proveCounted(bytes, expectation, producer(), proofs);
  const proved = watch('prove', () =>
    namingPhotographs(pages, isFirst && proofs !== undefined ? () => proofs.atOnce(prove) : prove),
  );
  return { bytes, ...proved };
}

/** A plate on its sheets, and what a file of it must hold. */
export interface Ready {
  readonly imposed: Imposed;
  readonly expectation: Expectation;
  readonly warnings: readonly Problem[];
}

/** All that comes before writing. @throws PressError with everything that is wrong, of the plate too */
export function makeReady(plate: Forme, impression: Impression, equipment: Equipment): Ready {
  const { watch, languages } = equipment;
  const { guide, locale, pages } = plate;
  throwIfErrors(plate.problems);
  const drafts = checkDraft(locale, impression);
  const imposed = putOnSheets(plate, impression, equipment);
  const problems = [...checkMargins(imposed), ...checkPictures(pages, impression.purpose)];
  throwIfErrors(problems);
  const expectation = watch('expect', () =>
    expect(plate, impression, imposed, languages.faces(plate.told.languages)),
  );
  const told = [...tellFrom(locale, guide), ...drafts];
  return { imposed, expectation, warnings: [...guide.warnings, ...plate.problems, ...told, ...problems] };
}

/** @throws PressError PRODUCT_INVALID where pages and plan do not agree */
export function putOnSheets(
  { locale, pages, plan, ink }: Forme,
  { purpose, duplex }: Impression,
  { watch }: Pick<Equipment, 'watch'>,
): Imposed {
  const { direction } = languageOf(locale.tag);
  return watch('impose', () => impose(pages, plan, purpose, { direction, duplex, ink }));
}

/** Names of the pages that the products' words name: those of a pamphlet, each a sheet of its own. */
function pageNamesOf({ purpose, sheets }: Imposed, locale: Locale): (string | undefined)[] {
  return sheets.map(({ name }) => {
    const word = `page.${name}`;
    return purpose === 'screen' && locale.hasWord(word) ? locale.word(word) : undefined;
  });
}

/** Nothing is taken silently: a translation that was made for another guide is named. */
function tellFrom({ tag, translation }: Locale, guide: Guide): Problem[] {
  if (translation.from === undefined) return [];
  return [
    warning(
      'TRANSLATION_BORROWED',
      `${guide.data.id} has no translation into ${tag} of its own: that of ${translation.from} is printed, whose texts are the same.`,
      { locale: tag },
      `To have it beside the guide: helpline-press translations fill ${guide.folder} --locale ${tag}.`,
    ),
  ];
}

/** Refuses drafts for purposes that get handed out. @throws PressError TRANSLATION_DRAFT */
function checkDraft(locale: Locale, { purpose, allowDrafts }: Impression): Problem[] {
  const { tag, translation, wordsStatus } = locale;
  const isSource = translation.status === 'source';
  const status = isSource ? wordsStatus : translation.status;
  if (status === 'source' || status === 'reviewed') return [];
  const reader = translation.unsure === true ? 'two qualified translators' : 'a qualified translator';
  const kind = status.replace('-', ' ');
  const message = isSource
    ? `What the products say in ${tag} themselves ("Who answers?") is a ${kind}: no person reviewed it.`
    : `The translation into ${tag} is a ${kind}: no person reviewed it.`;
  const place = { locale: tag };
  // Words of a guide's own language have no file to take in.
  const signed = isSource
    ? `; when that is done, say so: helpline-press translations adopt <guide> --locale ${tag} --status reviewed --by <name> --on <day>`
    : '';
  if (purpose === 'screen' || allowDrafts)
    return [warning('TRANSLATION_DRAFT', message, place, `Have ${reader} review it${signed}.`)];
  throw new PressError([
    problem(
      'TRANSLATION_DRAFT',
      `${message} It is not printed for ${purpose}.`,
      place,
      `Have ${reader} review it${signed}${isSource ? '. Or' : ', or'} print it with --allow-drafts.`,
    ),
  ]);
}
