import { type Property, unpackProperty } from './property.ts';
import { ranges, values } from './tables/script.ts';

let property: Property | undefined;

const OPENING = '([{⟨⟪⟦「『【〈《〔«‹“‘';
const CLOSING = ')]}⟩⟫⟧」』】〉》〕»›”’';

/**
 * The script of each UTF-16 unit as an ISO 15924 code (UAX #24 §5.1): Common and Inherited take the script before
 * them, at the start the one that follows; a closing bracket takes that of its opening one. `Zyyy` when the text
 * has no letters.
 */
export function scripts(text: string): string[] {
  property ??= unpackProperty(ranges);
  const found: string[] = new Array(text.length);
  const brackets: { readonly closing: number; readonly script: string }[] = [];
  let current = 'Zyyy';
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const width = codePoint > 0xffff ? 2 : 1;
    const own = values[property(codePoint)]!;
    if (own !== 'Zyyy' && own !== 'Zinh' && own !== 'Zzzz') {
      if (current === 'Zyyy') found.fill(own, 0, at);
      current = own;
    } else if (codePoint < 0x3020) {
      const opening = OPENING.indexOf(text.charAt(at));
      if (opening >= 0) brackets.push({ closing: CLOSING.charCodeAt(opening), script: current });
      const match = brackets.findLastIndex(({ closing }) => closing === codePoint);
      if (match >= 0) {
        const { script } = brackets[match]!;
        if (script !== 'Zyyy') current = script;
        brackets.length = match;
      }
    }
    found.fill(current, at, at + width);
    at += width;
  }
  return found;
}
