/** A booklet in two languages that face each other: proved in each as a booklet of that language is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { expectBundleAgain, type Plate, Press, type PrintedBundle } from '../../src/press/index.ts';
import {
  type BundleExpectation,
  inspect,
  type Proof,
  parseRecord,
  prove,
  proveAgain,
  secondOpinion,
} from '../../src/proof/index.ts';
import { Rewritten } from '../proof/rewritten.ts';
import { have, veraPdf } from '../tools.ts';

const guide = loadGuide('guides/heroin-detox');
const press = new Press();
afterAll(() => press.close());

const setting = (locale: string, paper = 'letter') => ({ product: 'booklet', locale, paper });
const bundle = (plates: readonly Plate[], purpose: 'screen' | 'office') =>
  press.bundle(
    plates.map((plate) => ({ plate, impression: { purpose, allowDrafts: true } })),
    { name: 'both.pdf', title: 'Both', backToBack: true },
  );
const codesOf = (action: () => unknown): string[] => {
  try {
    action();
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const failed = ({ checks }: Proof) =>
  checks.flatMap(({ code, status }) => (status === 'failed' ? [code] : []));
/** What the languages promise, without what they looked like when they were printed. */
const promises = ({ bundle: whole }: Proof): BundleExpectation => {
  const { printed: _, ...rest } = whole!;
  return rest;
};
/** Of each sheet the pages from left to right, with the place of their language: `0 sheet-1`. */
const sheetsOf = ({ bundle: whole }: Proof) =>
  whole!.pieces[0]!.expectation.sheets.map((_, i) =>
    whole!.pieces
      .flatMap(({ expectation }, piece) =>
        expectation.sheets[i]!.areas.map(({ page, x }) => ({
          x,
          name: `${piece} ${page.replace('sheet-', '')}`,
        })),
      )
      .toSorted((a, b) => a.x - b.x)
      .map(({ name }) => name),
  );
/** Sheets one in the other, front and back in turn, as a reader turns their pages. */
const turned = (sheets: readonly (readonly string[])[], opens: 'ltr' | 'rtl') => {
  const sides = sheets.map((side) => (opens === 'ltr' ? side : side.toReversed()));
  const ahead = sides.map((side, i) => side[i % 2 === 0 ? 1 : 0]!);
  const behind = sides.map((side, i) => side[i % 2 === 0 ? 0 : 1]!);
  return [...ahead, ...behind.toReversed()];
};

/** Of a file for screens the pages of the headings, in each language: the title, the parts, who answers. */
const partsOf = (printed: PrintedBundle) => {
  let at = '';
  const found: string[][] = [[], []];
  for (const line of inspect(printed.bytes).heard.split('\n')) {
    const [, piece, page] = /^page (\d+)-(\d+)/.exec(line) ?? [];
    if (piece !== undefined) at = `${piece} ${page}`;
    else if (line.startsWith('heading level')) found[Number(at[0]) - 1]!.push(at.slice(2));
  }
  return found;
};

let [both, screen, mixed]: PrintedBundle[] = [];
let plates: readonly Plate[] = [];
beforeAll(() => {
  plates = press.pair(guide, setting('en'), 'es');
  both = bundle(plates, 'office');
  screen = bundle(plates, 'screen');
  mixed = bundle(press.pair(guide, setting('ar', 'a4'), 'en'), 'office');
}, 120_000);

