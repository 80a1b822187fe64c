import fc from 'fast-check';
import { decodeText } from '../../src/files/index.ts';
import { property } from './property.ts';

export const properties = [
  property('bytes as text', fc.uint8Array({ maxLength: 400 }), (bytes) => decodeText(bytes, 'a.txt')),
  property('bytes as text, near UTF-16 and UTF-8', nearText(), (bytes) => decodeText(bytes, 'a.txt')),
];

/** Texts in some encoding with a few bytes changed. */
function nearText(): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(400), fc.nat(255));
  return fc
    .tuple(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
      fc.array(change, { maxLength: 4 }),
    )
    .map(([text, encoding, changes]) => {
      const bytes = Buffer.from(text, encoding);
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      return bytes;
    });
}
