import { declaredNumbers, type Guide, isGivenOut, nearness, publicCodes } from '../../content/index.ts';
import { type Code, problem, warning } from '../../diagnostics/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { ColumnName } from '../schema/column-names.ts';
import { type Columns, folded } from './columns.ts';
import { moreThanNumber } from './more-than-number.ts';
import { dialledAbroad } from './other-plan.ts';
import type { Place } from './place.ts';
import { placeOf, type Table } from './table.ts';
import { keyOf, neighbourhood, prefixOf } from './tollfree.ts';

/** What places are seen beside. */
export interface Company {
  readonly table: Table;
  readonly columns: Columns;
  readonly guides: readonly Guide[];
  /** Numbers that somebody called, as written in the campaign. */
  readonly confirmed: readonly string[];
  readonly country: string;
}

/** So many numbers of one prefix make another one stand out that few have: one in ten at most. */
const [crowd, few] = [5, 0.1] as const;

/** What is wrong only beside the other places, and beside the numbers that the guides declare. */
export function checkTogether(places: readonly Place[], company: Company, faults: Faults): void {
  const teller = tellerOf(company, faults);
  checkTwice(places, teller);
  checkSameNumber(places, teller);
  const isSure = sureOf(company);
  const doubted = places.filter((place) => place.values.helpline !== undefined && !isSure(place));
  for (const place of doubted)
    if (!isShort(place, teller) && !isRounded(place, company, teller) && !isMore(place, company, teller))
      tellNearGuide(place, company.guides, teller);
  tellPlans(doubted, company, teller);
  tellNeighbours(places, new Set(doubted), teller);
  tellLonely(places, new Set(doubted), teller);
}

interface Teller {
  refuse(code: Code, place: Place, field: ColumnName, message: string, hint: string): void;
  warn(code: Code, place: Place, field: ColumnName, message: string, hint: string): void;
}

function tellerOf({ table, columns }: Company, faults: Faults): Teller {
  const at = ({ source }: Place, field: ColumnName) => placeOf(table, source.line, columns.get(field) ?? 0);
  return {
    refuse: (code, place, field, message, hint) => faults.add(problem(code, message, at(place, field), hint)),
    warn: (code, place, field, message, hint) => faults.add(warning(code, message, at(place, field), hint)),
  };
}

function checkTwice(places: readonly Place[], teller: Teller): void {
  const ids = new Map<string, Place>();
  const publishers = new Map<string, Place>();
  for (const place of places) {
    const { id, publisher } = place.values;
    const same = ids.get(folded(id));
    if (same === undefined) ids.set(folded(id), place);
    else
      teller.refuse(
        'PLACE_TWICE',
        place,
        'id',
        `"${id}" is the id of row ${same.source.line} already${same.values.id === id ? '' : `: "${same.values.id}" is the same name to many systems`}.`,
        'Give each place an id of its own, or take one of the rows out.',
      );
    if (publisher?.name === undefined) continue;
    const key = folded(`${publisher.name}\n${publisher.address ?? ''}`);
    const twin = publishers.get(key);
    if (twin === undefined) publishers.set(key, place);
    else if (twin !== same)
      teller.warn(
        'PLACE_TWICE',
        place,
        'name',
        `"${publisher.name}" is the place of row ${twin.source.line} too, under another id.`,
        'Is it entered twice?',
      );
  }
}

function checkSameNumber(places: readonly Place[], teller: Teller): void {
  const byNumber = new Map<string, Place[]>();
  for (const place of places) {
    const dial = place.values.helpline?.dial;
    if (dial !== undefined) byNumber.set(dial, [...(byNumber.get(dial) ?? []), place]);
  }
  for (const [first, ...others] of byNumber.values()) {
    if (others.length === 0) continue;
    const rows = others.slice(0, 5).map(({ source }) => source.line);
    const more = others.length > rows.length ? ` and ${others.length - rows.length} more` : '';
    const { display } = first!.values.helpline!;
    teller.warn(
      'PLACE_NUMBER_TWICE',
      first!,
      'helpline',
      `${display} is the number of ${others.length + 1} places: also of ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${more}.`,
      'Right, where they share a helpline; a row that was copied and not changed looks the same.',
    );
  }
}

/** Whether somebody called the number of a place, as its row or the campaign says. */
function sureOf({ confirmed }: Company): (place: Place) => boolean {
  const digits = new Set(confirmed.map(keyOf));
  return ({ isConfirmed, values: { helpline } }) =>
    isConfirmed ||
    (helpline !== undefined && (digits.has(keyOf(helpline.display)) || digits.has(keyOf(helpline.dial))));
}

/** A short code that is not known to be one may be what is left of a number. */
function isShort(place: Place, teller: Teller): boolean {
  const { display, dial } = place.values.helpline!;
  if (dial.startsWith('+') || publicCodes.has(dial)) return false;
  teller.refuse('PLACE_NUMBER_DOUBTFUL', place, 'helpline', `${display} is short for a helpline.`, whatToDo);
  return true;
}

