import type { Guide, NumberPair } from '../../content/index.ts';
import { englishName } from '../../locale/index.ts';
import type { Folders, WorkingPaper } from '../../press/index.ts';
import { loadProduct } from '../../product/index.ts';
import type { Plates } from '../make/plates.ts';
import type { Plan, Row } from '../plan/row.ts';
import type { Entry } from '../store/entry.ts';

/** Pictures beside each other, and on one sheet: what is drawn in small is much work to prove. */
const [inRow, onSheet] = [3, 6] as const;

/** What a contact sheet shows: of each product of a locale, as it is set, the first file that was made. */
export interface Contacts {
  readonly locale: string;
  /** 1, 2 … of the sheets of a locale. */
  readonly part: number;
  readonly rows: readonly Row[];
}

/** The sheets of a campaign: of each locale one, or several. */
export function contactsOf(plan: Plan, outcomes: ReadonlyMap<string, Entry>): Contacts[] {
  const byLocale = new Map<string, Map<string, Row>>();
  for (const { rows } of plan.batches)
    for (const row of rows) {
      if (outcomes.get(row.file)?.outcome !== 'made') continue;
      const { locale, ...setting } = row.setting;
      let settings = byLocale.get(locale);
      if (settings === undefined) {
        settings = new Map();
        byLocale.set(locale, settings);
      }
      const key = JSON.stringify([row.guide, Object.entries(setting).toSorted()]);
      if (!settings.has(key)) settings.set(key, row);
    }
  return [...byLocale].flatMap(([locale, settings]) =>
    inParts([...settings.values()], onSheet).map((rows, i) => ({ locale, part: i + 1, rows })),
  );
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** A contact sheet as a paper to print. @throws PressError where a plate cannot be set again */
export function contactPaper(
  plan: Plan,
  { locale, part, rows }: Contacts,
  { guide, guideOf, plates, folders, asOf, paper }: ContactSources,
): WorkingPaper {
  const language = englishName(locale);
  const numbers: NumberPair[] = [];
  const place = (number: NumberPair): number => {
    const at = numbers.findIndex(({ display, dial }) => display === number.display && dial === number.dial);
    return at < 0 ? numbers.push(number) - 1 : at;
  };
  const pieces = rows.map((row, i) => {
    const { product, paper: size, orientation } = row.setting;
    const name = loadProduct(product, folders.templates).name;
    const what = [name, size, ...(orientation === undefined ? [] : [orientation])].join(', ');
    return {
      src: `page-${i + 1}`,
      what,
      file: row.file,
      alt: `${what}, in ${language}: the first page, in small`,
      number: place(guideOf(row).data.helplines.main),
    };
  });
  const heading = `${plan.id}: ${language} (${locale})${part === 1 ? '' : `, ${part}`}`;
  const lines = inParts(pieces, inRow);
  return {
    guide,
    template: 'contact-sheet',
    paper,
    title: `Contact sheet: ${heading}`,
    numbers,
    view: (call) => ({
      heading,
      rows: lines.map((line) => ({
        pieces: line.map((piece) => ({ ...piece, number: call(piece.number) })),
      })),
    }),
    texts: [
      { text: heading, language: 'en' },
      ...pieces.flatMap(({ alt, what }) => [
        { text: alt, language: 'en', alt: true as const },
        { text: what, language: 'en' },
      ]),
    ],
    everyday: [heading, ...pieces.flatMap(({ what, file, alt }) => [what, file, alt])],
    languages: [],
    pages: new Map(rows.map((row, i) => [`template:page-${i + 1}`, plates.of(row)])),
    imprint: `${plan.id} · ${asOf}`,
    date: `${asOf}T00:00:00Z`,
  };
}

export interface ContactSources {
  /** Whose words and version the paper is printed with. */
  readonly guide: Guide;
  readonly guideOf: (row: Row) => Guide;
  readonly plates: Plates;
  readonly folders: Folders;
  readonly asOf: string;
  readonly paper: WorkingPaper['paper'];
}
