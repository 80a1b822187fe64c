import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { sourceHash } from '../../src/locale/index.ts';
import { defaultJob, formeOf, Press } from '../../src/press/index.ts';
import { withNumber } from '../../src/press/number.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const trifold = 'pamphlet-trifold';

describe('what a product does not print of a guide', () => {
  let w: Workshop;
  beforeEach(() => {
    w = openWorkshop();
  });
  afterEach(() => w.clear());

  const change = (...changes: readonly (readonly [from: string, to: string])[]) => {
    for (const [from, to] of changes) w.change('guide/guide.yaml', from, to);
  };
  /** The fields that a plate says are not printed, and the places of the warnings. */
  function unused(product: string, locale = 'en') {
    const { problems } = w.set({ product, locale }).plate;
    const found = problems.filter(({ code }) => code === 'CONTENT_UNUSED');
    for (const { severity, hint } of found) expect([severity, typeof hint]).toEqual(['warning', 'string']);
    return {
      keys: found.flatMap(({ message }) => [...message.matchAll(/([\w.-]+) \(line/g)].map(([, key]) => key)),
      found,
      lines: w.read('guide/guide.yaml').split('\n'),
    };
  }

  it('is nothing of the shipped guide: a poster says what it leaves out by design', () => {
    expect(unused(trifold).keys).toEqual([]);
    expect(unused('poster').keys).toEqual([]);
    expect(unused('poster', 'es').keys).toEqual([]);
  });

  const main = '    call: I need to talk to someone now\n';
  const cases: [what: string, changes: [string, string][], inPamphlet: string[], onPoster: string[]][] = [
    ['when the helpline answers', [[main, `    hours: Day and night\n${main}`]], [], []],
    ['what a call costs', [[main, `    cost: Free\n${main}`]], [], []],
    ['the languages of the helpline', [[main, `    languages: English\n${main}`]], [], []],
    [
      'a second helpline',
      [
        [
          'helplines:\n',
          'helplines:\n  second:\n    display: "988"\n    dial: "988"\n    call: Call\n    answers: People.\n',
        ],
      ],
      [],
      [],
    ],
    [
      'a second helpline whose number a text says',
      [
        [
          'helplines:\n',
          'helplines:\n  second:\n    display: "988"\n    dial: "988"\n    call: Call\n    answers: People.\n',
        ],
        ['text: Many people who were', 'text: Call <helpline:second>. Many people who were'],
      ],
      [],
      [],
    ],
    [
      'a term that its text does not say, which is printed before it',
      [['term: Withdrawal', 'term: Quitting']],
      [],
      [],
    ],
    ['a term in other letters', [['term: Withdrawal', 'term: withDRAWAL']], [], []],
    [
      'a source that nothing cites',
      [['sources:\n', 'sources:\n  - id: who\n    name: Who\n']],
      ['sources.who'],
      [],
    ],
    [
      'the address of a source',
      [['name: Harvard Medical School', 'name: Harvard Medical School\n    address: https://example.org/']],
      ['sources.harvard.address'],
      ['sources.harvard.address'],
    ],
    [
      'who reviewed it, which the imprint says',
      [['title: What', 'review: { by: A. Person, on: 2026-01-31 }\ntitle: What']],
      [],
      [],
    ],
    [
      'what to do in an emergency elsewhere',
      [['\nemergency:\n', '\nemergency:\n  - { id: ca, country: CA, text: Ask for help. }\n']],
      ['emergency.ca'],
      ['emergency.ca'],
    ],
  ];
  it.each(cases)(
    'is told: %s',
    (_, changes, inPamphlet, onPoster) => {
      change(...changes);
      for (const [product, keys] of [
        [trifold, inPamphlet],
        ['poster', onPoster],
      ] as const) {
        const { keys: told, found, lines } = unused(product);
        expect(told, product).toEqual(keys);
        for (const { message, place } of found) {
          expect(message).toContain(`${product} does not print`);
          expect(place.file).toBe(`${w.folder}/guide/guide.yaml`);
          expect(message).toContain(`${place.key} (line ${place.line})`);
          const field = place.key!.split('.').at(-1)!;
          expect(lines[place.line! - 1]).toContain(place.key!.startsWith('sources.who') ? 'name' : field);
        }
      }
    },
    30_000,
  );

  it('is told in as many warnings as a terminal shows whole', () => {
    const fields =
      'call: Aa\n    answers: Bb\n    claims: C\n    hours: D\n    cost: Free\n    languages: E\n';
    change(['helplines:\n', `helplines:\n  second:\n    display: "988"\n    dial: "988"\n    ${fields}`]);
    w.change('templates/poster/template.hbs', '    {{> more}}\n', '');
    w.change('templates/poster/product.yaml', '  - helplines.~main\n', '');
    const { keys, found } = unused('poster');
    expect(keys).toEqual(
      ['display', 'call', 'answers', 'claims', 'hours', 'cost', 'languages'].map(
        (field) => `helplines.second.${field}`,
      ),
    );
    expect(found.length).toBe(2);
    for (const { message, place } of found) {
      expect(message.length).toBeLessThan(300);
      expect(message).toContain(`does not print ${place.key} (line ${place.line})`);
    }
  });

  it('is told of another guide’s texts, many of a part by their number', () => {
    w.change('templates/poster/product.yaml', '  - sections\n', '  - sections.*.*.alt\n');
    const [first] = unused('poster').found;
    expect(first?.message).toMatch(
      /^poster does not print 19 fields of sections, the first sections\.center\.home \(line \d+\)\.$/,
    );
  });

  it('is not told of what a template prints, though no promise carries it', () => {
    change(
      [main, `    hours: Day and night\n${main}`],
      ['name: Harvard Medical School', 'name: Harvard Medical School\n    address: https://example.org/'],
    );
    w.change(
      'templates/pamphlet-trifold/template.hbs',
      '{{say helpline.answers}}',
      '{{say helpline.answers}} {{say helpline.hours}}',
    );
    w.change(
      'templates/partials/block.hbs',
      '<cite>{{word "source" name=source.name}}</cite></p></div>{{/if}}\n{{#if (is kind "quote")}}',
      '<cite>{{#if (has source "address")}}<a href="{{source.address}}">{{say source.name}}</a>{{/if}}{{word "source" name=source.name}}</cite></p></div>{{/if}}\n{{#if (is kind "quote")}}',
    );
    expect(unused(trifold).keys).toEqual([]);
    expect(unused('poster').keys).toEqual(['sources.harvard.address']);
  });

  it('is not told of what it must carry: that is an error of its own', async () => {
    w.change('templates/poster/template.hbs', '<p>{{say helpline.answers}}</p>', '');
    expect(unused('poster').keys).toEqual([]);
    const { code, err } = await w.print('--product', 'poster');
    expect(code).toBe(1);
    expect(err).toContain('error TEXT_LOST');
  });

  it('may be left out by design, and only what a guide may have', () => {
    change([main, `    hours: Day and night\n${main}`]);
    w.change('templates/poster/product.yaml', '  - kicker\n', '  - kicker\n  - helplines.*.hours\n');
    expect(unused('poster').keys).toEqual([]);
    w.change('templates/poster/product.yaml', '  - kicker\n', '  - kikcer\n');
    expect(() => unused('poster')).toThrow(/CONTENT_KEY_UNKNOWN: poster leaves "kikcer"/);
  });

  it('does not keep a plate from having another number', () => {
    change([
      'name: Harvard Medical School',
      'name: Harvard Medical School\n    address: https://example.org/',
    ]);
    const press = new Press({ templates: `${w.folder}/templates` });
    const setting = { ...defaultJob, product: 'poster', locale: 'en' };
    const number = { display: '800-315-1367', dial: '+18003151367' };
    const guide = loadGuide(`${w.folder}/guide`);
    const other = withNumber(formeOf(press.plate(guide, setting), press)!, number);
    expect(other?.problems).toEqual(press.plate(withHelpline(guide, 'main', number), setting).problems);
    expect(other?.problems.map(({ code }) => code)).toEqual(['CONTENT_UNUSED']);
    press.close();
  });

  it('does not keep a guide for two countries from being printed', async () => {
    change(['\nemergency:\n', '\nemergency:\n  - { id: ca, country: CA, text: Ask for help. }\n']);
    const { code, err, files } = await w.print('--product', 'poster');
    expect(code, err).toBe(0);
    expect(files).toHaveLength(2);
  });

  it('is told once in a run, whatever is printed of it', async () => {
    change([main, `    hours: Day and night\n${main}`]);
    for (const tag of ['es', 'ar'])
      w.change(`guide/locales/${tag}.json`, '"call": ', '"hours": "x", "call": ');
    for (const tag of ['es', 'ar']) {
      const file = `guide/locales/${tag}.state.json`;
      const keys = JSON.parse(w.read(file)) as { keys: Record<string, string> };
      keys.keys['helplines.main.hours'] = sourceHash('Day and night');
      w.write(file, JSON.stringify(keys));
    }
    w.change('templates/poster/template.hbs', '    {{> more}}\n', '');
    w.change('templates/poster/product.yaml', '  - helplines.main.hours\n', '');
    const { err, files } = await w.print(
      ...['--product', 'poster', '--locale', 'en,es,ar', '--for', 'screen,office', '--allow-drafts'],
    );
    expect(
      files.filter((name) => name.endsWith('.pdf')),
      err,
    ).toHaveLength(6);
    expect(err.match(/CONTENT_UNUSED/g)).toHaveLength(1);
  }, 30_000);

  it('holds a term that no text of its language has', () => {
    w.write(
      'guide/guide.yaml',
      w.read('guide/guide.yaml').replace('terms:\n', 'terms:\n  es: [clonidina, clonidino]\n'),
    );
    expect(unused(trifold).found).toEqual([]);
    w.change('guide/guide.yaml', 'terms:\n', 'terms:\n  en: [careful dosing]\n');
    expect(unused(trifold).found).toEqual([]);
    // A pseudo-locale has the source's words in other letters.
    expect(unused(trifold, 'en-XA').found).toEqual([]);
    const { found } = unused(trifold, 'es');
    expect(found.map(({ message, place }) => [message, place.key, place.locale])).toEqual([
      ['No text in es has "clonidino".', 'terms', 'es'],
    ]);
  });
});
