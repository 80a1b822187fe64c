import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockFields, type Guide, loadGuide, parseInline, plainText } from '../../src/content/index.ts';
import { parseDocument, textContent } from '../../src/document/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { compileTemplate } from '../../src/template/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
const templates = join(folder, 'templates');
const product = `id: p
name: P
papers: [letter]
pages: { flow: sheet, most: 40 }
fit: { min: 11.5, max: 11.5 }
carries: [title, sections, disclosure]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [sheet-1], minSize: 14 }
`;
const template = `<!doctype html>
<html lang="{{locale.tag}}" dir="{{locale.direction}}">
<head><title>{{plain title}}</title></head>
<body class="p">
<footer class="foot"><p>{{helpline "main"}}</p><p><a href="#disclosure">{{word "who"}}</a></p></footer>
<article class="sheet"><h1>{{say title}}</h1><p class="n">{{helpline "main"}}</p>
<p><a href="#disclosure">{{word "who"}}</a></p>
{{#each sections}}<section><h2>{{say line}}</h2>{{#each blocks}}{{> block}}{{/each}}</section>{{/each}}
{{> disclosure}}
<p class="n">{{helpline "main"}}</p>
<p class="imprint"><bdi lang="en" dir="ltr">{{imprint}}</bdi></p></article>
</body>
</html>
`;
const style = `@page sheet { margin: 48pt 48pt 72pt; @bottom-center { content: element(foot) } }
.sheet { page: sheet; }
.foot { position: running(foot); padding: 8pt 48pt 24pt; }
.tel { font-size: 16pt; }
`;

