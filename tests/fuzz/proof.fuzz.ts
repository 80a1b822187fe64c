import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodePicture } from '../../src/image/index.ts';
import { Foreign } from '../../src/proof/file/object.ts';
import { prove, proveNew } from '../../src/proof/index.ts';
import { decodeJpeg } from '../../src/proof/jpeg/jpeg.ts';
import { drawingFile } from '../proof/drawing-file.ts';
import { expectation, leafletObjects, operators } from '../proof/leaflet.ts';
import { type Obj, pressFile } from '../proof/pdf-file.ts';
import { byteMutations, mutations } from './inputs.ts';
import { property } from './property.ts';

const objects = leafletObjects();
const whole = Buffer.from(pressFile(objects)).toString('latin1');

const numbers = [...objects.keys()];
const byte = fc.oneof(
  fc.nat(255),
  fc.constantFrom(...[...'0123456789<>[]()/ \n\\'].map((c) => c.charCodeAt(0))),
);

/** All that drawings are painted with: gradients, masks, clips, dashes, groups, stretched lines. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><defs><clipPath id="c"><path d="M1 1h30v9h-9v20h-21z"/></clipPath>
<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="1" y1="2" x2="30" y2="20"><stop offset=".2"/><stop offset=".2" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#08f"/></linearGradient>
<radialGradient id="r" cx=".4" cy=".5" r=".6" fx=".3"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-opacity="0"/></radialGradient></defs>
<g opacity=".5"><path clip-path="url(#c)" fill="url(#g)" d="M0 0h40v40h-40z"/><g opacity=".7"><rect width="20" height="20" fill="url(#r)"/><path d="M3 3h9v9z"/></g></g>
<path transform="scale(1 .3)" stroke="url(#g)" stroke-width="3" stroke-dasharray="3 1 0.5" stroke-dashoffset="-2" stroke-linecap="round" d="M2 9c9 9 9 30 30 60h0"/><path stroke="#000" stroke-linecap="square" stroke-dasharray="0 2" d="M0 30H40"/></svg>`;
const marks = [
  '0',
  '1',
  '-1',
  '.001',
  '1e6',
  'url(#g)',
  'url(#r)',
  'url(#c)',
  ' ',
  'opacity="',
  '"',
  'M',
  'h',
  'c',
  'z',
  '<g opacity=".5">',
  '</g>',
];

/** A file that keeps every promise, with something changed: it is read or refused, and a wrong number is never proved. */
export const properties = [
  property('a leaflet with bytes changed', changedBytes(), (bytes) => prove(bytes, expectation)),
  property('a leaflet that is cut and glued', cutAndGlued(), (bytes) => prove(bytes, expectation)),
  property('a leaflet with objects in place of others', swapped(), (bytes) => prove(bytes, expectation)),
  property('a leaflet with words of its dictionaries changed', dictionaries(), (bytes) =>
    prove(bytes, expectation),
  ),
  property('a leaflet with its streams changed and deflated anew', streams(), (bytes) =>
    prove(bytes, expectation),
  ),
  property('a leaflet with operators put in', painted(), (bytes) => prove(bytes, expectation)),
  property('a leaflet with another number', otherNumbers(), (bytes) => {
    const { passed } = proveNew(bytes, expectation, 'fuzz');
    if (passed) throw new Error('another number is proved');
  }),
  ...['baseline', 'progressive', 'full-colour', 'grey', 'inks'].map((name) => {
    const file = readFileSync(join(import.meta.dirname, `../proof/photographs/${name}.jpg`));
    return property(`a ${name} photograph with bytes changed`, byteMutations(file, 4), readPhotograph);
  }),
  property('a drawing with changes, as the press writes it', mutations(drawn, marks), (text) => {
    const picture = decodePicture(Buffer.from(text), 'a.svg');
    if (picture.kind === 'vector') prove(drawingFile(picture, 2), expectation);
  }),
  property('a photograph of any parts', photographs(), readPhotograph),
];

/** A photograph is read or refused; what says that it is larger than the press takes is refused before it is read. */
function readPhotograph(bytes: Uint8Array): void {
  try {
    decodeJpeg(bytes, 1e6);
  } catch (error) {
    if (!(error instanceof Foreign)) throw error;
  }
}

/** Segments of photographs in any order, their data with a byte changed, behind the heads of a frame. */
function photographs(): fc.Arbitrary<Uint8Array> {
  const parts = ['baseline', 'progressive', 'grey', 'inks'].flatMap((name) => {
    const bytes = readFileSync(join(import.meta.dirname, `../proof/photographs/${name}.jpg`));
    const out: Uint8Array[] = [];
    for (let from = 2, at = 3; at < bytes.length; at++)
      if (bytes[at] === 0xff && bytes[at + 1]! >= 0xc0 && (bytes[at + 1]! & 0xf8) !== 0xd0) {
        out.push(bytes.subarray(from, at));
        from = at;
      } else if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) break;
    return out;
  });
  const part = fc
    .tuple(fc.constantFrom(...parts), fc.nat(40), fc.nat(255), fc.boolean())
    .map(([own, at, value, changes]) => {
      const bytes = Uint8Array.from(own);
      if (changes && at < bytes.length) bytes[at] = value;
      return bytes;
    });
  return fc
    .array(part, { maxLength: 12 })
    .map((all) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...all, Buffer.from([0xff, 0xd9])]));
}

