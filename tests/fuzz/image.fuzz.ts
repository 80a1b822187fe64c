import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodePicture } from '../../src/image/index.ts';
import { pngFile } from '../image/png-file.ts';
import { byteMutations, mutations, pieces } from './inputs.ts';
import { property } from './property.ts';

const art = readFileSync(join(import.meta.dirname, '../../templates/art/mark.svg'), 'utf8');
const attributes = [
  'x="',
  'd="',
  'points="',
  'transform="',
  'fill="',
  'viewBox="',
  'stroke-dasharray="',
  'rx="',
  'r="',
];
const values = [
  '1',
  '.5',
  '-1e3',
  '1e99',
  ',',
  ' ',
  'M',
  'L',
  'A',
  'z',
  'a1 1 0 01 1 1',
  'rotate(',
  'scale(0)',
  ')',
  '#fff',
  'rgb(1,2,3)',
  'none',
];
const words = [
  '<svg xmlns="http://www.w3.org/2000/svg" ',
  '<g ',
  '<path ',
  '<rect ',
  '<polygon ',
  '/>',
  '>',
  '</g>',
  '</svg>',
  '"',
  '&amp;',
  '&#0;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x ',
  '?>',
  '\r\n',
];

const goodPng = pngFile({ width: 3, height: 2, depth: 8, colorType: 2, rows: new Uint8Array(20) });
/** Grey, 1 by 1, with Exif data that says that it lies upright. */
const goodJpeg = Uint8Array.from(
  Buffer.from(
    'ffd8ffe1001e4578696600004d4d002a00000008000101120003000000010001000000000000ffc0000b080001000101011100ffda0008010100003f0001ffd9',
    'hex',
  ),
);

const asSvg = (text: string) => decodePicture(Buffer.from(`<svg${text}`), 'a.svg');
export const properties = [
  property('SVG of its own marks', pieces([...words, ...attributes, ...values]), asSvg),
  property('an SVG with changes', mutations(art, [...words, ...attributes, ...values]), (text) =>
    decodePicture(Buffer.from(text), 'a.svg'),
  ),
  ...['d', 'transform', 'points', 'fill', 'x', 'stroke-dasharray', 'viewBox'].map((name) =>
    property(`values of ${name} in an SVG`, pieces(values), (value) => {
      const element =
        name === 'viewBox' ? 'g' : name === 'points' ? 'polygon' : name === 'd' ? 'path' : 'rect';
      const attribute = `${name}="${value.replace(/[<&"]/g, '')}"`;
      const box = name === 'viewBox' ? attribute : 'viewBox="0 0 9 9"';
      return asSvg(
        ` xmlns="http://www.w3.org/2000/svg" ${box}><${element} ${name === 'viewBox' ? '' : attribute}/></svg>`,
      );
    }),
  ),
  property('a PNG with changes', byteMutations(goodPng), (bytes) => decodePicture(bytes, 'a.png')),
  property('a JPEG with changes', byteMutations(goodJpeg), (bytes) => decodePicture(bytes, 'a.jpg')),
  property('a PNG of any header, with right checksums', pngs(), (bytes) => decodePicture(bytes, 'a.png')),
  property('bytes that begin like a picture', beginnings(), (bytes) => decodePicture(bytes, 'a')),
];

function pngs(): fc.Arbitrary<Uint8Array> {
  const size = fc.oneof(fc.nat(12), fc.constantFrom(65_535, 2 ** 31, 2 ** 32 - 1));
  const chunk = fc.tuple(
    fc.constantFrom('PLTE', 'tRNS', 'gAMA', 'IDAT', 'IHDR'),
    fc.array(fc.nat(255), { maxLength: 24 }),
  );
  const parts = {
    width: size,
    height: size,
    depth: fc.constantFrom(1, 2, 4, 8, 16, 3),
    colorType: fc.constantFrom(0, 2, 3, 4, 6, 1),
    interlace: fc.constantFrom(0, 0, 1, 2),
    extra: fc.array(chunk, { maxLength: 3 }),
    rows: fc.uint8Array({ maxLength: 200 }),
  };
  return fc.record(parts).map(pngFile);
}

function beginnings(): fc.Arbitrary<Uint8Array> {
  const heads = [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8],
    [0x3c],
    [0x47, 0x49, 0x46, 0x38],
    [],
  ];
  const segment = fc.tuple(
    fc.constantFrom(0xe1, 0xc0, 0xc4, 0xda, 0xff, 0xd9),
    fc.nat(20),
    fc.uint8Array({ maxLength: 30 }),
  );
  const segments = fc
    .array(segment, { maxLength: 5 })
    .map((all) => all.flatMap(([marker, length, data]) => [0xff, marker, 0, length, ...data]));
  return fc
    .tuple(fc.constantFrom(...heads), segments)
    .map(([head, rest]) => Uint8Array.from([...head, ...rest]));
}
