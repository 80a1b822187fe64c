import { Lettered } from '../letters/index.ts';
import type { Shaped } from './harfbuzz.ts';

/**
 * Room between Han or Kana and Latin letters or digits beside them, em (CSS Text 4 `text-autospace: normal`; a quarter by
 * CLREQ §3.2.2 and JLREQ §3.2.6). It belongs to the letter before it, and no line ends with it.
 */
const ROOM = 0.25;

const anyIdeograph = /[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
const ideograph = new Lettered(String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]`, 'u');
const letter = /[0-9\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]/u;

const isIsolate = (unit: number): boolean => unit >= 0x2066 && unit <= 0x2069;

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** 1 after each letter that room is after, and after the isolates behind it; undefined: there is none. */
export function autospaceIn(text: string): Uint8Array | undefined {
  if (!anyIdeograph.test(text)) return undefined;
  const found = new Uint8Array(text.length + 1);
  let any = false;
  for (let at = 1; at < text.length; at++) {
    if (isIsolate(text.charCodeAt(at - 1))) found[at] = found[at - 1]!;
    else {
      let next = at;
      while (isIsolate(text.charCodeAt(next))) next++;
      const before = characterBefore(text, at);
      const after = String.fromCodePoint(text.codePointAt(next) ?? 0);
      const meet =
        (ideograph.test(before) && letter.test(after)) || (letter.test(before) && ideograph.test(after));
      if (meet) {
        found[at] = 1;
        any = true;
      }
    }
  }
  return any ? found : undefined;
}

/** The room, in units of a face. */
export function autospaceUnits(unitsPerEm: number): number {
  return Math.round(ROOM * unitsPerEm);
}

/** Left-to-right glyphs of `[…, end)` with room after the clusters that end where `autospace` says. */
export function autospaced(shaped: Shaped, end: number, autospace: Uint8Array, room: number): Shaped {
  const { length, clusters } = shaped.glyphs;
  let advances: Int32Array | undefined;
  for (let i = 0; i < length; i++) {
    if (clusters[i] === clusters[i + 1] && i + 1 < length) continue;
    if (autospace[i + 1 < length ? clusters[i + 1]! : end] !== 1) continue;
    advances ??= Int32Array.from(shaped.glyphs.advances);
    advances[i]! += room;
  }
  return advances === undefined ? shaped : { ...shaped, glyphs: { ...shaped.glyphs, advances } };
}