describe('a booklet in two languages', () => {
  it('is proved whole, for paper and for screens, from its record too', () => {
    for (const { bytes, proof } of [both!, screen!, mixed!]) {
      expect(proof.verdict).toBe('proved');
      expect(proof.bundle!.facing).toBe(true);
      for (const { expectation } of proof.bundle!.pieces)
        expect(expectation.disclosure.keys.length).toBeGreaterThan(2);
      const record = parseRecord(JSON.parse(JSON.stringify(proof)));
      expect(proveAgain(bytes, undefined, record).verdict).toBe('proved');
      expect(prove(bytes).verdict).toBe('not checked');
    }
  });

  it.each([
    ['the side on which its first language is opened: left', () => both!, 'ltr'],
    ['the side on which its first language is opened: right', () => mixed!, 'rtl'],
  ] as const)('opens from %s, the first language before the second in each spread', (_, printed, opens) => {
    const order = turned(sheetsOf(printed().proof), opens);
    const count = order.length / 2;
    const inner = Array.from({ length: count - 1 }, (__, i) => [`0 ${i + 2}`, `1 ${i + 2}`]).flat();
    expect(order).toEqual(['0 1', ...inner, '1 1']);
    expect(order.length % 4).toBe(0);
  });

  it('has all of a language one after the other on screens, and in the structure of what is printed', () => {
    const pages = screen!.proof.bundle!.pieces.map(({ expectation }) => expectation.sheets.length);
    expect(pages[0]).toBe(pages[1]);
    expect(inspect(screen!.bytes).pages).toBe(pages[0]! * 2);
    const parts = inspect(both!.bytes).tags.match(/^ {2}Part .*$/gm);
    expect(parts).toEqual(['  Part lang=en', '  Part lang=es']);
    const { text } = inspect(mixed!.bytes);
    const [last, first] = [text.lastIndexOf('أين تذهب المكالمات؟'), text.indexOf('Five things that help')];
    expect(last).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(last);
  });

  it('begins each part on the pages on which the other language does, and names the same pages in its contents', () => {
    const [one, other] = partsOf(screen!);
    expect(one!.length).toBeGreaterThan(8);
    expect(other).toEqual(one);
    const lines = inspect(screen!.bytes).heard.split('\n');
    const [english, spanish] = ['Five things to know', 'Cinco cosas que debe saber'].map((heading) => {
      const from = lines.indexOf(`heading level 2 ${heading}`);
      return lines.slice(from, from + 12).filter((line) => /^\d+$/.test(line));
    });
    expect(english!.length).toBe(5);
    expect(spanish).toEqual(english);
  });

  it('begins the parts of what is easy to read side by side too', () => {
    const easy = bundle(press.pair(guide, { ...setting('en'), edition: 'easy-read' }, 'ru'), 'screen');
    expect(easy.proof.verdict).toBe('proved');
    const [one, other] = partsOf(easy);
    expect(one!.length).toBeGreaterThan(7);
    // Who answers, and the call, which end the booklet, may take a page more in one of them.
    expect(other!.slice(0, -2)).toEqual(one!.slice(0, -2));
  });

  it('is what it was, printed anew from its record', () => {
    for (const { proof } of [both!]) {
      const [one, other] = proof.bundle!.pieces.map(({ expectation }) => expectation);
      const jobs = [one!, other!].map(({ locale, purpose }) => ({
        ...setting(locale),
        orientation: undefined,
        edition: 'standard' as const,
        theme: 'dawn',
        qr: undefined,
        duplex: 'short' as const,
        allowDrafts: true,
        date: undefined,
        purpose: purpose as 'screen' | 'office',
      }));
      expect(expectBundleAgain(guide, proof.bundle!, jobs, press, true)).toEqual(proof.bundle);
    }
  });

  it('is read by another reader, with the number of both on each sheet', async () => {
    const read = await secondOpinion(both!.bytes, both!.proof.bundle);
    expect(read.map(({ status }) => status)).toEqual(['passed']);
    const [one, other] = both!.proof.bundle!.pieces;
    const second = { ...other!.expectation.helpline, display: '800-555-0142' };
    const wrong = {
      ...both!.proof.bundle!,
      pieces: [one!, { ...other!, expectation: { ...other!.expectation, helpline: second } }],
    };
    expect((await secondOpinion(both!.bytes, wrong)).map(({ status }) => status)).toEqual(['failed']);
  });

  it('is PDF/UA-1 and PDF/A-2a by veraPDF', () => {
    if (!have('veraPDF')) return;
    const out = mkdtempSync(join(tmpdir(), 'facing-'));
    const files = [both!, mixed!].map(({ bytes }, i) => {
      writeFileSync(join(out, `${i}.pdf`), bytes);
      return join(out, `${i}.pdf`);
    });
    for (const flavour of ['ua1', '2a'] as const)
      for (const [name, verdict] of veraPdf(files, flavour)) expect(verdict, name).toBe('PASS');
    rmSync(out, { recursive: true });
  });
});

