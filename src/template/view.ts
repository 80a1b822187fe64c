import {
  addressOf,
  type Block,
  blockFields,
  countriesHere,
  declaredNumbers,
  escapeInline,
  type Fields,
  type Form,
  formsOf,
  type Guide,
  guideFields,
  inlineNodes,
  parseInline,
  readableAddress,
  type Table,
  tableGrid,
} from '../content/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import { isFew } from './amount.ts';
import type { Breaking } from './breaking.ts';
import { escapeHtml, inlineHtml } from './html.ts';
import { Plain, plainOf, wordWithNumber } from './plain.ts';
import { helplineTexts, numberView, waysOf } from './reach.ts';
import { textHtml } from './text-html.ts';
import type { TextRef } from './text-ref.ts';
import type { Rendering } from './types.ts';

/** A picture of a slot as a template sees it; `scene:<slot>` is its address. */
export interface SceneView {
  /** What it shows, with inline marks. */
  readonly alt: string;
  /** It is drawn for the direction of the page, and not to be mirrored. */
  readonly upright: boolean;
  /** It has no ground of its own, and stands on what is below it. */
  readonly open: boolean;
}

/** What a page is made for. */
export interface PageFacts {
  readonly product: string;
  /** What is not for this form is not there. */
  readonly form: Form;
  /** Whether links say their addresses after their words. */
  readonly links: 'words' | 'addresses';
  /** The imprint does not name the guide: people carry the piece about them. */
  readonly discreet?: boolean;
  readonly edition: string;
  readonly paper: {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly orientation: string;
  };
  /** Address that a QR code opens; undefined: it dials the helpline. */
  readonly qr: string | undefined;
  /** The pages are so many that a list of what is where helps. */
  readonly contents?: boolean;
  /** Pages for the reader's own notes, which fill the last sheet of what is bound. */
  readonly notes?: number;
  /**
   * What begins a page, so that it stands beside what it is a translation of: `opening`, `sections.<id>`, `closing`; each
   * with the pages for notes that go before it.
   */
  readonly turns?: ReadonlyMap<string, number>;
  /** Which division of a list that is divided over pages, the best first: 0 where nothing is said. */
  readonly division?: number;
  /** The theme, and how its band ends above. */
  readonly theme?: { readonly name: string; readonly band: string };
  /** The pictures that the guide or the theme chose, by their slots. */
  readonly scenes?: Readonly<Record<string, SceneView>>;
  /** How high the sections were set before, by their ids, pt. */
  readonly heights?: ReadonlyMap<string, number>;
  /** Sections that are divided over pages may be broken between their blocks; undefined: they stay whole. */
  readonly breaking?: Breaking | undefined;
  /** The pages had too much: what stands elsewhere on the piece as well is left out. */
  readonly tight?: boolean;
  /** All that is said does not fit in any other way: a template sets it closer, and leaves out its own pictures. */
  readonly full?: boolean;
  /** Pictures that have what is left over on their pages and had too little, by the names of their files. */
  readonly small?: ReadonlySet<string>;
  /** There is room for an empty box on the page of the sender, for a stamp. */
  readonly near?: boolean;
  /** What a working paper shows beside the guide. */
  readonly review?: View;
}

/** Values as a template sees them. */
export type View = Readonly<Record<string, unknown>>;

const ref = (key: string): TextRef => ({ key });

/** What is shown of a guide, and for what form of product. */
interface Shown {
  readonly guide: Guide;
  readonly form: Form;
  readonly rendering: Rendering;
  readonly tight: boolean;
}

/** The facts that say what a page says, however it is arranged. */
export const ofWhatIsSaid = [
  ...(['form', 'links', 'tight', 'turns', 'discreet', 'paper', 'edition', 'product', 'scenes'] as const),
  ...(['theme', 'qr', 'review'] as const),
] as const;

