import {
  type Block,
  blockFields,
  declaredNumbers,
  type Fields,
  type Guide,
  guideFields,
  parseInline,
} from '../content/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import { inlineHtml } from './html.ts';
import { Plain, wordWithNumber } from './plain.ts';

/** A text of the guide as a template sees it: `{{say text}}` prints it. */
export interface TextRef {
  readonly key: string;
}

export const isText = (value: unknown): value is TextRef =>
  typeof value === 'object' && value !== null && typeof (value as TextRef).key === 'string';

/** What a page is made for. */
export interface PageFacts {
  readonly product: string;
  readonly edition: string;
  readonly paper: {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly orientation: string;
  };
  /** Address that a QR code opens; undefined: it dials the helpline. */
  readonly qr: string | undefined;
  /** What a working paper shows beside the guide. */
  readonly review?: View;
}

/** Values as a template sees them. */
export type View = Readonly<Record<string, unknown>>;

const ref = (key: string): TextRef => ({ key });

/** The guide as templates see it: its own shape, with texts by key, and nothing that is absent. */
export function viewOf(guide: Guide, locale: Locale, facts: PageFacts): View {
  const { data } = guide;
  const { main } = data.helplines;
  const { helplines, ...fields } = guideFields;
  return {
    ...viewOfFields(data, fields, '', guide),
    helpline: viewOfFields(main, helplines.fields, 'helplines.main', guide),
    sections: data.sections.map((section, i) => ({
      ...viewOfEntry(section, guideFields.sections.fields, 'sections', guide),
      number: i + 1,
    })),
    ...(data.emergency === undefined
      ? {}
      : {
          emergency: data.emergency
            .filter((entry) => entry.country === data.country)
            .map((entry) => viewOfEntry(entry, guideFields.emergency.fields, 'emergency', guide)),
        }),
    imprint: { html: imprintHtml(guide, locale) },
    locale: {
      tag: locale.tag,
      direction: languageOf(locale.tag).direction,
      script: languageOf(locale.tag).script,
    },
    paper: facts.paper,
    edition: facts.edition,
    product: facts.product,
    qr: facts.qr ?? 'dial',
    ...codeView(guide, locale, facts.qr),
    ...(facts.review === undefined ? {} : { review: facts.review }),
  };
}

/** What stands beside a QR code: by what it opens, the words of a call or of a page. */
function codeView(guide: Guide, locale: Locale, qr: string | undefined): View {
  const dialled = declaredNumbers(guide.data).find(({ dial }) => qr === undefined || qr === `tel:${dial}`);
  if (dialled === undefined)
    return { qrAlt: new Plain([locale.word('code.pageAlt', { address: qr! })]), qrCaption: 'code.page' };
  const { kind, name, display } = dialled;
  const qrAlt =
    kind === 'helpline'
      ? wordWithNumber(locale, 'code.dialAlt', name)
      : new Plain([locale.word('code.dialAlt', { number: display })]);
  return { qrAlt, qrCaption: 'code.dial' };
}

/** The line by which old stock can be recalled. */
export function imprintOf(guide: Guide, locale: Locale): string {
  const { id, version, date } = guide.data;
  return locale.word('imprint', { guide: id, version, date, locale: locale.tag });
}

/** The imprint on the page: the guide's id is written in the source's script, whatever the locale's is. */
function imprintHtml(guide: Guide, locale: Locale): string {
  const { id, version, date, locale: language } = guide.data;
  const text = locale.word('imprint', {
    guide: `[${id}](lang:${language})`,
    version,
    date,
    locale: locale.tag,
  });
  return inlineHtml(parseInline(text), { locale: locale.tag, helpline: () => '', numbers: [] });
}

type Entry = Readonly<Record<string, unknown>>;

/** The fields of a part, an entry or a block that is there; values that only the press reads are left out. */
function viewOfFields(entry: Entry, fields: Fields, key: string, guide: Guide): View {
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
          return [[name, sourceView(String(value), guide)]];
        case 'part':
          return [[name, viewOfFields(value as Entry, field.fields, under(name), guide)]];
        case 'named':
          return [];
        case 'things': {
          const prefix = key === '' ? name : key;
          return [
            [name, (value as readonly Entry[]).map((each) => viewOfEntry(each, field.fields, prefix, guide))],
          ];
        }
        case 'blocks':
          return [[name, (value as readonly Block[]).map((block) => blockView(block, key, guide))]];
        default:
          return field satisfies never;
      }
    }),
  );
}

function viewOfEntry(entry: Entry, fields: Fields, prefix: string, guide: Guide): View {
  const id = String(entry.id);
  return { id, ...viewOfFields(entry, fields, `${prefix}.${id}`, guide) };
}

function blockView(block: Block, prefix: string, guide: Guide): View {
  return { kind: block.kind, ...viewOfEntry(block, blockFields[block.kind], prefix, guide) };
}

function sourceView(id: string, guide: Guide): View {
  const source = guide.data.sources.find((each) => each.id === id);
  return source === undefined ? { id } : viewOfEntry(source, guideFields.sources.fields, 'sources', guide);
}
