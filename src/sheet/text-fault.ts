/** A text of a workbook, shared or within its cell, with all that it is made of; names may have a prefix. */
const texts = /<(?:\w+:)?(si|is)(?:\s[^<>]*)?>(.*?)<\/(?:\w+:)?\1\s*>/gs;
/** As nearly all of them are: one piece. */
const isOne = /^\s*<(?:\w+:)?t(?:\s[^<>]*)?>[^<]*<\/(?:\w+:)?t\s*>\s*$/;
/** How a text is to be read is no part of it. */
const reading = /<(?:\w+:)?rPh[\s>].*?<\/(?:\w+:)?rPh\s*>/gs;
const run = /<(?:\w+:)?r(?:\s[^<>]*)?>(.*?)<\/(?:\w+:)?r\s*>/gs;
const piece = /<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?t\s*>/g;

/**
 * Of the texts in a part of a workbook the first that is in more pieces than it may have (ECMA-376-1 §18.4.8: one, or runs of
 * one each), as a sentence. One reader takes all of them, another the last, or the runs: what people see nobody knows. Of a
 * text within its cell all take all.
 */
export function textFaultIn(xml: string): string | undefined {
  for (const [, tag, inner] of xml.matchAll(texts)) {
    if (isOne.test(inner!)) continue;
    const seen = inner!.replace(reading, '');
    const runs = [...seen.matchAll(run)].map(([, own]) => piecesIn(own!));
    const alone = piecesIn(seen.replace(run, ''));
    const isPlain = runs.length === 0 ? tag === 'is' || alone.length <= 1 : alone.length === 0;
    if (isPlain && runs.every((own) => own.length <= 1)) continue;
    const whole = Buffer.from(piecesIn(seen).join(''), 'latin1').toString();
    return `The workbook has a text in several pieces, of which programs show some or all: "${whole.slice(0, 40)}"`;
  }
  return undefined;
}

/** What they say; empty ones are none. */
const piecesIn = (xml: string): string[] =>
  [...xml.matchAll(piece)].flatMap(([, said]) => (said === '' ? [] : [said!]));