describe('half of a booklet in two languages', () => {
  it.each<[string, () => unknown]>([
    ['alone', () => press.print(plates[0]!, { allowDrafts: true })],
    ['alone in a bundle', () => bundle(plates.slice(0, 1), 'office')],
    ['twice', () => bundle([plates[0]!, plates[0]!], 'office')],
    ['after the other', () => bundle(plates.toReversed(), 'office')],
    [
      'with a plate of its language alone',
      () => bundle([plates[0]!, press.plate(guide, setting('es'))], 'screen'),
    ],
    ['with half of another', () => bundle([plates[0]!, press.pair(guide, setting('en'), 'es')[1]], 'office')],
    [
      'with another number than the other half',
      () =>
        bundle(
          [plates[0]!, press.withNumber(plates[1]!, { display: '800-555-0142', dial: '+18005550142' })!],
          'office',
        ),
    ],
  ])('is not printed %s', (_, action) => {
    expect(codesOf(action)).toEqual(['BUNDLE_MIXED']);
  });

  it('is printed with the other one, both with another number', () => {
    const number = { display: '800-555-0142', dial: '+18005550142' };
    const renumbered = plates.map((plate) => press.withNumber(plate, number)!);
    expect(bundle(renumbered, 'office').proof.verdict).toBe('proved');
  });
});

