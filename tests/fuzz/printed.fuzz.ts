import { join, resolve } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { ColorSpace, Document, Matrix } from 'mupdf';
import { loadGuide } from '../../src/content/index.ts';
import { Press } from '../../src/press/index.ts';
import { type BundleExpectation, type Expectation, prove } from '../../src/proof/index.ts';
import { whole } from '../content/folder.ts';
import { Rewritten } from '../proof/rewritten.ts';
import { fewer, property } from './property.ts';

/** A file that the press printed, what it is held to, and what another reader sees of it. */
interface Printed {
  readonly bytes: Uint8Array;
  readonly expectation: Expectation | BundleExpectation;
  readonly seen: string;
}

const guides = resolve(import.meta.dirname, '../../guides');

/** Printed when the first input asks for it. */
function later(print: (press: Press) => Omit<Printed, 'seen'>): () => Printed {
  let printed: Printed | undefined;
  return () => {
    if (printed !== undefined) return printed;
    const press = new Press();
    const made = print(press);
    press.close();
    printed = { ...made, seen: seenIn(made.bytes) };
    return printed;
  };
}

const small = (press: Press, product: string, more = {}) =>
  press.plate(loadGuide(whole), { product, locale: 'en', ...more });

const files = {
  bundle: later((press) => {
    const plates = [small(press, 'sticker'), small(press, 'poster')];
    const { bytes, proof } = press.bundle(
      plates.map((plate) => ({ plate, impression: { purpose: 'screen' } })),
      { name: 'bundle.pdf', title: 'Pieces' },
    );
    return { bytes, expectation: proof.bundle! };
  }),
  booklet: later((press) => {
    const guide = loadGuide(join(guides, 'heroin-detox'));
    const plate = press.plate(guide, { product: 'booklet', locale: 'en' });
    const { bytes, proof } = press.print(plate, { purpose: 'office' });
    return { bytes, expectation: proof.expectation! };
  }),
  'folded pamphlet': later((press) => {
    const plate = press.plate(loadGuide(join(guides, 'heroin-detox')), {
      product: 'pamphlet-trifold',
      locale: 'ar',
    });
    const { bytes, proof } = press.print(plate, { purpose: 'office', allowDrafts: true });
    return { bytes, expectation: proof.expectation! };
  }),
};

/** What another reader shows of a file, and says of it: pages as pixels, their boxes and links, and bookmarks. */
function seenIn(bytes: Uint8Array): string {
  const document = Document.openDocument(bytes, 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, i) => {
    const page = document.loadPage(i);
    const pixmap = page.toPixmap(Matrix.scale(0.5, 0.5), ColorSpace.DeviceGray, false, true);
    const seen = Buffer.from(pixmap.getPixels()).toString('base64');
    const links = page.getLinks().map((link) => `${link.getBounds()} ${link.getURI()}`);
    const said = `${page.getBounds()} ${page.getLabel()} ${links}`;
    pixmap.destroy();
    page.destroy();
    return `${said} ${seen}`;
  });
  const outline = JSON.stringify(document.loadOutline());
  const title = document.getMetaData('info:Title');
  document.destroy();
  return [...pages, outline, title].join('\n');
}

/** A change of one object, each of its numbers taken modulo what there is. */
interface Change {
  readonly object: number;
  readonly kind: 'number' | 'reference' | 'name' | 'cut' | 'double' | 'other' | 'operand' | 'line';
  readonly at: number;
  readonly by: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  object: fc.nat(100_000),
  kind: fc.constantFrom('number', 'reference', 'name', 'cut', 'double', 'other', 'operand', 'line'),
  at: fc.nat(100_000),
  by: fc.constantFrom(-100, -1, -0.01, 0.01, 0.5, 1, 2, 90, 100),
});

/** Exchanges what a pattern finds at a place of a text; the text as it is where it finds nothing. */
function exchanged(text: string, pattern: RegExp, at: number, to: (found: string) => string): string {
  const all = [...text.matchAll(pattern)];
  const one = all[at % Math.max(1, all.length)];
  if (one === undefined) return text;
  return text.slice(0, one.index) + to(one[0]) + text.slice(one.index + one[0].length);
}

