import { declaredNumbers } from '../../content/index.ts';
import { type Problem, problem, warning } from '../../diagnostics/index.ts';
import { listFolder, Stock } from '../../files/index.ts';
import { askedLocale, begunLocales, publicLocales } from '../../locale/index.ts';
import { type Folders, hasDisclosureFor, overShipped, withoutShort } from '../../press/index.ts';
import { listProducts, readableProduct } from '../../product/index.ts';
import type { Place } from '../places/place.ts';
import { readPlaces } from '../places/read-places.ts';
import { readTable } from '../places/read-table.ts';
import { bounds } from '../schema/schema.ts';
import { batchesOf } from './batches.ts';
import { type Choices, type Draft, draftsOf, type NamedGuide } from './draft.ts';
import { Faults } from './faults.ts';
import { Inputs } from './inputs.ts';
import type { Campaign } from './load-campaign.ts';
import { Asked, checkMade, requireKnown } from './made.ts';
import { Names, patternProblems } from './naming.ts';
import { PlaceGuides } from './place-guides.ts';
import type { Plan, Row } from './row.ts';
import { saidIn } from './said.ts';
import { askedColumns, checkSelections, isSelected, quantityOf } from './selection.ts';
import { totalsOf } from './totals.ts';
import { Unheeded } from './unheeded.ts';

/** What a plan is made with beside the campaign. */
export interface PlanOptions {
  readonly folders?: Partial<Folders>;
  /** Folder with guides, each in a folder of its name. */
  readonly guides?: string | undefined;
  /** Date that the files bear; undefined: their guide's. */
  readonly date?: string | undefined;
}

/** Files in one folder, proofs beside them among these, above which some systems become slow and people lost. */
const mostInFolder = 1000;

/**
 * Everything that a campaign makes, all of it checked; nothing is printed or written.
 * @throws PressError CAMPAIGN_*, SHEET_*, PLACE_*, TRANSLATION_*, and all that loading throws: everything that is wrong
 */
export async function planOf(campaign: Campaign, options: PlanOptions = {}): Promise<Plan> {
  const folders = overShipped(options.folders ?? {});
  const { data, folder, source } = campaign;
  const faults = new Faults();
  const { guides } = options;
  // Guides of that name that are shipped would be printed in the place of a folder that is not there.
  if (guides !== undefined) listFolder(guides);
  const said = saidIn(campaign);
  const choices = choicesOf(campaign, folders, guides, faults);
  faults.add(...patternProblems(data.name, source.place(['name'])));
  faults.throwIfAny();
  const places = await placesOf(campaign, choices, folders, faults);
  faults.throwIfAny();
  const drafts = () => draftsOf(data, choices, places ?? [undefined], options.date);
  const asked = new Asked();
  const unheeded = new Unheeded(data);
  let count = 0;
  for (const draft of drafts()) {
    const isMade = isSelected(draft, data);
    unheeded.see(draft, isMade);
    if (!isMade) continue;
    asked.add(draft);
    if (++count > bounds.files) break;
  }
  if (count === 0) {
    // Warnings are not told beside an error: that a filter names what no place has is why.
    const why = faults.warnings.find(({ code }) => code === 'CAMPAIGN_INVALID');
    faults.add(
      problem(
        'CAMPAIGN_EMPTY',
        'Nothing is left to print.',
        why?.place ?? source.place([data.only !== undefined ? 'only' : 'except']),
        why === undefined
          ? 'Look at only and except, and at what the places say of their locales, products and papers.'
          : [why.message, why.hint ?? []].flat().join(' '),
      ),
    );
  }
  if (count > bounds.files)
    faults.add(
      problem(
        'CAMPAIGN_TOO_LARGE',
        `The campaign makes more than ${bounds.files} files.`,
        { file: source.file },
        'Divide it into several, by only: or by spreadsheet.',
      ),
    );
  faults.throwIfAny();
  unheeded.tell(campaign, places ?? [], faults);
  checkMade(campaign, asked, folders, new Stock(), faults);
  faults.throwIfAny();
  const rows = rowsOf(selected(drafts(), campaign), campaign, new Inputs(folders, folder), faults);
  faults.throwIfAny();
  const batches = batchesOf(rows);
  return {
    id: data.id,
    folder,
    batches,
    totals: totalsOf(batches, choices.guides),
    numbers: Object.fromEntries(choices.guides.map(({ name, guide }) => [name, declaredNumbers(guide.data)])),
    said,
    problems: faults.warnings,
  };
}

