import type { Place, Problem } from '../diagnostics/index.ts';
import { type DocumentElement, type HtmlDocument, textContent } from '../document/index.ts';
import { type Proof, proofProblems } from '../proof/index.ts';

/** Texts that a message names; a shorter one stands anywhere. */
const named = /"([^"]{2,})"/g;

/** The failed checks of a proof as problems, each at the element of the template that holds a text which it names. */
export function placedProblems(proof: Proof, { root }: HtmlDocument): Problem[] {
  return proofProblems(proof).map((found) => {
    const place = placeOf(found.message, root);
    return place === undefined ? found : { ...found, place: { ...place, ...found.place } };
  });
}

function placeOf(message: string, root: DocumentElement): Place | undefined {
  for (const [, text] of message.matchAll(named)) {
    // What is seen of a line ends where it breaks.
    const wanted = plain(text!).replace(/[-‐\u00ad]$/u, '');
    if (wanted === '' || !plain(textContent(root)).includes(wanted)) continue;
    let found = root;
    for (let inner: DocumentElement | undefined = root; inner !== undefined; ) {
      found = inner;
      inner = found.children.find(
        (child): child is DocumentElement =>
          child.kind === 'element' && plain(textContent(child)).includes(wanted),
      );
    }
    return found.origin;
  }
  return undefined;
}

/** A text without what cannot be seen of it: soft hyphens, marks of direction, and more than one space. */
const plain = (text: string) =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
