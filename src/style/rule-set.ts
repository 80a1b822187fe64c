import type { Cascaded } from './cascade.ts';
import type { StyleRule, StyleSheet } from './rules.ts';
import { Standing } from './standing.ts';
import type { ComputedStyle, PageStyle, Pseudo } from './types.ts';
import type { Variables } from './variables.ts';

/** A rule with its place among all rules (CSS Cascade 4 §6.4: specificity, then order). */
export interface RankedRule {
  readonly rule: StyleRule;
  readonly rank: number;
}

/** Styles by the style that they are under, and by what is declared. */
export type StylesUnder = Map<ComputedStyle | undefined, Map<Cascaded, ComputedStyle>>;

/** Of cascades, styles and pages together: one product has some hundred at each size. */
const mostKept = 20_000;
/** Elements as selectors see them: a document has some hundred, which others of its language and template have too. */
const mostStandings = 40_000;

/**
 * The rules of some style sheets, by the id, class or type that their last compound asks for: an element is tried with
 * few (Selectors 4 §17). It remembers what they made of documents: elements that the same is declared for, under the
 * same, have one style, in all documents. Bounded; it holds nothing that was faulty, and no document.
 */
export class RuleSet {
  readonly sheets: readonly StyleSheet[];
  /** No text is set smaller, pt: what asks for less is as large. */
  readonly leastSize: number;
  /** Some rule is of `::before` or `::after`. */
  readonly generates: boolean;
  /** Some value is a hundredth of a page. */
  readonly asksForView: boolean;
  readonly #rules: Readonly<Record<'text' | Pseudo, Buckets>> = {
    text: newBuckets(),
    before: newBuckets(),
    after: newBuckets(),
  };
  #cascaded = new Map<Variables, Map<string, Cascaded>>();
  #styles = new Map<string, StylesUnder>();
  #pages = new Map<Variables, Map<string, PageStyle>>();
  #sound = new Set<ComputedStyle>();
  #kept = 0;
  #standing = new Standing();
  #standings = 0;

  constructor(sheets: readonly StyleSheet[], leastSize = 0) {
    this.sheets = sheets;
    this.leastSize = leastSize;
    this.generates = sheets.some(({ rules }) => rules.some(({ selector }) => selector.pseudo !== undefined));
    const said = sheets.flatMap(({ rules, pages }) =>
      [...rules, ...pages].flatMap((rule) => rule.declarations),
    );
    this.asksForView = said.some(({ text }) => /\d(?:vw|vh)\b/i.test(text));
    const order = (a: StyleRule, b: StyleRule) => a.selector.specificity - b.selector.specificity;
    const rules = sheets.flatMap((sheet) => sheet.rules).sort(order);
    rules.forEach((rule, rank) => {
      const { pseudo = 'text', key } = rule.selector;
      const { ids, classes, names } = this.#rules[pseudo];
      const [buckets, name] = key.startsWith('#')
        ? [ids, key.slice(1)]
        : key.startsWith('.')
          ? [classes, key.slice(1)]
          : [names, key];
      const bucket = buckets.get(name);
      if (bucket === undefined) buckets.set(name, [{ rule, rank }]);
      else bucket.push({ rule, rank });
    });
  }

  /** The rules of an element's text, or of what stands beside it, by what their last compounds ask for. */
  of(what: 'text' | Pseudo): Buckets {
    return this.#rules[what];
  }

  /** What is declared under some inherited custom properties, by the element's name and its rules' ranks. */
  cascadedUnder(inherited: Variables): Map<string, Cascaded> {
    return within(this.#cascaded, inherited);
  }

  /** The styles of elements at a size and an air. */
  stylesAt(size: string): StylesUnder {
    return within(this.#styles, size);
  }

  /** The styles of pages where some custom properties are set, by their name, size and air. */
  pagesWith(variables: Variables): Map<string, PageStyle> {
    return within(this.#pages, variables);
  }

  /** Styles in which there is nothing wrong, whichever element has them: they are looked at once for all documents. */
  get sound(): Set<ComputedStyle> {
    return this.#sound;
  }

  /** What the roots of documents stand in. */
  get standing(): Standing {
    return this.#standing;
  }

  /** Counts standings, and numbers them. */
  countStanding(): number {
    return ++this.#standings;
  }

  /** Counts what was put into the maps. */
  count(): void {
    this.#kept++;
  }

  /** Forgets everything when it is too much. To be called between documents, which share what they made. */
  trim(): void {
    if (this.#kept > mostKept || this.#standings > mostStandings) this.forget();
  }

  forget(): void {
    this.#cascaded = new Map();
    this.#styles = new Map();
    this.#pages = new Map();
    this.#sound = new Set();
    this.#kept = 0;
    this.#standing = new Standing();
    this.#standings = 0;
  }
}

/** Rules by the id, the class or the type that their last compounds ask for; of type `*` where they ask for none. */
export interface Buckets {
  readonly ids: Map<string, RankedRule[]>;
  readonly classes: Map<string, RankedRule[]>;
  readonly names: Map<string, RankedRule[]>;
}

const newBuckets = (): Buckets => ({ ids: new Map(), classes: new Map(), names: new Map() });

/** The map under a key, made where there is none. */
export function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}