function choicesOf(
  { data, folder, source }: Campaign,
  folders: Folders,
  guidesFolder: string | undefined,
  faults: Faults,
): Choices {
  const loader = new PlaceGuides({ campaign: folder, guides: guidesFolder });
  const stock = new Stock();
  const guides = data.guides.flatMap((name, i): NamedGuide[] => {
    const guide = faults.catching(
      () => loader.load(name),
      (each) => (each.place.line === undefined ? { ...each, place: source.place(['guides', i]) } : each),
    );
    if (guide === undefined) return [];
    if (data.locales !== 'all') return [{ name, guide }];
    const begun = begunLocales(guide, folders.locales, stock);
    faults.add(...notBegun(name, begun.length, source.place(['locales'])));
    return [{ name, guide, begun }];
  });
  const known = listProducts(folders.templates);
  const products = data.products === 'all' ? takingAll(known, guides, folders, faults) : data.products;
  faults.catching(() => requireKnown(products, known, 'product', (i) => source.place(['products', i])));
  const own = [...new Set(guides.map(({ guide }) => guide.data.locale))];
  const locales =
    data.locales === 'all'
      ? publicLocales.filter((tag) => guides.some(({ begun }) => begun?.includes(tag)))
      : (data.locales?.flatMap((name, i) => localeNamed(name, () => source.place(['locales', i]), faults)) ??
        own);
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  return { guides, locales: unique(locales), products: unique(products) };
}

/** Of all languages a guide is printed in those that it is begun in; how many are not is told. */
function notBegun(name: string, begun: number, place: Problem['place']): Problem[] {
  const count = publicLocales.length - begun;
  if (count === 0) return [];
  return [
    warning(
      'TRANSLATION_MISSING',
      `${count} languages have no translation of ${name}: left out.`,
      place,
      `helpline-press translations status says which; ${begun} are begun, and made.`,
    ),
  ];
}

/** Of all products those that every guide has the disclosure for; the others are told. */
function takingAll(
  known: readonly string[],
  guides: readonly NamedGuide[],
  folders: Folders,
  faults: Faults,
): readonly string[] {
  const lent = { folders, stock: new Stock() };
  return known.filter((id) => {
    const product = readableProduct(id, folders.templates, lent.stock);
    if (product === undefined) return true;
    const lacking = guides.find(({ guide }) => !hasDisclosureFor(guide, product));
    if (lacking === undefined) return true;
    faults.add({ ...withoutShort(lacking.guide, product, lent), severity: 'warning' });
    return false;
  });
}

/** A locale by any name that people have for it. */
function localeNamed(name: string, at: () => Problem['place'], faults: Faults): string[] {
  const asked = askedLocale(name);
  if (asked.tag !== undefined) return [asked.tag];
  faults.add(problem('CAMPAIGN_INVALID', `There is no locale "${name}".`, at(), asked.hint));
  return [];
}

async function placesOf(
  campaign: Campaign,
  choices: Choices,
  folders: Folders,
  faults: Faults,
): Promise<readonly Place[] | undefined> {
  const { data, folder } = campaign;
  if (data.places === undefined) {
    checkSelections(campaign, choices, undefined, [], faults);
    return undefined;
  }
  const table = await readTable(folder, data.places);
  const places = readPlaces(
    table,
    {
      folder,
      said: data.places,
      guides: choices.guides.map(({ guide }) => guide),
      locales: choices.locales,
      products: choices.products,
      papers: data.papers,
      asked: askedColumns(data),
      folders,
      confirmed: data.confirmed ?? [],
    },
    faults,
  );
  const columns = table.header.cells.map(({ text }) => text).filter((text) => text !== '');
  checkSelections(campaign, choices, places, columns, faults);
  return places;
}

function* selected(drafts: Iterable<Draft>, { data }: Campaign): Generator<Draft> {
  for (const draft of drafts) if (isSelected(draft, data)) yield draft;
}

/** The rows, each with a name of its own. */
function rowsOf(drafts: Iterable<Draft>, { data, source }: Campaign, inputs: Inputs, faults: Faults): Row[] {
  const rows: Row[] = [];
  const names = new Names(data.name, source.place(['name']));
  const inFolder = new Map<string, number>();
  for (const draft of drafts) {
    const { guideName, setting, impression, place } = draft;
    const file = names.take(draft);
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
    rows.push({
      file,
      input: inputs.of(draft),
      guide: guideName,
      setting,
      impression,
      place: place?.values,
      quantity: quantityOf(draft, data),
      ...(place === undefined ? {} : { source: place.source }),
    });
  }
  faults.add(...names.problems);
  for (const [folder, count] of inFolder)
    if (2 * count > mostInFolder)
      faults.add(
        warning(
          'CAMPAIGN_FOLDER_FULL',
          `${folder === '' ? 'The output' : folder} will hold ${count} files, each with its proof.`,
          source.place(['name']),
          `Divide it: name: '{locale}/{product}/{part}/….pdf' makes 256 folders of each.`,
        ),
      );
  return rows;
}