function changedBytes(): fc.Arbitrary<Uint8Array> {
  return fc.array(fc.tuple(fc.nat(whole.length - 1), byte), { minLength: 1, maxLength: 6 }).map((changes) => {
    const bytes = Buffer.from(whole, 'latin1');
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  });
}

function cutAndGlued(): fc.Arbitrary<Uint8Array> {
  const part = fc
    .tuple(fc.nat(whole.length), fc.nat(2000))
    .map(([at, length]) => whole.slice(at, at + length));
  return fc
    .tuple(fc.nat(whole.length), fc.nat(500), part)
    .map(([at, without, glued]) =>
      Buffer.from(whole.slice(0, at) + glued + whole.slice(at + without), 'latin1'),
    );
}

const fileOf = (changed: ReadonlyMap<number, Obj>) => pressFile(new Map([...objects, ...changed]));

function swapped(): fc.Arbitrary<Uint8Array> {
  const pair = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers));
  return fc
    .array(pair, { minLength: 1, maxLength: 3 })
    .map((pairs) => fileOf(new Map(pairs.map(([to, from]) => [to, objects.get(from)!]))));
}

function dictionaries(): fc.Arbitrary<Uint8Array> {
  const words = [...objects.values()].flatMap(({ value }) => value.split(/(?<=[\s[\]<>])/));
  const change = fc.tuple(
    fc.constantFrom(...numbers),
    fc.nat(40),
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('<<', '>>', '[', ']', '-1 ', '1e9 ', '99999999 ', '(', ')', '/'),
    ),
    fc.boolean(),
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const changed = new Map<number, Obj>();
    for (const [number, at, word, replaces] of changes) {
      const object = changed.get(number) ?? objects.get(number)!;
      const parts = object.value.split(/(?<=[\s[\]<>])/);
      parts.splice(at % parts.length, replaces ? 1 : 0, word);
      changed.set(number, { ...object, value: parts.join('') });
    }
    return fileOf(changed);
  });
}

function streams(): fc.Arbitrary<Uint8Array> {
  const streamed = numbers.filter((number) => objects.get(number)!.stream !== undefined);
  const change = fc.tuple(fc.constantFrom(...streamed), fc.nat(100_000), byte, fc.constantFrom(0, 1, 2, 30));
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const changed = new Map<number, Obj>();
    for (const [number, at, value, without] of changes) {
      const object = changed.get(number) ?? objects.get(number)!;
      const stream = object.stream!;
      const place = at % stream.length;
      changed.set(number, {
        ...object,
        stream: stream.slice(0, place) + String.fromCharCode(value) + stream.slice(place + without),
      });
    }
    return fileOf(changed);
  });
}

/** Operators of the press, with any numbers, in any order. */
function painted(): fc.Arbitrary<Uint8Array> {
  const figure = fc.oneof(
    fc.integer({ min: -400, max: 400 }),
    fc.constantFrom(0, 1, 0.001, -1, 1e9, 123456.789),
  );
  const words = 'q Q cm rg RG w J j d Do BDC BMC EMC re W n m l c h f f* B B* S BT Tf Tm Td Tj TJ ET'.split(
    ' ',
  );
  const operand = fc.oneof(
    { weight: 4, arbitrary: figure.map(String) },
    fc.constantFrom(
      '/F1',
      '/Artifact',
      '/P',
      '<</MCID 9>>',
      '[]',
      '[ 3 1 ]',
      '(\0A\0B)',
      '[(\0A)-99(\0B)]',
      '<</Type /Layout>>',
    ),
  );
  const operator = fc.tuple(fc.array(operand, { maxLength: 6 }), fc.constantFrom(...words));
  return fc.tuple(fc.nat(60), fc.array(operator, { minLength: 1, maxLength: 12 })).map(([at, added]) => {
    const lines = objects.get(6)!.stream!.split(/(?<=EMC|ET|Q)/);
    lines.splice(at % lines.length, 0, added.map(([o, w]) => `\n${[...o, w].join(' ')}\n`).join(''));
    return fileOf(new Map([[6, { ...objects.get(6)!, stream: lines.join('') }]]));
  });
}

/** The number of a page with a digit changed, in any place and any dress. */
function otherNumbers(): fc.Arbitrary<Uint8Array> {
  const page = fc.constantFrom(6, 7, 8);
  return fc.tuple(page, fc.nat(9), fc.integer({ min: 1, max: 9 })).map(([number, digit, by]) => {
    const places = [...'800-315-1376'].flatMap((c, i) => (c === '-' ? [] : [i]));
    const at = places[digit]!;
    const shown = [...'800-315-1376'];
    shown[at] = String((Number(shown[at]) + by) % 10);
    const codes = (text: string) => operators(`«${text}»`).split('\n')[1]!;
    const object = objects.get(number)!;
    const stream = object.stream!.replace(codes('800-315-1376'), () => codes(shown.join('')));
    if (stream === object.stream) throw new Error('the number is not there');
    return fileOf(new Map([[number, { ...object, stream }]]));
  });
}