/** The guide as templates see it: its own shape, with texts by key, and nothing that is absent. */
export function saidView(
  guide: Guide,
  locale: Locale,
  facts: Pick<PageFacts, (typeof ofWhatIsSaid)[number]>,
): View {
  const { data } = guide;
  const { main } = data.helplines;
  // What has a view of its own below is none of the whole.
  const {
    helplines,
    emergency: _,
    scenes: __,
    easy: ___,
    sections: ____,
    sources: _____,
    ...fields
  } = guideFields;
  const shown: Shown = {
    guide,
    form: facts.form,
    rendering: { guide, locale, links: facts.links },
    tight: facts.tight === true,
  };
  const sections = entries(data.sections, shown).map((section, i) => ({
    ...viewOfEntry(section, guideFields.sections.fields, 'sections', shown),
    number: i + 1,
    ...(entries(section.blocks, shown).some(isDanger) ? { warns: true } : {}),
    ...turnView(facts, `sections.${section.id}`),
  }));
  const whole = viewOfFields(data, fields, '', shown);
  const turned = (part: 'opening' | 'closing') => {
    const view = whole[part];
    return view === undefined ? {} : { [part]: { ...(view as View), ...turnView(facts, part) } };
  };
  return {
    ...whole,
    ...(facts.turns === undefined ? {} : { ...turned('opening'), ...turned('closing') }),
    helpline: viewOfFields(main, helplines.fields, 'helplines.main', shown),
    ...lineViews(shown.rendering, shown),
    sections,
    ...(isFew(sections, locale) ? { few: true } : {}),
    ...emergencyView(shown),
    sources: data.sources.map((source) => withReadable(source, 'address', sourceView(source.id, shown))),
    ...shortView(data.disclosure, whole.disclosure as View),
    ...publisherView(shown),
    imprint: { html: imprintHtml(guide, locale, facts.discreet === true) },
    locale: {
      tag: locale.tag,
      direction: languageOf(locale.tag).direction,
      script: languageOf(locale.tag).script,
    },
    paper: facts.paper,
    edition: facts.edition,
    product: facts.product,
    ...draftView(locale),
    scenes: scenesView(facts),
    ...easyView(shown, facts),
    theme: facts.theme ?? { name: '', band: 'straight' },
    qr: facts.qr ?? 'dial',
    ...codeView(guide, locale, facts.qr),
    ...(facts.review === undefined ? {} : { review: facts.review }),
  };
}

/** `turns` is there where something begins a page, or, where pages for notes go before it, those: `spare`. */
function turnView({ turns }: Pick<PageFacts, 'turns'>, name: string): View {
  const spare = turns?.get(name);
  if (spare === undefined) return {};
  if (spare === 0) return { turns: true };
  return { spare: Array.from({ length: spare }, () => ({ call: ref('helplines.main.call') })) };
}

/** Signs of a number beside which the narrow band of a panel has no room for words. */
const longest = 15;

/** The helplines: the main one where it says more than its number, the others in the guide's order. */
function lineViews(rendering: Rendering, shown: Shown): View {
  const { helplines } = rendering.guide.data;
  const view = (name: string) => {
    const ways = waysOf(rendering, name);
    return {
      id: name,
      number: numberView(rendering, name),
      ...viewOfFields(helplines[name]!, helplineTexts, `helplines.${name}`, shown),
      ...(ways.length === 0 ? {} : { ways }),
    };
  };
  const { main, ...others } = helplines;
  const says = [main.text, main.tty, main.messenger, main.chat, main.email, main.web];
  const isMore = [...says, main.hours, main.cost, main.languages, main.for].some((it) => it !== undefined);
  return {
    ...(isMore ? { reach: [view('main')] } : {}),
    ...(isMore || Object.keys(others).length > 0 ? { more: true } : {}),
    ...(Object.keys(others).length === 0 ? {} : { others: Object.keys(others).map(view) }),
    // By the count of signs: numbers of one shape have one page.
    ...(main.display.length > longest ? { longNumber: true } : {}),
  };
}

