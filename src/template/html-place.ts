import type { Code } from '../diagnostics/index.ts';
import { headAfter } from './attribute-value.ts';

/** Where a scan of a template's HTML stands (HTML §13.2.5, of which templates write a part). */
export interface HtmlPlace {
  /** In text, in a comment, in a tag between attributes, in an attribute's name, before its value, in its value. */
  readonly at: 'text' | 'comment' | 'tag' | 'name' | 'equals' | 'value';
  /** In `<title>`, which takes text only. */
  readonly inTitle: boolean;
  /** Of the attribute, in lower case. */
  readonly name: string;
  /** The quotation mark that ends the value. */
  readonly quote: string;
  /** What the value began with: see `attribute-value.ts`. */
  readonly head: string;
}

export const start: HtmlPlace = { at: 'text', inTitle: false, name: '', quote: '', head: '' };

/** Whether two ways through a template end at the same place. */
export function samePlace(a: HtmlPlace, b: HtmlPlace): boolean {
  return (Object.keys(a) as (keyof HtmlPlace)[]).every((key) => a[key] === b[key]);
}

/** What a scan meets, with its offset in the piece of HTML. A tag's text is its start: `<p`. */
export type HtmlEvent =
  | {
      readonly kind: 'tag' | 'text' | 'comment' | 'value';
      readonly offset: number;
      readonly text: string;
      readonly in: HtmlPlace;
    }
  | {
      readonly kind: 'fault';
      readonly offset: number;
      readonly code: Code;
      readonly message: string;
      readonly hint: string;
    };

/**
 * The next step of a scan: how much of the HTML it takes, what it meets, where it stands then. What it does not know it
 * refuses, and no tag is put together of two pieces: so it sees what the parser of the HTML standard will see.
 */
interface Step {
  readonly length: number;
  readonly kind?: 'tag' | 'text' | 'comment' | 'value';
  readonly fault?: readonly [message: string, hint: string];
  readonly next: HtmlPlace;
}

export function scanHtml(html: string, from: HtmlPlace): { events: HtmlEvent[]; place: HtmlPlace } {
  const events: HtmlEvent[] = [];
  let place = from;
  for (let offset = 0; offset < html.length; ) {
    const { length, kind, fault, next } = step(html.slice(offset), place);
    // An address of the template's own is a text; everything else is a matter of form.
    const code = place.at === 'value' ? 'TEMPLATE_TEXT' : 'TEMPLATE_SYNTAX';
    if (fault !== undefined) events.push({ kind: 'fault', offset, code, message: fault[0], hint: fault[1] });
    if (kind !== undefined)
      events.push({ kind, offset, text: html.slice(offset, offset + length), in: place });
    offset += length;
    place = next;
  }
  return { events, place };
}

function step(html: string, place: HtmlPlace): Step {
  switch (place.at) {
    case 'text':
      return html.startsWith('<')
        ? markup(html, place)
        : { length: before(html, '<'), kind: 'text', next: place };
    case 'comment': {
      const close = html.indexOf('-->');
      return close < 0
        ? { length: html.length, kind: 'comment', next: place }
        : { length: close + 3, kind: 'comment', next: { ...place, at: 'text' } };
    }
    case 'tag':
      return inTag(html, place);
    case 'name': {
      const { 0: word } = /^[^\s/>"'=<]*/.exec(html)!;
      const name = place.name + word.toLowerCase();
      if (word.length === html.length) return { length: word.length, next: { ...place, name } };
      const isValued = html[word.length] === '=';
      return isValued
        ? { length: word.length + 1, next: { ...place, at: 'equals', name } }
        : { length: word.length, next: { ...place, at: 'tag', name: '' } };
    }
    case 'equals': {
      const quote = html[0]!;
      if (quote === '"' || quote === "'")
        return { length: 1, next: { ...place, at: 'value', quote, head: '' } };
      return {
        length: 0,
        fault: ['A value stands without quotes.', 'Write attribute="value".'],
        next: { ...place, at: 'tag', name: '' },
      };
    }
    case 'value': {
      const isEnd = html.startsWith(place.quote);
      const text = isEnd ? '' : html.slice(0, before(html, place.quote));
      const { head, fault } = headAfter(place.name, place.head, isEnd ? 'end' : { text });
      const known = fault === undefined ? {} : { fault };
      return isEnd
        ? { ...known, length: 1, next: { ...place, at: 'tag', name: '', quote: '', head: '' } }
        : { ...known, length: text.length, kind: 'value', next: { ...place, head } };
    }
  }
}

/** Characters up to one that ends them. */
function before(html: string, end: string): number {
  const at = html.indexOf(end);
  return at < 0 ? html.length : at;
}

function markup(html: string, place: HtmlPlace): Step {
  const known = /^<(?:!--|!doctype html>|(\/?)([A-Za-z][A-Za-z0-9-]{0,40}))/i.exec(html.slice(0, 64));
  const [all = '', end, tag] = known ?? [];
  const inTitle = tag?.toLowerCase() === 'title' && end === '';
  if (known === null)
    return {
      length: 1,
      fault: ['A < stands alone, or begins no whole tag.', 'Write &lt;, or the tag in one piece.'],
      next: place,
    };
  if (place.inTitle && !/^<\/title$/i.test(all))
    return {
      length: all.length,
      fault: [`${all} stands in <title>.`, 'A title holds text only.'],
      next: place,
    };
  if (all === '<!--') return { length: 4, kind: 'comment', next: { ...place, at: 'comment' } };
  if (tag === undefined) return { length: all.length, next: place };
  const next: HtmlPlace = { ...place, at: 'tag', inTitle };
  return end === '' ? { length: all.length, kind: 'tag', next } : { length: all.length, next };
}

function inTag(html: string, place: HtmlPlace): Step {
  if (html.startsWith('>')) return { length: 1, next: { ...place, at: 'text' } };
  const { 0: space } = /^[\s/]*/.exec(html)!;
  if (space !== '') return { length: space.length, next: place };
  if (/^["'=<]/.test(html))
    return { length: 1, fault: [`A ${html[0]} stands in a tag.`, 'Write attribute="value".'], next: place };
  return { length: 0, next: { ...place, at: 'name' } };
}
