import type { Guide } from '../content/index.ts';
import type { Locale } from '../locale/index.ts';
import type { PageFacts } from './page-facts.ts';

/** What was made of the texts, words and numbers of a guide in a locale. */
export class Sayings {
  /** HTML of texts, by their keys: each with the text that it was made of. */
  readonly #texts = new Map<string, { readonly text: string; readonly html: { readonly html: string } }>();
  /** Words without values. */
  readonly #words = new Map<string, string>();
  /** HTML of helplines' numbers, by their names. */
  readonly #helplines = new Map<string, string>();

  /** What partials printed, by what they stood in. */
  readonly #partials = new Map<unknown, Map<string, Printed>>();

  text(key: string, text: string, make: () => { readonly html: string }): { readonly html: string } {
    const known = this.#texts.get(key);
    if (known?.text === text) return known.html;
    const html = make();
    this.#texts.set(key, { text, html });
    return html;
  }

  word(key: string, make: () => string): string {
    return kept(this.#words, key, make);
  }

  helpline(name: string, make: () => string): string {
    return kept(this.#helplines, name, make);
  }

  /** Of a partial that asks for nothing but what it stands in, which nothing changes. */
  partial(name: string, context: unknown, print: () => Printed): Printed {
    let known = this.#partials.get(context);
    if (known === undefined) {
      known = new Map();
      this.#partials.set(context, known);
    }
    let printed = known.get(name);
    if (printed === undefined) {
      printed = print();
      known.set(name, printed);
    }
    return printed;
  }
}

/** What a partial printed: its HTML, the keys of the texts in it, and the work that it was. */
export interface Printed {
  readonly html: string;
  readonly said: ReadonlySet<string>;
  readonly calls: number;
  readonly characters: number;
}

function kept(map: Map<string, string>, key: string, make: () => string): string {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

type SayingsOf = (guide: Guide, locale: Locale, links: PageFacts['links']) => Sayings;

/** Where a guide is arranged once more, in the same locale, what it says is made once: only the last one's is kept. */
export function sayings(): SayingsOf {
  let last: { guide: Guide; locale: Locale; links: PageFacts['links']; said: Sayings } | undefined;
  return (guide, locale, links) => {
    if (last?.guide !== guide || last.locale !== locale || last.links !== links)
      last = { guide, locale, links, said: new Sayings() };
    return last.said;
  };
}