/** What stands beside a QR code: by what it opens, the words of a call or of a page. */
function codeView(guide: Guide, locale: Locale, qr: string | undefined): View {
  const dialled = declaredNumbers(guide.data).find((number) => qr === undefined || qr === addressOf(number));
  if (dialled === undefined)
    return { qrAlt: new Plain([locale.word('code.pageAlt', { address: qr! })]), qrCaption: 'code.page' };
  const { kind, name, display } = dialled;
  const qrAlt =
    kind === 'helpline'
      ? wordWithNumber(locale, 'code.dialAlt', name)
      : new Plain([locale.word('code.dialAlt', { number: display })]);
  return { qrAlt, qrCaption: 'code.dial' };
}

/** Short sentences, each with its picture; there in the edition that is made of them. Those with headings are numbered. */
function easyView(shown: Shown, facts: Pick<PageFacts, 'scenes' | 'turns'>): View {
  const { scenes = {} } = facts;
  let headings = 0;
  const easy = (shown.guide.data.easy ?? []).flatMap(({ id, heading, danger }) => {
    const slot = `easy-${id}`;
    const scene = scenes[slot];
    if (scene === undefined) return [];
    return [
      {
        id,
        slot,
        alt: plainOf(parseInline(scene.alt)),
        upright: scene.upright,
        text: ref(`easy.${id}`),
        ...turnView(facts, `easy.${id}`),
        ...(heading === undefined ? {} : { heading: ref(`easy.${id}.heading`), number: ++headings }),
        ...(danger === true ? { danger, ...emergencyView(shown) } : {}),
      },
    ];
  });
  return easy.length === 0 ? {} : { easy };
}

function scenesView({ scenes = {} }: Pick<PageFacts, 'scenes'>): View {
  return Object.fromEntries(
    Object.entries(scenes).map(([slot, { alt, upright, open }]) => [
      slot,
      { alt: plainOf(parseInline(alt)), upright, open },
    ]),
  );
}

/** There where no person has reviewed the translation: each reader is told. */
function draftView({ translation: { status } }: Locale): View {
  return status === 'source' || status === 'reviewed' ? {} : { draft: true };
}

/** The line by which old stock can be recalled; a discreet one does not name the guide. */
export function imprintOf(guide: Guide, locale: Locale, discreet = false): string {
  const { id, version, date } = guide.data;
  return locale.word('imprint', { guide: discreet ? '' : id, version, date, locale: locale.tag }).trim();
}

/**
 * The imprint on the page, isolated: from left to right in every language, for a day and a version read the other way
 * would be another number. The guide's id is written in the source's script, whatever the locale's is.
 */
function imprintHtml(guide: Guide, locale: Locale, discreet: boolean): string {
  const { id, version, date, locale: language } = guide.data;
  const text = locale.word('imprint', {
    guide: discreet ? '' : `[${id}](lang:${language})`,
    version,
    date,
    locale: locale.tag,
  });
  const line = inlineHtml(parseInline(text.trim()), { locale: locale.tag, helpline: () => '', numbers: [] });
  return `<bdi lang="en" dir="ltr">${line}</bdi>`;
}

/** What to do in an emergency, in the guide's countries; nothing where it does not say. */
function emergencyView(shown: Shown): View {
  const { data } = shown.guide;
  const here = (data.emergency ?? []).filter(({ country }) => countriesHere(data).includes(country));
  if (here.length === 0) return {};
  return {
    emergency: here.map((entry) => ({
      ...viewOfEntry(entry, guideFields.emergency.fields, 'emergency', shown),
      ...dialView(entry.text, shown),
    })),
  };
}

/** The number that a text says to dial, by itself: large, beside the text. */
function dialView(text: string, { rendering }: Shown): View {
  const { data } = rendering.guide;
  for (const node of inlineNodes(parseInline(text))) {
    if (node.kind !== 'link') continue;
    for (const [name, { display, dial }] of Object.entries(data.numbers ?? {}))
      if (node.href === `tel:${dial}`)
        return { dial: textHtml(rendering, `numbers.${name}`, `[${escapeInline(display)}](tel:${dial})`) };
  }
  return {};
}

const isDanger = (block: Block) => block.kind === 'paragraph' && block.danger === true;

/** The short form of the disclosure has its address as it is read, too. */
function shortView({ short }: Guide['data']['disclosure'], disclosure: View): View {
  if (short === undefined) return {};
  return {
    disclosure: { ...disclosure, short: withReadable(short, 'address', disclosure.short as View) },
  };
}