const parts =
  /^(?<open>\d+ 0 obj\n)(?<head>[\s\S]*?)(?:\nstream\n(?<data>[\s\S]*)\nendstream)?(?<close>\nendobj\n)$/;

function changed(object: string, { kind, at, by }: Change, all: readonly string[]): string {
  const found = parts.exec(object)?.groups as
    | { readonly open: string; readonly head: string; readonly data?: string; readonly close: string }
    | undefined;
  if (found === undefined) return object;
  const { open, head, data, close } = found;
  const put = (next: string, stream = data) =>
    `${open}${next}${stream === undefined ? '' : `\nstream\n${stream}\nendstream`}${close}`;
  const moved = (number: string) => String(Math.round((Number(number) + by) * 1000) / 1000);
  switch (kind) {
    case 'number':
      return put(exchanged(head, /(?<![\w#])-?\d+(?:\.\d+)?(?![\w ]*R\b)/g, at, moved));
    case 'reference':
      return put(
        exchanged(head, /\d+ 0 R/g, at, () => `${1 + (Math.abs(at * 7 + by * 100) % all.length)} 0 R`),
      );
    case 'name': {
      const names = [...new Set(all.flatMap((each) => each.match(/\/[A-Z][A-Za-z]+/g) ?? []))];
      return put(
        exchanged(
          head,
          /\/[A-Z][A-Za-z]+/g,
          at,
          () => names[Math.floor(at * 31 + 100 * Math.abs(by)) % names.length]!,
        ),
      );
    }
    case 'cut':
      return put(
        exchanged(head, /\/[A-Z][A-Za-z]+ (?:\[[^\][]*\]|\d+ 0 R|[^\s/<>]+|\/\w+)\n?/g, at, () => ''),
      );
    case 'double':
      return put(
        exchanged(
          head,
          /\/[A-Z][A-Za-z]+ (?:\[[^\][]*\]|\d+ 0 R|[^\s/<>]+|\/\w+)/g,
          at,
          (one) => `${one} ${one}`,
        ),
      );
    case 'other':
      return open + all[at % all.length]!.slice(all[at % all.length]!.indexOf('\n') + 1);
    default: {
      if (data === undefined) return object;
      const plain = inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
      const next =
        kind === 'operand'
          ? exchanged(plain, /(?<=^|[\s[])-?\d*\.?\d+(?=[\s\]])/g, at, moved)
          : exchanged(plain, /[^\n]+\n/g, at, (line) => (by < 0 ? '' : line + line));
      const stream = deflateSync(Buffer.from(next, 'latin1')).toString('latin1');
      return put(head.replace(/\/Length \d+/, `/Length ${stream.length}`), stream);
    }
  }
}

/** @throws Error where a file is proved that shows something else than was printed */
function heldTo({ bytes, expectation, seen }: Printed, changes: readonly Change[]): void {
  const file = new Rewritten(bytes);
  for (const one of changes) {
    const drawn = file.find('/FlateDecode').filter((each) => !file.of(each).includes('/Subtype /Image'));
    const isDrawn = one.kind === 'operand' || one.kind === 'line';
    const number = isDrawn ? drawn[one.object % drawn.length]! : 1 + (one.object % file.count);
    const all = Array.from({ length: file.count }, (_, i) => file.of(i + 1));
    file.put(number, changed(file.of(number), one, all));
  }
  const next = file.bytes();
  if (Buffer.compare(next, bytes) === 0) return;
  if (!prove(next, expectation, 'fuzz').passed) return;
  if (seenIn(next) !== seen) throw new Error('what is proved shows something else than was printed');
}

/** Files of several pieces, bound and folded, with their objects changed: what is proved is seen as it was printed. */
export const properties = Object.entries(files).map(([name, printed]) =>
  fewer(
    12,
    property(`a ${name} with objects changed`, fc.array(change, { minLength: 1, maxLength: 2 }), (changes) =>
      heldTo(printed(), changes),
    ),
  ),
);
