import { addressOf, type Guide, type NumberPair } from '../content/index.ts';
import { PressError } from '../diagnostics/index.ts';
import type { Picture } from '../image/index.ts';
import { areas } from '../imposition/index.ts';
import { loadLocale } from '../locale/index.ts';
import { writePdf } from '../pdf/index.ts';
import { type Expectation, type Proof, proofProblems, proveCounted, verdictOf } from '../proof/index.ts';
import { numberView, type View } from '../template/index.ts';
import type { Equipment } from './equipment.ts';
import { defaultJob } from './job.ts';
import { metadataOf, producer } from './metadata.ts';
import { pictureOfPage } from './page-picture.ts';
import { formeOf, type Plate } from './plate.ts';
import type { ReviewPaper } from './review.ts';
import { paperFloor, setPaper } from './set-paper.ts';

/** A paper for those who make a campaign: it is handed to nobody who needs help. In English. */
export interface WorkingPaper {
  /** Whose words and version it is printed with. */
  readonly guide: Guide;
  /** Folder among the templates; without a `product.yaml` it is no product. */
  readonly template: string;
  readonly paper: ReviewPaper;
  readonly title: string;
  /** Every number that it shows, each once. */
  readonly numbers: readonly NumberPair[];
  /** What the template sees as `review`; `call` gives what prints a number as a link, by its place in `numbers`. */
  readonly view: (call: (index: number) => unknown) => View;
  /** Texts that must be read back from it, in order; `alt`: of a picture. */
  readonly texts: readonly { readonly text: string; readonly language: string; readonly alt?: true }[];
  /** What it shows beside them with digits that nobody dials: names of files, counts, dates. */
  readonly everyday: readonly string[];
  /** Languages that its texts are in, beside English. */
  readonly languages: readonly string[];
  /** Plates whose first pages it shows in small, by what `src="template:…"` names them. */
  readonly pages?: ReadonlyMap<string, Plate>;
  /** What its foot says of what it is. */
  readonly imprint: string;
  /** `2026-11-23T00:00:00Z`; undefined: the guide's. */
  readonly date: string | undefined;
}

/** A finished working paper: not yet written anywhere. */
export interface PrintedPaper {
  readonly bytes: Uint8Array;
  readonly proof: Proof;
}

/** The floor of a number, pt. */
const numberFloor = 11.5;
/** More than any paper fills. */
const mostPages = 400;

/**
 * Promises of what is handed out: one helpline on every page, the disclosure, who answers. A working paper keeps those of
 * every file: each number that it shows is a declared one, whole, in order, alone on its ground, and dials what it shows.
 */
const promisesOfProducts: ReadonlySet<string> = new Set([
  'HELPLINE_MISSING',
  'HELPLINE_REVERSED',
  'HELPLINE_TOO_SMALL',
  'HELPLINE_UNLINKED',
  'DISCLOSURE_MISSING',
  'DISCLOSURE_TOO_SMALL',
  'DISCLOSURE_SCATTERED',
  'DISCLOSURE_UNPOINTED',
  'TEXT_FOREIGN',
  'QR_UNREADABLE',
]);

const nameOf = (index: number) => `call-${index + 1}`;

/**
 * Prints a working paper the way of every file, from template to tagged PDF, and proves it: each of its numbers, each of
 * its texts.
 * @throws PressError with everything that is wrong; then there is no file
 */
export function printWorkingPaper(wanted: WorkingPaper, equipment: Equipment): PrintedPaper {
  const { guide, paper } = wanted;
  const pictures = new Map(
    [...(wanted.pages ?? [])].map(([src, plate]) => [src, firstPage(plate, equipment)]),
  );
  const { folders, languages } = equipment;
  const call = (index: number) => numberView(nameOf(index), 'Call');
  const { document, imposed } = setPaper(
    {
      guide,
      locale: loadLocale(guide.data.locale, guide, folders.locales),
      template: wanted.template,
      paper,
      mostPages,
      view: { ...wanted.view(call), title: wanted.title, imprint: wanted.imprint },
      numbers: Object.fromEntries(wanted.numbers.map((number, i) => [nameOf(i), number])),
      pictures,
    },
    equipment,
  );
  const faces = languages.faces([...new Set(['en', ...wanted.languages])]);
  const expectation = expectPaper(wanted, areas(imposed), faces);
  const numbers = wanted.numbers.map(({ display }) => display);
  const bytes = writePdf({ document, imposed, metadata: metadataOf(expectation, wanted.date), numbers });
  return { bytes, proof: provePaper(bytes, expectation, wanted.numbers) };
}

function firstPage(plate: Plate, equipment: Equipment): Picture {
  const [first] = formeOf(plate, equipment)!.pages;
  return pictureOfPage(first!, first!.page);
}

function provePaper(bytes: Uint8Array, expectation: Expectation, wanted: readonly NumberPair[]): Proof {
  const { proof, numbers } = proveCounted(bytes, expectation, producer());
  const checks = proof.checks.filter(({ code }) => !promisesOfProducts.has(code));
  const lost = wanted.filter(({ dial }) => !numbers.some((found) => found.uri === addressOf({ dial })));
  checks.unshift({
    code: 'HELPLINE_MISSING',
    status: lost.length === 0 ? 'passed' : 'failed',
    detail:
      lost.length === 0
        ? `Each of ${wanted.length} numbers is printed.`
        : `${lost.map(({ display }) => display).join(', ')} is not there.`,
  });
  const verdict = verdictOf(checks);
  const held: Proof = { ...proof, checks, verdict, passed: verdict === 'proved' };
  if (!held.passed) throw new PressError(proofProblems(held));
  return held;
}

function expectPaper(
  { guide: { data }, template, paper, title, numbers, texts, everyday, imprint }: WorkingPaper,
  sheets: Expectation['sheets'],
  faces: NonNullable<Expectation['faces']>,
): Expectation {
  const declared = numbers.map(({ display, dial }) => ({ display, uri: addressOf({ dial }) }));
  // A paper without a number shows none: the guide's stands for it where one must be named.
  const { main } = data.helplines;
  const none = { display: main.display, uri: addressOf({ dial: main.dial }) };
  // One must be looked for: the longest, whose digits follow each other nowhere by chance.
  const shown = declared.length > 0 ? declared : [none];
  const first = shown.reduce((a, b) => (b.uri.length > a.uri.length ? b : a));
  return {
    format: 2,
    guide: { id: data.id, version: data.version, date: data.date },
    locale: 'en',
    direction: 'ltr',
    product: template,
    paper,
    edition: defaultJob.edition,
    purpose: 'office',
    title,
    helpline: { ...first, minSize: numberFloor },
    numbers: shown,
    faces,
    loud: [],
    pointer: 'Working paper',
    sheets,
    numbered: true,
    texts: texts.map((text, i) => ({ key: `text-${i + 1}`, ...text })),
    // What it says beside them is its template's, and is not looked for.
    words: everyday,
    everyday: everyday.filter((text) => /\p{N}/u.test(text)),
    links: [],
    qr: { content: first.uri, pages: [] },
    disclosure: { version: data.disclosure.version, hash: 'none', keys: [], minSize: paperFloor },
    phrases: [],
    imprint,
    translation: { status: 'source' },
    minSize: paperFloor,
    numberMinSize: numberFloor,
  };
}