function publisherView(shown: Shown): View {
  const { publisher } = shown.guide.data;
  if (publisher === undefined) return {};
  const view = viewOfFields(publisher, guideFields.publisher.fields, 'publisher', shown);
  return { publisher: withReadable(publisher, 'web', view) };
}

/** An address beside how it is read on paper: `webText` beside `web`. */
function withReadable(entry: Entry, name: string, view: View): View {
  const address = entry[name];
  if (typeof address !== 'string') return view;
  return {
    ...view,
    [`${name}Text`]: { html: `<bdi dir="ltr">${escapeHtml(readableAddress(address))}</bdi>` },
  };
}

type Entry = Readonly<Record<string, unknown>>;

/** Those of a list that are for the form of the product. */
function entries<T extends Entry>(list: readonly T[], { form }: Shown): readonly T[] {
  return list.filter((entry) => formsOf(entry).includes(form));
}

/** The fields of a part, an entry or a block that is there; values that only the press reads are left out. */
function viewOfFields(entry: Entry, fields: Fields, key: string, shown: Shown): View {
  const under = (name: string) => (key === '' ? name : `${key}.${name}`);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = entry[name];
      if (value === undefined) return [];
      switch (field.is) {
        case 'text':
          return [[name, ref(field.isWhole ? key : under(name))]];
        case 'value':
          return field.use === 'template' ? [[name, value]] : [];
        case 'image':
          return [[name, value]];
        case 'source':
          return [[name, sourceView(String(value), shown)]];
        case 'part': {
          const { blocks } = value as { blocks?: readonly Entry[] };
          if (blocks !== undefined && entries(blocks, shown).length === 0) return [];
          return [[name, viewOfFields(value as Entry, field.fields, under(name), shown)]];
        }
        case 'named':
          return [];
        case 'things': {
          const own = field.isBeside === true ? key.slice(0, key.lastIndexOf('.')) : key;
          const prefix = own === '' ? name : own;
          const each = entries(value as readonly Entry[], shown);
          return [[name, each.map((inner) => viewOfEntry(inner, field.fields, prefix, shown))]];
        }
        case 'blocks':
          return [
            [name, entries(value as readonly Block[], shown).map((block) => blockView(block, key, shown))],
          ];
        default:
          return field satisfies never;
      }
    }),
  );
}

function viewOfEntry(entry: Entry, fields: Fields, prefix: string, shown: Shown): View {
  const id = String(entry.id);
  return { id, ...viewOfFields(entry, fields, `${prefix}.${id}`, shown) };
}

function blockView(block: Block, prefix: string, shown: Shown): View {
  const view = { kind: block.kind, ...viewOfEntry(block, blockFields[block.kind], prefix, shown) };
  if (isDanger(block)) return { ...view, ...(shown.tight ? {} : emergencyView(shown)) };
  if (block.kind === 'definition')
    return { ...view, saysTerm: shown.guide.texts.get(`${prefix}.${block.id}.term`)?.role === 'term' };
  return block.kind === 'table' ? { ...view, ...tableView(block, `${prefix}.${block.id}`) } : view;
}

/** A table as its head row, where it has one, and the others. A cell without words has no `text`. */
function tableView(table: Table, key: string): View {
  const rows = tableGrid(table).map((placed, i) => ({
    cells: placed.map(({ cell, heads }) => ({
      ...(cell.text === undefined ? {} : { text: ref(`${key}.${table.rows[i]!.id}.${cell.id}`) }),
      columns: cell.columns ?? 1,
      rows: cell.rows ?? 1,
      isHead: heads !== undefined,
    })),
  }));
  const heads = table.head === 'column' ? 0 : 1;
  return { headRows: rows.slice(0, heads), rows: rows.slice(heads) };
}

function sourceView(id: string, shown: Shown): View {
  const source = shown.guide.data.sources.find((each) => each.id === id);
  return source === undefined ? { id } : viewOfEntry(source, guideFields.sources.fields, 'sources', shown);
}
