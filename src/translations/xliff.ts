import { type Piece, pieces } from './codes.ts';
import type { Exchange, Unit, UnitState } from './unit.ts';

/** States of XLIFF 1.2 (§ Appendix, `state`) for ours. */
const states: Readonly<Record<UnitState, string>> = {
  missing: 'needs-translation',
  stale: 'needs-review-translation',
  broken: 'needs-review-translation',
  offered: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
};

/** The texts as XLIFF 1.2, with inline elements for what a translator must keep. */
export async function writeXliff(exchange: Exchange): Promise<string> {
  const numbers = [...new Set(exchange.numbers.map(({ display }) => display))];
  const units = exchange.units.map((unit) => unitOf(unit, numbers));
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:oasis:names:tc:xliff:document:1.2 http://docs.oasis-open.org/xliff/v1.2/os/xliff-core-1.2-strict.xsd" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="${escaped(exchange.guide)}" datatype="plaintext" source-language="${exchange.sourceLanguage}" target-language="${exchange.targetLanguage}">
    <body>
${units.join('\n')}
    </body>
  </file>
</xliff>
`;
}

function unitOf({ key, source, target, state, note }: Unit, numbers: readonly string[]): string {
  const inSource = pieces(source, numbers);
  return `      <trans-unit id="${escaped(key)}" xml:space="preserve">
        <source>${inSource.map(written).join('')}</source>
        <target state="${states[state]}">${pieces(target, numbers, inSource).map(written).join('')}</target>
        <note>${escaped(note)}</note>
      </trans-unit>`;
}

function written(piece: Piece): string {
  const text = escaped(piece.text);
  return piece.is === 'words'
    ? text
    : `<${piece.is} id="${piece.id}"${piece.is === 'ept' ? '' : ` ctype="${piece.type}"`}>${text}</${piece.is}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** In texts and attributes; a carriage return would be read as a line feed (XML 1.0, 2.11). */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!).replaceAll('\r', '&#13;');
}
