import {
  addressOf,
  declaredNumbers,
  everydayIn,
  type GuideData,
  parseInline,
  plainText,
} from '../content/index.ts';
import { areas, type Imposed } from '../imposition/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import type { Expectation } from '../proof/index.ts';
import type { Impression } from './job.ts';
import type { Forme } from './plate.ts';
import { codeOf, type Told } from './told.ts';

/** A sheet to be folded holds its pages in another order than they are read in: its title says what it is for. */
function forFolding(title: string, locale: Locale): string {
  return locale.hasWord('file.fold') ? `${title} – ${locale.word('file.fold')}` : title;
}

/**
 * What the finished file must hold, from the guide, the locale and what the product declares: never from the HTML
 * that a template made, so that a template which drops a text is found out.
 */
export function expect(
  {
    guide,
    setting,
    product,
    locale,
    imprint,
    told,
  }: Pick<Forme, 'guide' | 'setting' | 'product' | 'locale' | 'imprint' | 'told'>,
  { purpose }: Pick<Impression, 'purpose'>,
  imposed: Imposed,
  faces: NonNullable<Expectation['faces']>,
): Expectation {
  const { id, version, date, helplines } = guide.data;
  const { display, dial } = helplines.main;
  const uri = addressOf({ dial });
  const { title, numbers, codes, others, pointer, texts, words, links, disclosure, phrases } = told;
  const opens = codeOf(guide, product, setting);
  const everyday = everydayWith(told, opens);
  return {
    format: 2,
    guide: { id, version, date },
    locale: locale.tag,
    direction: languageOf(locale.tag).direction,
    product: product.id,
    paper: setting.paper,
    edition: setting.edition,
    purpose,
    title:
      purpose === 'office' && (product.fold !== undefined || product.binding !== undefined)
        ? forFolding(title, locale)
        : title,
    helpline: { display, uri, minSize: product.helpline.minSize },
    numbers,
    ...(codes === undefined ? {} : { codes }),
    ...(others === undefined ? {} : { others }),
    ...calledIn(guide.data),
    faces,
    loud: product.helpline.loud,
    pointer,
    sheets: areas(imposed),
    ...('flow' in (product.pages ?? {}) ? { numbered: true as const } : {}),
    texts,
    words,
    ...(everyday === undefined ? {} : { everyday }),
    links,
    qr: { content: opens ?? uri, pages: product.qr },
    disclosure,
    phrases,
    imprint,
    translation: stateOf(locale),
    minSize: product.floors.text,
    numberMinSize: product.floors.body,
  };
}

/** The numbers of a guide of which it says who called them. */
function calledIn(data: GuideData): Pick<Expectation, 'called'> {
  const called = declaredNumbers(data).flatMap(({ display, called }) =>
    called === undefined ? [] : [{ display, ...called }],
  );
  return called.length === 0 ? {} : { called };
}

/** The everyday numbers of the texts, and those of the address that the code opens: who does not see the code is told it. */
function everydayWith({ everyday }: Pick<Told, 'everyday'>, opens = ''): Expectation['everyday'] {
  const own = opens.startsWith('https:') ? everydayIn(opens) : [];
  return own.length === 0 ? everyday : [...new Set([...(everyday ?? []), ...own])];
}

/** What the file says of its translation, to its reader too: whose guide it was made for first changes nothing of that. */
function stateOf(locale: Pick<Locale, 'translation' | 'word' | 'hasWord'>): Expectation['translation'] {
  const { from: _, ...state } = locale.translation;
  const isDraft = state.status === 'machine-draft' || state.status === 'human-draft';
  if (!isDraft || !locale.hasWord('draft')) return state;
  return { ...state, mark: plainText(parseInline(locale.word('draft')), { data: { helplines: {} } }) };
}