describe('a booklet in two languages is not proved when', () => {
  const held = (file: Rewritten) => failed(prove(file.bytes(), promises(both!.proof)));

  it('its languages have changed places, in which each would be right', () => {
    const { pieces, ...rest } = promises(both!.proof);
    expect(failed(prove(both!.bytes, { ...rest, pieces: pieces.toReversed() }))).toEqual(
      expect.arrayContaining(['TEXT_LOST', 'LANGUAGE_UNMARKED']),
    );
  });

  it('its languages have changed sides', () => {
    const { pieces, ...rest } = promises(both!.proof);
    const [one, two] = pieces.map(({ expectation }) => expectation);
    const swapped = pieces.map((piece, i) => ({
      ...piece,
      expectation: { ...piece.expectation, sheets: (i === 0 ? two! : one!).sheets },
    }));
    const found = failed(prove(both!.bytes, { ...rest, pieces: swapped }));
    expect(found).toEqual(expect.arrayContaining(['PDF_STRUCTURE', 'TEXT_LOST']));
  });

  it('its Parts have changed places, or one names another language', () => {
    const file = new Rewritten(both!.bytes);
    const [root] = file.find('/S /Document');
    const [, a, b] = /\/K \[(\d+ 0 R) (\d+ 0 R)\]/.exec(file.of(root!))!;
    file.change(root!, `[${a} ${b}]`, `[${b} ${a}]`);
    expect(held(file)).toEqual(expect.arrayContaining(['PDF_STRUCTURE', 'LANGUAGE_UNMARKED', 'TEXT_LOST']));
    const named = new Rewritten(both!.bytes);
    named.change(named.find('/S /Part', '/Lang (es)')[0]!, '(es)', '(en)');
    expect(held(named)).toEqual(['LANGUAGE_UNMARKED']);
  });

  it('a link dials another number in one language', () => {
    const file = new Rewritten(both!.bytes);
    const all = file.find('/URI (tel:+18003151376)');
    file.change(all.at(-1)!, '+18003151376', '+18005550142');
    expect(held(file)).toEqual(expect.arrayContaining(['LINK_WRONG', 'HELPLINE_UNLINKED']));
  });

  it("a bookmark, or a link, of one leads to an element of the other's", () => {
    const file = new Rewritten(both!.bytes);
    const bookmarks = file
      .find('/Parent', '/Title', '/SE', '/Dest')
      .filter((n) => !/\/Count -/.test(file.of(n)));
    const elements = bookmarks.map((n) => /\/SE (\d+ 0 R)/.exec(file.of(n))![1]!);
    file.change(bookmarks[0]!, elements[0]!, elements.at(-1)!);
    expect(held(file)).toContain('BUNDLE_DIVIDED');
    const linked = new Rewritten(both!.bytes);
    const links = linked.find('/Subtype /Link', '/SD');
    const leads = links.map((n) => /\/SD \[(\d+ 0 R)/.exec(linked.of(n))![1]!);
    linked.change(links[0]!, `/SD [${leads[0]}`, `/SD [${leads.at(-1)!}`);
    expect(held(linked)).toContain('BUNDLE_DIVIDED');
  });

  it('its record says that both are in one place, or on other sheets, or that there are three', () => {
    const record = JSON.parse(JSON.stringify(both!.proof)) as {
      bundle: { pieces: Record<string, unknown>[] };
    };
    const broken = (change: (pieces: { expectation: { sheets: unknown[] } }[]) => void) => {
      const copy = structuredClone(record);
      change(copy.bundle.pieces as never);
      return codesOf(() => parseRecord(copy));
    };
    expect(broken(() => {})).toEqual([]);
    expect(
      new Set(broken(([a, b]) => Object.assign(b!.expectation, { sheets: a!.expectation.sheets }))),
    ).toEqual(new Set(['EXPECTATION_INVALID']));
    expect(broken(([, b]) => b!.expectation.sheets.pop())).toEqual(['EXPECTATION_INVALID']);
    expect(broken((pieces) => pieces.push(pieces[0]!))).toEqual(['EXPECTATION_INVALID']);
  });
});

describe('two languages that do not run alike', () => {
  it('are brought together, the longer of them a third longer', () => {
    const long = bundle(press.pair(guide, setting('en'), 'en-XA'), 'screen');
    expect(long.proof.verdict).toBe('proved');
    const [one, other] = partsOf(long);
    expect(one!.length).toBeGreaterThan(5);
    expect(other).toEqual(one);
  });

  /** The shipped templates with files of one's own over them. */
  const withFiles = (files: Readonly<Record<string, string>>, use: (own: Press) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'facing-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const own = new Press({ templates: [folder, 'templates'] });
    try {
      use(own);
    } finally {
      own.close();
      rmSync(folder, { recursive: true });
    }
  };

  it('are refused by a template that turns no pages, and by a product that says nothing of facing', () => {
    const thing = readFileSync('templates/partials/thing.hbs', 'utf8').replace(
      /^.*"(?:turns|spare)".*\n/gm,
      '',
    );
    withFiles({ 'partials/thing.hbs': thing }, (own) => {
      const codes = own
        .pair(guide, setting('en'), 'es')
        .map(({ problems }) => problems.map(({ code }) => code));
      expect(codes[0]).toContain('PAGE_BLANK');
      expect(codes[1]).toContain('PAGE_BLANK');
    });
    const long = readFileSync('templates/booklet/product.yaml', 'utf8').replace('most: 32', 'most: 12');
    withFiles({ 'booklet/product.yaml': long }, (own) => {
      const [{ problems }] = own.pair(guide, setting('en'), 'es');
      expect(problems.filter(({ code }) => code === 'TEXT_OVERFLOW').at(-1)!.message).toContain(
        '6 pages at most',
      );
    });
    const product = readFileSync('templates/booklet/product.yaml', 'utf8').replace(', facing: true', '');
    withFiles({ 'booklet/product.yaml': product }, (own) => {
      const [one, other] = own.pair(guide, setting('en'), 'es');
      const asked = [one, other].map((plate) => ({
        plate,
        impression: { purpose: 'office', allowDrafts: true } as const,
      }));
      const options = { name: 'x.pdf', title: 'Both', backToBack: true };
      expect(codesOf(() => own.bundle(asked, options))).toEqual(['BUNDLE_MIXED']);
    });
  });

  it('are proved on thick paper too, where pages of inner sheets meet beyond the fold', () => {
    const product = readFileSync('templates/booklet/product.yaml', 'utf8').replace(
      'kind: saddle',
      'kind: saddle, leaf: 0.3mm',
    );
    withFiles({ 'booklet/product.yaml': product }, (own) => {
      const thick = own.bundle(
        own.pair(guide, setting('en'), 'es').map((plate) => ({
          plate,
          impression: { purpose: 'office', allowDrafts: true },
        })),
        { name: 'x.pdf', title: 'Both' },
      );
      const record = parseRecord(JSON.parse(JSON.stringify(thick.proof)));
      expect(proveAgain(thick.bytes, undefined, record).verdict).toBe('proved');
    });
  });
});
