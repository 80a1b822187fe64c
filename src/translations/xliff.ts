import type { Exchange, UnitState } from './unit.ts';

/** States of XLIFF 1.2 (§ Appendix, `state`) for ours. */
const states: Readonly<Record<UnitState, string>> = {
  missing: 'needs-translation',
  stale: 'needs-review-translation',
  broken: 'needs-review-translation',
  offered: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
};

/** The texts as XLIFF 1.2. */
export async function writeXliff(exchange: Exchange): Promise<string> {
  const { default: jsToXliff12 } = await import('xliff/jsToXliff12');
  const units = exchange.units.map(({ key, source, target, note }) => [
    key,
    {
      source: escaped(source),
      target: escaped(target),
      note: escaped(note),
      additionalAttributes: { 'xml:space': 'preserve' },
    },
  ]);
  const xml = await jsToXliff12({
    sourceLanguage: exchange.sourceLanguage,
    targetLanguage: exchange.targetLanguage,
    resources: { [exchange.guide]: Object.fromEntries(units) },
  });
  let at = 0;
  const marked = xml.replace(/<target>/g, () => `<target state="${states[exchange.units[at++]!.state]}">`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${marked}\n`;
}

/** The library takes `&amp;` in a text for an escape of its own. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}
