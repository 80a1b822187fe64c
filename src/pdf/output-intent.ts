import { deflateSync } from 'node:zlib';
import type { PdfFile } from './file.ts';
import { type PdfReference, pdfText, srgbProfile } from './pdfkit.ts';

let profile: Uint8Array | undefined;

/** The output intent that gives device colours their meaning: sRGB (ISO 19005-2 6.2.3). */
export function writeOutputIntent(file: Pick<PdfFile<unknown>, 'object' | 'stream'>): PdfReference {
  profile ??= deflateSync(srgbProfile());
  return file.object({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: pdfText('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: pdfText('sRGB IEC61966-2.1'),
    DestOutputProfile: file.stream({ N: 3, Filter: 'FlateDecode' }, profile),
  });
}
