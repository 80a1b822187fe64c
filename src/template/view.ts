import {
  addressOf,
  declaredNumbers,
  formsOf,
  type Guide,
  guideFields,
  parseInline,
  readableAddress,
} from '../content/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import { isFew } from './amount.ts';
import {
  type Entry,
  emergencyView,
  entries,
  isDanger,
  ref,
  type Shown,
  sourceView,
  viewOfEntry,
  viewOfFields,
} from './fields-view.ts';
import { escapeHtml } from './html.ts';
import { imprintHtml } from './imprint.ts';
import type { ofWhatIsSaid, PageFacts, View } from './page-facts.ts';
import { Plain, plainOf, wordWithNumber } from './plain.ts';
import { helplineTexts, numberView, waysOf } from './reach.ts';
import { showsNumber } from './shows-number.ts';
import type { Rendering } from './types.ts';

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
  const numbers = declaredNumbers(data);
  const sections = entries(data.sections, shown).map((section, i) => ({
    ...viewOfEntry(section, guideFields.sections.fields, 'sections', shown),
    number: i + 1,
    ...(entries(section.blocks, shown).some(isDanger) ? { warns: true } : {}),
    ...(showsNumber(locale.text(`sections.${section.id}.line`), numbers) ? { dials: true } : {}),
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

/** The helplines: the main one where it says more than its number, the others that are for the form of the product in the guide's order. */
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
  const { main, ...all } = helplines;
  const others = Object.keys(all).filter((name) => formsOf(all[name]!).includes(shown.form));
  const says = [main.text, main.tty, main.messenger, main.chat, main.email, main.web];
  const isMore = [...says, main.hours, main.cost, main.languages, main.for].some((it) => it !== undefined);
  return {
    ...(isMore ? { reach: [view('main')] } : {}),
    ...(isMore || others.length > 0 ? { more: true } : {}),
    ...(others.length === 0 ? {} : { others: others.map(view) }),
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
