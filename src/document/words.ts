import { Lettered } from '../letters/index.ts';

const written = new Lettered(String.raw`[\p{L}\p{N}\p{M}\p{Alphabetic}\p{Regional_Indicator}]`, 'u');

/** Whether a text holds letters or digits, as they are or within a sign (™, ①, ½). */
export function hasWords(text: string): boolean {
  return written.test(text) || written.test(text.normalize('NFKC'));
}