/** Digits that nobody divided and that end in zeros are what is left of a number that was shown as 8.00555E+09 and saved so. */
function isRounded(place: Place, { table, columns }: Company, teller: Teller): boolean {
  const column = table.header.cells[columns.get('helpline') ?? -1];
  const written = column === undefined ? undefined : place.cell(column.text);
  if (written === undefined || !/^[1-9]\d{3,}0000$/.test(written)) return false;
  teller.refuse(
    'PLACE_NUMBER_DOUBTFUL',
    place,
    'helpline',
    `${written} ends in zeros, as an amount does that a spreadsheet rounded (8.00555E+09): its last digits may be lost.`,
    whatToDo,
  );
  return true;
}

/** Hours or a second number in its cell would be dialled with it. */
function isMore(place: Place, { country }: Company, teller: Teller): boolean {
  const { display, country: own = country } = place.values.helpline!;
  const more = moreThanNumber(display, own);
  if (more === undefined) return false;
  teller.refuse(
    'PLACE_NUMBER_DOUBTFUL',
    place,
    'helpline',
    `${display} seems to be ${more.what}.`,
    `Is it ${more.number}? Write the number alone. Are all of these digits dialled, write who called it into a column "confirmed".`,
  );
  return true;
}

const whatToDo =
  'Call it. If it is right, say so: in a column "confirmed" (who called), or in the campaign under confirmed.';

/** Numbers of another country than their place, and those that are in no range which a country gives out. */
function tellPlans(
  places: readonly Place[],
  { table, columns, country: home }: Company,
  teller: Teller,
): void {
  const column = table.header.cells[columns.get('country') ?? -1]?.text;
  const saysCountry = (place: Place) => column !== undefined && place.cell(column)?.trim() !== '';
  const abroad = dialledAbroad(places, home, saysCountry);
  for (const { place, country, code } of abroad) {
    const message = `${place.values.helpline!.display} is a number of another country: those of ${country} begin with +${code}.`;
    teller.warn('PLACE_NUMBER_DOUBTFUL', place, 'helpline', message, whatToDo);
  }
  const told = new Set(abroad.map(({ place }) => place));
  for (const place of places) {
    const { display, dial } = place.values.helpline!;
    if (!dial.startsWith('+') || told.has(place) || isGivenOut(dial.split(';')[0]!)) continue;
    const message = `${display} is in no range of numbers that its country is known to give out: is a digit wrong?`;
    teller.warn('PLACE_NUMBER_DOUBTFUL', place, 'helpline', message, whatToDo);
  }
}

/** A number that is a digit or two beside one that the guide declares is taken for that one, written wrong. */
function tellNearGuide(place: Place, guides: readonly Guide[], teller: Teller): void {
  const { display, dial } = place.values.helpline!;
  for (const { data } of guides)
    for (const declared of declaredNumbers(data)) {
      const near = nearness(keyOf(dial), keyOf(declared.dial));
      if (near === undefined || (near === 'same' && declared.kind === 'helpline')) continue;
      teller.refuse(
        'PLACE_NUMBER_DOUBTFUL',
        place,
        'helpline',
        near === 'same'
          ? `${display} is the guide's number "${declared.name}", and no helpline.`
          : `${display} is nearly ${declared.display}, the guide's ${declared.kind} "${declared.name}": ${near}.`,
        whatToDo,
      );
      return;
    }
}

/** Numbers that differ in their prefix only, 888 for 800: of two that few have, one may be the other written wrong. */
function tellNeighbours(places: readonly Place[], doubted: ReadonlySet<Place>, teller: Teller): void {
  const groups = new Map<string, Place[]>();
  const prefixes = new Map<string, number>();
  for (const place of places) {
    const dial = place.values.helpline?.dial;
    const key = dial === undefined ? undefined : neighbourhood(dial);
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), place]);
    const prefix = prefixOf(dial!);
    prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const commonness = ({ values }: Place) => prefixes.get(prefixOf(values.helpline!.dial)) ?? 0;
  for (const group of groups.values()) {
    const usual = group.reduce((best, place) => (commonness(place) > commonness(best) ? place : best));
    for (const place of group)
      if (doubted.has(place) && place.values.helpline!.dial !== usual.values.helpline!.dial)
        teller.refuse(
          'PLACE_NUMBER_DOUBTFUL',
          place,
          'helpline',
          `${place.values.helpline!.display} differs from ${usual.values.helpline!.display}, of row ${usual.source.line}, in its prefix only.`,
          whatToDo,
        );
  }
}

/** A prefix that hardly any of the places has. */
function tellLonely(places: readonly Place[], doubted: ReadonlySet<Place>, teller: Teller): void {
  const prefixes = new Map<string, Place[]>();
  let all = 0;
  for (const place of places) {
    const dial = place.values.helpline?.dial;
    if (dial === undefined || neighbourhood(dial) === undefined) continue;
    all++;
    prefixes.set(prefixOf(dial), [...(prefixes.get(prefixOf(dial)) ?? []), place]);
  }
  const [usual] = [...prefixes].sort(([, a], [, b]) => b.length - a.length);
  if (usual === undefined || usual[1].length < crowd) return;
  for (const [prefix, own] of prefixes)
    for (const place of prefix !== usual[0] && own.length <= all * few ? own : [])
      if (doubted.has(place))
        teller.warn(
          'PLACE_NUMBER_DOUBTFUL',
          place,
          'helpline',
          `${place.values.helpline!.display} begins with ${prefix}, and ${usual[1].length} of ${all} numbers with ${usual[0]}.`,
          whatToDo,
        );
}
