import { describe, expect, it } from 'vitest';
import { headOf, recased, saidIn } from '../../src/text/index.ts';

/** What a text says where it is set in another case: read from the whole, and piece by piece. */
function saidBy(text: string, set: ReturnType<typeof recased>): string {
  const paragraph = { text: set.text, said: set.said };
  let out = '';
  for (let at = 0; at < set.text.length; ) {
    let to = at + 1;
    while (to < set.text.length && headOf(paragraph, to) !== to) to++;
    out += saidIn(paragraph, at, to);
    at = to;
  }
  expect(saidIn(paragraph, 0, set.text.length)).toBe(out);
  expect(out).toBe(text);
  return set.text;
}

describe('a text in another case', () => {
  it.each([
    ['uppercase', 'en', 'it’s here, now', 'IT’S HERE, NOW'],
    ['uppercase', 'de', 'straße, maß', 'STRASSE, MASS'],
    ['uppercase', 'tr', 'iyi ılık', 'İYİ ILIK'],
    ['uppercase', 'az', 'bir', 'BİR'],
    ['uppercase', 'lt', 'į̇kyr\u0117', 'Į̇KYR\u0116'.replace('\u0307', '')],
    ['uppercase', 'el', 'καλημέρα, ή μαΐου', 'ΚΑΛΗΜΕΡΑ, Ή ΜΑΪΟΥ'],
    ['uppercase', 'ru', 'ёж', 'ЁЖ'],
    ['uppercase', 'fr', 'ﬁn e\u0301te\u0301', 'FIN E\u0301TE\u0301'],
    ['uppercase', 'en', 'a\u00adbout', 'A\u00adBOUT'],
    ['lowercase', 'tr', 'IŞIK İYİ', 'ışık iyi'],
    ['lowercase', 'el', 'ΟΔΟΣ ΣΟΦΟΣ', 'οδος σοφος'],
    ['lowercase', 'en', 'İX', 'i̇x'],
    ['capitalize', 'en', 'don’t (stop) twenty-five', 'Don’t (Stop) Twenty-Five'],
    ['capitalize', 'nl', 'ijs bij ijmuiden', 'IJs Bij IJmuiden'],
    ['capitalize', 'en', 'ijs', 'Ijs'],
    ['capitalize', 'de', 'ßa', 'Ssa'],
    ['capitalize', 'hr', 'ǆep', 'ǅep'],
    ['uppercase', 'ar', 'مرحبا', 'مرحبا'],
    ['uppercase', 'hi', 'नमस्ते', 'नमस्ते'],
  ] as const)('%s in %s: %s', (change, language, text, wanted) => {
    expect(saidBy(text, recased(text, change, language))).toBe(wanted);
  });

  it('goes on with the word that stands before it', () => {
    expect(recased('re one', 'capitalize', 'en', true).text).toBe('re One');
    expect(recased(' re one', 'capitalize', 'en', true).text).toBe(' Re One');
    expect(recased('re', 'uppercase', 'en', true).text).toBe('RE');
  });

  it.each([
    ['call 1-800-help now', 'CALL 1-800-help NOW'],
    ['800.Help or 24h', '800.Help OR 24h'],
    ['٨٠٠-a b', '٨٠٠-a B'],
    ['a loo, an oil, an Ilo', 'A LOO, AN OIL, AN ILO'],
    ['ask for olo, oi', 'ASK FOR OLO, OI'],
  ])('a word that touches a digit keeps its letters: %s', (text, wanted) => {
    expect(saidBy(text, recased(text, 'uppercase', 'en'))).toBe(wanted);
  });

  it('makes no word of letters that look like digits', () => {
    expect(recased('IO ILO LOO', 'lowercase', 'en').text).toBe('io ilo LOO');
    expect(recased('oio', 'uppercase', 'en').text).toBe('oio');
  });
});