beforeAll(() => {
  cpSync(join(root, 'templates'), templates, { recursive: true });
  mkdirSync(join(templates, 'p'));
  for (const [name, text] of [
    ['product.yaml', product],
    ['template.hbs', template],
    ['style.css', style],
  ] as const)
    writeFileSync(join(templates, 'p', name), text);
  mkdirSync(join(folder, 'guide/figures'), { recursive: true });
  cpSync(join(root, 'tests/content/fixtures/whole/figures'), join(folder, 'guide/figures'), {
    recursive: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wordsOf = (...words: string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((chosen) => chosen.join(' '));
const itemsOf = (said: fc.Arbitrary<string>, inner: fc.Arbitrary<object> = fc.constant({})) =>
  fc.array(
    fc.record({ text: said, more: inner }).map(({ text, more }) => ({ text, ...more })),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
const maybeItems = (list: fc.Arbitrary<object[]>) =>
  fc.option(list, { nil: undefined }).map((found) => (found === undefined ? {} : { items: found }));
const tableOf = (said: fc.Arbitrary<string>) =>
  fc
    .record({
      head: fc.constantFrom('row', 'column', 'both'),
      caption: said,
      texts: fc.array(fc.tuple(said, said, said), { minLength: 2, maxLength: 4 }),
      span: fc.boolean(),
    })
    .map(({ head, caption, texts, span }) => ({
      kind: 'table',
      head,
      caption,
      rows: texts.map(([a, b, c], row) => ({
        cells:
          span && row === 1
            ? [{ text: a }, { text: b, columns: 2 }]
            : [{ text: a }, { text: b }, row === 1 ? {} : { text: c }],
      })),
    }));

/** A block of each kind: the table of kinds says that none is missing. */
const kindsOf = (
  said: fc.Arbitrary<string>,
): Readonly<Record<keyof typeof blockFields, fc.Arbitrary<object>>> => ({
  paragraph: said.map((text) => ({ kind: 'paragraph', text })),
  callout: said.map((text) => ({ kind: 'callout', text })),
  list: itemsOf(said, maybeItems(itemsOf(said, maybeItems(itemsOf(said))))).map((items) => ({
    kind: 'list',
    items,
  })),
  steps: itemsOf(said).map((items) => ({ kind: 'steps', items })),
  questions: fc
    .array(fc.record({ question: said, answer: said }), { minLength: 1, maxLength: 3 })
    .map((items) => ({ kind: 'questions', items })),
  table: tableOf(said),
  finding: said.map((text) => ({ kind: 'finding', text, source: 'book' })),
  quote: fc.record({ text: said, cite: said }).map((fields) => ({ kind: 'quote', ...fields })),
  figure: said.map((caption) => ({ kind: 'figure', image: 'figures/door.svg', alt: 'A door', caption })),
  definition: fc.record({ term: said, text: said }).map((fields) => ({ kind: 'definition', ...fields })),
});
/** The disclosure has words of its own: it stands in one place, which the proof finds by them, line by line: no table. */
const inSections = kindsOf(
  wordsOf('rest', 'water', 'sleep', 'bread', 'friend', '**light**', '*calm*', 'moon'),
);
const { table: _, ...inDisclosures } = kindsOf(
  wordsOf('provider', 'caller', 'terms', '**owner**', 'fee', 'agree'),
);
const blocks = (kinds: Readonly<Record<string, fc.Arbitrary<object>>>, most: number) =>
  fc.array(fc.oneof(...Object.values(kinds)), { minLength: 1, maxLength: most });

/** Ids for all that is without one. */
function named(value: unknown, counter = { at: 0 }): unknown {
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner, counter)]));
  }
  return value.map((inner) => ({ id: `n${counter.at++}`, ...(named(inner, counter) as object) }));
}

function guideOf(inSection: object[], inDisclosure: object[]): Guide {
  const data = {
    id: 'kinds',
    version: '1.0.0',
    date: '2026-01-01',
    locale: 'en',
    country: 'US',
    title: 'All kinds',
    lint: { wording: 'off', readingLevel: 'off' },
    helplines: {
      main: { display: '800-315-1376', dial: '+18003151376', call: 'Call', answers: 'Someone answers.' },
    },
    sections: [{ id: 'one', line: 'A line', blocks: named(inSection) }],
    disclosure: { version: '1', heading: 'Where do calls go?', blocks: named(inDisclosure) },
    sources: [{ id: 'book', name: 'A book' }],
  };
  writeFileSync(join(folder, 'guide/guide.yaml'), JSON.stringify(data));
  return loadGuide(join(folder, 'guide'));
}

/** Texts that are printed, in order. */
const textsOf = (guide: Guide) =>
  [...guide.texts]
    .filter(([key, { role }]) => /^(?:sections|disclosure)\./.test(key) && role !== 'alt' && role !== 'term')
    .map(([, { text }]) => plainText(parseInline(text), guide));

function holdsInOrder(text: string, parts: readonly string[]): string | undefined {
  let at = 0;
  for (const part of parts) {
    at = text.indexOf(part, at);
    if (at < 0) return part;
    at += part.length;
  }
  return undefined;
}

describe('blocks of every kind, anywhere', () => {
  const facts = {
    product: 'p',
    form: 'long',
    links: 'words',
    edition: 'standard',
    paper: { name: 'letter', width: 612, height: 792, orientation: 'portrait' },
    qr: undefined,
  } as const;

  it('keep their texts, in order, from the guide to HTML', () => {
    const { file, origins, render } = compileTemplate('p', templates, 'dawn');
    fc.assert(
      fc.property(blocks(inSections, 6), blocks(inDisclosures, 3), (inSection, inDisclosure) => {
        const guide = guideOf(inSection, inDisclosure);
        const html = render(guide, loadLocale('en', guide, join(root, 'locales')), facts);
        const { body } = parseDocument(html, { file, origins, numbers: guide.data.helplines });
        expect(holdsInOrder(textContent(body), textsOf(guide))).toBeUndefined();
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('and to the tagged file, which is proved', () => {
    const press = new Press({ templates });
    const print = (inSection: object[], inDisclosure: object[]) => {
      const guide = guideOf(inSection, inDisclosure);
      const { proof } = press.print(press.plate(guide, { ...defaultJob, product: 'p', locale: 'en' }));
      expect(proof.verdict).toBe('proved');
      const own = proof.expectation!.texts.filter(({ key, alt }) => !alt && !/^title|line$/.test(key));
      expect(own.map(({ text }) => text)).toEqual(textsOf(guide).filter((text) => text !== 'A line'));
    };
    // Each kind in a section and in the disclosure, then some mixtures.
    for (const kind of Object.keys(blockFields) as (keyof typeof blockFields)[]) {
      const other = fc.sample(kind === 'table' ? inDisclosures.list : inDisclosures[kind], {
        numRuns: 1,
        seed: 7,
      })[0]!;
      const one = fc.sample(inSections[kind], { numRuns: 1, seed: 7 })[0]!;
      print([one], [other]);
    }
    fc.assert(fc.property(blocks(inSections, 5), blocks(inDisclosures, 2), print), {
      numRuns: 2,
      seed: 11,
      endOnFailure: true,
    });
    press.close();
  }, 120_000);
});
