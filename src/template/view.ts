import { type Block, type Guide, parseInline } from '../content/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import { inlineHtml } from './html.ts';

/** A text of the guide as a template sees it: `{{say text}}` prints it. */
export interface TextRef {
  readonly key: string;
}

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
  const part = (name: 'opening' | 'closing' | 'disclosure') => {
    const value = data[name];
    return value === undefined
      ? {}
      : { [name]: { heading: ref(`${name}.heading`), blocks: blocksView(name, value.blocks, guide) } };
  };
  const helpline = data.helplines.main;
  const fields = ['call', 'answers', 'claims', 'hours', 'cost', 'languages'] as const;
  const optional = (name: 'kicker' | 'overview') => (data[name] === undefined ? {} : { [name]: ref(name) });
  return {
    title: ref('title'),
    ...optional('kicker'),
    ...optional('overview'),
    helpline: Object.fromEntries(
      fields.flatMap((field) =>
        helpline[field] === undefined ? [] : [[field, ref(`helplines.main.${field}`)]],
      ),
    ),
    ...part('opening'),
    sections: data.sections.map((section, i) => ({
      id: section.id,
      number: i + 1,
      line: ref(`sections.${section.id}.line`),
      blocks: blocksView(`sections.${section.id}`, section.blocks, guide),
    })),
    ...part('closing'),
    ...(data.emergency === undefined
      ? {}
      : {
          emergency: data.emergency
            .filter((e) => e.country === data.country)
            .map((e) => ({ text: ref(`emergency.${e.id}`) })),
        }),
    ...part('disclosure'),
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
    qrAlt:
      facts.qr === undefined
        ? locale.word('code.dialAlt', { number: helpline.display })
        : locale.word('code.pageAlt', { address: facts.qr }),
    qrCaption: facts.qr === undefined ? 'code.dial' : 'code.page',
    ...(facts.review === undefined ? {} : { review: facts.review }),
  };
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
  return inlineHtml(parseInline(text), { locale: locale.tag, helpline: () => '' });
}

function blocksView(prefix: string, blocks: readonly Block[], guide: Guide): View[] {
  return blocks.map((block) => {
    const key = `${prefix}.${block.id}`;
    const base = { id: block.id, kind: block.kind };
    const source =
      'source' in block && block.source !== undefined ? { source: sourceView(block.source, guide) } : {};
    switch (block.kind) {
      case 'list':
        return {
          ...base,
          items: block.items.map((item) => ({ id: item.id, text: ref(`${key}.${item.id}`) })),
        };
      case 'figure':
        return {
          ...base,
          image: block.image,
          alt: ref(`${key}.alt`),
          ...(block.caption === undefined ? {} : { caption: ref(`${key}.caption`) }),
        };
      case 'quote':
        return { ...base, text: ref(`${key}.text`), cite: ref(`${key}.cite`), ...source };
      case 'definition':
        return { ...base, term: ref(`${key}.term`), text: ref(`${key}.text`), ...source };
      default:
        return { ...base, text: ref(key), ...source };
    }
  });
}

function sourceView(id: string, guide: Guide): View {
  const source = guide.data.sources.find((s) => s.id === id);
  return {
    id,
    name: ref(`sources.${id}`),
    ...(source?.address === undefined ? {} : { address: source.address }),
  };
}
