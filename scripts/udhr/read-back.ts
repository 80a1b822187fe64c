import { type Guide, parseInline, plainText } from '../../src/content/index.ts';
import type { Printed } from '../../src/press/index.ts';
import { inspect } from '../../src/proof/index.ts';
import { type Declaration, textsOf } from './declaration.ts';

/** White space folded, NFC, as the reader of finished files gives text; nothing taken out. */
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');
/** A source without the marks that steer direction: they are never printed. */
const source = (text: string): string => fold(text.replace(/[\u061c\u200e\u200f]/g, ''));

const short = (text: string): string => JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);

/**
 * Holds the text of a finished file, by its structure and with nothing stripped, to the declaration it was made from:
 * each text a block of its own, equal letter for letter, in order, and nothing else but the helpline's texts, the
 * disclosure and the numbers of lists. Gives what differs.
 */
export function differences(declaration: Declaration, guide: Guide, { bytes, proof }: Printed): string[] {
  const wanted = textsOf(declaration).map(source);
  const { locale } = guide.data;
  const others = new Set(
    [...guide.texts]
      .filter(([key]) => /^(?:helplines|disclosure)\./.test(key))
      .map(([, { text }]) => fold(plainText(parseInline(text), guide))),
  );
  const { imprint, pointer, helpline } = proof.expectation!;
  for (const text of [imprint, helpline.display]) others.add(fold(text));
  const isOther = (text: string) =>
    others.has(text) || text.startsWith(source(pointer)) || /^\p{Nd}+\.$/u.test(text);
  const faults: string[] = [];
  let next = 0;
  for (const block of inspect(bytes).text.split('\n')) {
    if (block === wanted[next]) next++;
    else if (!isOther(block)) {
      faults.push(`${locale}: ${short(block)} stands where ${short(wanted[next] ?? 'nothing')} should`);
      if (wanted[next] !== undefined) next++;
    }
  }
  if (next < wanted.length) faults.push(`${locale}: ${short(wanted[next]!)} is not there, nor what follows`);
  return faults;
}
