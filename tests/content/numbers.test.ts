import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { declaredNumbers, loadedOf, loadGuide, withHelpline } from '../../src/content/index.ts';
import { helplineFault } from '../../src/content/numbers/number-pair.ts';
import * as door from '../../src/index.ts';
import { changed, codesOf, problemsOf, whole } from './folder.ts';

const root = resolve(import.meta.dirname, '../..');
const detox = join(root, 'guides/heroin-detox');

describe('a number in an id', () => {
  it.each([
    ['of a section', '  - id: one\n', '  - id: call-800-315-1377\n'],
    ['of a block', '      - id: said\n', '      - id: call-900-976-5511\n'],
    ['of an item', '          - id: second\n', '          - id: call-900-976-5511\n'],
  ])('%s is found', (_, from, to) => {
    expect(problemsOf(() => loadGuide(changed([from, to]))).map(({ code }) => code)).toEqual([
      expect.stringMatching(/^NUMBER_/),
    ]);
  });

  it.each(['year-2026', 'step-12', 'hours-24-7', 'line-988', 'dose-100-200'])('is none in %s', (id) => {
    expect(codesOf(() => loadGuide(changed(['      - id: said\n', `      - id: ${id}\n`])))).toEqual([]);
  });
});

describe('the numbers that a guide declares', () => {
  it('are its helplines, the main one first, and what stands under numbers', () => {
    expect(declaredNumbers(loadGuide(whole).data)).toEqual([
      { name: 'main', kind: 'helpline', display: '800-315-1376', dial: '+18003151376' },
      { name: 'crisis', kind: 'helpline', display: '988', dial: '988' },
      { name: 'emergency', kind: 'number', display: '911', dial: '911' },
    ]);
    expect(declaredNumbers(loadGuide(detox).data).map(({ display }) => display)).toEqual([
      '800-315-1376',
      '911',
    ]);
  });

  it.each([
    ['a display of other digits', '912', '911', /has not the digits of 911/],
    ['a display that is not all of a short code', '11', '911', /has not the digits/],
    ['any short code', '434', '434', undefined],
    ['one with spaces', '13 11 14', '131114', undefined],
    ['the longest one', '838255', '838255', undefined],
    ['a longer one', '8382551', '8382551', /neither/],
    ['one of two digits', '99', '99', undefined],
    ['one of two digits, divided', '9 9', '99', /has not the digits/],
    ['a shorter one', '9', '9', /neither/],
    ['no digits', '---', '911', /not written as a number/],
    ['a bracket that stays open', '(855 208-4673', '+18552084673', /not written/],
    ['brackets in brackets', '((855)) 208-4673', '+18552084673', /not written/],
    ['two spaces', '855  208-4673', '+18552084673', /not written/],
    ['a sign at its end', '855-208-4673-', '+18552084673', /not written/],
    ['a plus inside', '855+208-4673', '+18552084673', /not written/],
    ['a number that no country has', '000-208-4673', '+10002084673', /not a valid number/],
    ['the end of a number', '208-4673', '+18552084673', /leaves out 1855/],
    ['less than without the country’s code', '08-4673', '+18552084673', /leaves out/],
    ['one other digit', '855-208-4674', '+18552084673', /not the number dialled/],
    ['a digit before it that nobody dials', '9855-208-4673', '+18552084673', /not the number dialled/],
    ['the national form', '855-208-4673', '+18552084673', undefined],
    ['with brackets', '(855) 208-4673', '+18552084673', undefined],
    ['with dots', '855.208.4673', '+18552084673', undefined],
    ['with slashes', '855/208-4673', '+18552084673', undefined],
    ['with the prefix of North America', '1 (855) 208-4673', '+18552084673', undefined],
    ['in full', '+1 855 208 4673', '+18552084673', undefined],
    ['in full and wrong', '+44 855 208 4673', '+18552084673', /not the number dialled/],
    ['an extension', '855-208-4673 ext. 12', '+18552084673;ext=12', undefined],
    ['an extension after a #', '855-208-4673 #12', '+18552084673;ext=12', /has a # before its extension/],
    ['an extension with x', '855-208-4673 x12', '+18552084673;ext=12', undefined],
    ['an extension that is not dialled', '855-208-4673 ext. 12', '+18552084673', /same extension/],
    ['an extension that is not shown', '855-208-4673', '+18552084673;ext=12', /same extension/],
    ['another extension', '855-208-4673 ext. 13', '+18552084673;ext=12', /same extension/],
    ['letters alone', '1-855-208-HOPE', '+18552084673', /letters/],
    ['letters with their digits', '1-855-208-HOPE (4673)', '+18552084673', undefined],
    ['digits with their letters', '855-208-4673 (HOPE)', '+18552084673', undefined],
    ['letters with digits of others', '1-855-208-HOPE (4674)', '+18552084673', /not the same keys/],
    ['letters of other digits', '1-855-208-HOPS (4677)', '+18552084673', /not the number dialled/],
    ['letters with only some of their digits', '1-855-208-HOPE (673)', '+18552084673', /not the same keys/],
    ['digits with letters of others', '855-208-4673 (HOPS)', '+18552084673', /not the same keys/],
  ] as const)('are checked, display against dial: %s', (_, display, dial, fault) => {
    const found = helplineFault({ display, dial }, ['US']);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found?.what).toMatch(fault);
  });

  it.each([
    ['GB', '0800 1111', '+448001111', '0800 1112'],
    ['GB', '0300 123 6600', '+443001236600', '300 123 6600'],
    ['GB', '+44 (0)300 123 6600', '+443001236600', '+44 (8)300 123 6600'],
    ['DE', '0800/111 0 111', '+498001110111', '0800/111 0 112'],
    ['FR', '0 800 23 13 13', '+33800231313', '800 23 13 13'],
    ['JP', '0120-279-338', '+81120279338', '120-279-338'],
    ['RU', '8-800-200-0-200', '+78002000200', '0-800-200-0-200'],
    ['HU', '06 80 820 111', '+3680820111', '0 80 820 111'],
    ['IN', '9152987821', '+919152987821', '1 9152987821'],
    ['IN', '09152987821', '+919152987821', '009152987821'],
    ['AU', '1800 250 015', '+611800250015', '01800 250 015'],
    ['IT', '02 23141', '+390223141', '2 23141'],
    ['BR', '0800 891 0115', '+558008910115', '800 891 0115'],
    ['SG', '6123 4567', '+6561234567', '0 6123 4567'],
    ['CZ', '(+420) 224 818 247', '+420224818247', '(+421) 224 818 247'],
    ['FI', '(+3589) 2525-0113', '+358925250113', '(3589) 2525-0113'],
    ['CH', '+41 (0) 22 345 20 20', '+41223452020', '+41 (1) 22 345 20 20'],
    ['TT', '1-(868)-627-8215', '+18686278215', '1-(868)-627-8216'],
    ['TT', '800-4321', '+18688004321', '800-4322'],
    ['JP', '#8000', '#8000', '#8001'],
  ])('are written as people of %s dial them: %s for %s, and not %s', (country, display, dial, not) => {
    expect(helplineFault({ display, dial }, [country])).toBeUndefined();
    expect(helplineFault({ display: not, dial }, [country])).toBeDefined();
  });

  it('are told to be quoted where YAML takes them for a comment', () => {
    const found = problemsOf(() => loadGuide(changed(['    dial: "911"\n', '    dial: #8000\n'])));
    expect(found[0]).toMatchObject({
      code: 'HELPLINE_INVALID',
      hint: expect.stringContaining('dial: "#8000"'),
    });
    // A remark behind a value that is missing is none.
    const [remark] = problemsOf(() => loadGuide(changed(['    dial: "911"\n', '    dial: # to come\n'])));
    expect(remark?.hint).not.toContain('comment');
  });

  it('keep their area where a country has several, or the guide is read elsewhere', () => {
    const fault = (country: string) =>
      helplineFault({ display: '800-4321', dial: '+18688004321' }, [country])?.what;
    expect(fault('TT')).toBeUndefined();
    for (const country of ['US', 'JM', 'BB', 'GB']) expect(fault(country)).toContain('leaves out');
    expect(helplineFault({ display: '662-4357', dial: '+18006624357' }, ['US'])?.what).toContain(
      'leaves out',
    );
  });

  it('are not what people of the guide’s country would dial somebody else by', () => {
    const london = { display: '020 7946 0123', dial: '+442079460123' };
    const told = helplineFault(london, ['US']);
    expect(told?.what).toContain('not what people in US dial');
    expect(told?.hint).toContain('+44 20 7946 0123');
    expect(helplineFault(london, ['US', 'GB'])).toBeUndefined();
    expect(told?.isAbroad).toBe(true);
    // In the United States these are the digits of somebody else.
    const india = { display: '9152987821', dial: '+919152987821' };
    expect(helplineFault(india, ['IN'])).toBeUndefined();
    expect(helplineFault(india, ['US'])).toMatchObject({ what: expect.stringContaining('not what people') });
    expect(helplineFault(india, ['US'])?.isAbroad).toBeUndefined();
  });

  it('may end with a word that goes on after the number, which stands whole behind it', () => {
    const fault = (display: string, dial: string, country: string) =>
      helplineFault({ display, dial }, [country])?.what;
    expect(fault('1-800-MEDICARE (1-800-633-4227)', '+18006334227', 'US')).toBeUndefined();
    expect(fault('1800 RESPECT (1800 737 732)', '+611800737732', 'AU')).toBeUndefined();
    expect(fault('1-800-MEDICARE (1-800-633-4228)', '+18006334228', 'US')).toContain('not the same keys');
    expect(fault('1-800-MEDICARE (633-422)', '+18006334227', 'US')).toContain('not the same keys');
    expect(fault('1-800-MEDICAREHELP (1-800-633-4227)', '+18006334227', 'US')).toContain('not the same keys');
    expect(fault('1-800-633-42273 (1-800-633-4227)', '+18006334227', 'US')).toBeDefined();
  });

  it('are told that a word before them is none of them', () => {
    expect(helplineFault({ display: 'ALO 183', dial: '183' }, ['TR'])?.hint).toContain(
      'Where ALO is a word that nobody dials, leave it out: 183.',
    );
  });

  it('are told how they are written', () => {
    expect(helplineFault({ display: '300 123 6600', dial: '+443001236600' }, ['GB'])?.hint).toContain(
      'Write 0300 123 6600 or +44 300 123 6600',
    );
    expect(helplineFault({ display: '0800 1111', dial: '08001111' }, ['GB'])?.hint).toBe(
      'Write dial: "+448001111".',
    );
    expect(helplineFault({ display: '1-800-662-HELP', dial: '+18006624357' }, ['US'])?.hint).toContain(
      '1-800-662-HELP (4357)',
    );
  });

  const numbers = (yaml: string) => changed(['numbers:\n', `numbers:\n${yaml}`]);

  it.each([
    [48, false],
    [49, false],
    [50, true],
  ])('may be 50, with %s beside the one that is there', (more, isRefused) => {
    const yaml = Array.from(
      { length: more },
      (_, i) => `  n${i}: { display: "${20001 + i * 137}", dial: "${20001 + i * 137}" }\n`,
    ).join('');
    const told = problemsOf(() => loadGuide(numbers(yaml))).some(({ message }) =>
      message.includes('at most 50'),
    );
    expect(told).toBe(isRefused);
  });
  it.each([
    ['a wrong one', '  desk: { display: "555", dial: "556" }\n', 'HELPLINE_INVALID', 'display 555'],
    ['signs', '  desk: { display: "55_6", dial: "556" }\n', 'HELPLINE_INVALID', 'only digits'],
    ['letters', '  desk: { display: "55A", dial: "552" }\n', 'HELPLINE_INVALID', 'has letters'],
    ['a name that is none', '  the desk: { display: "555", dial: "555" }\n', 'CONTENT_INVALID', ''],
    [
      'a field that is none',
      '  desk: { display: "555", dial: "555", call: x }\n',
      'CONTENT_INVALID',
      '"call"',
    ],
    [
      'the name of a helpline',
      '  crisis: { display: "555", dial: "555" }\n',
      'ID_DUPLICATE',
      'named "crisis"',
    ],
    [
      'two that look the same',
      '  desk: { display: "855-208-4673", dial: "+18552084673" }\n  disk: { display: "855-208-4673", dial: "+78552084673", country: RU }\n',
      'HELPLINE_INVALID',
      'both shown as 855-208-4673',
    ],
  ])('are refused with %s, at their line', (_, yaml, code, says) => {
    const [found, ...more] = problemsOf(() => loadGuide(numbers(yaml)));
    expect(more).toEqual([]);
    expect(found?.code).toBe(code);
    expect(found?.message).toContain(says);
    expect(found?.place.line).toBeGreaterThan(80);
  });
});

/** Wherever a guide says something, a number in it is declared. */
describe('a number in a guide', () => {
  it.each([
    ['title', 'title: Every kind of block', 'title: Call 800-315-1377', 'title'],
    ['kicker', 'kicker: A guide', 'kicker: At 800-315-1377, a guide', 'kicker'],
    ['a line', 'line: One line', 'line: 800-315-1377 is one line', 'sections.one.line'],
    ['a block', 'text: Go well.', 'text: Go 800-315-1377 well.', 'closing.bye'],
    ['an item', 'text: Say *hola*', 'text: 800-315-1377 *hola*', 'sections.one.list.second'],
    ['an alternative text', 'alt: A door', 'alt: A door with 800-315-1377', 'sections.one.picture.alt'],
    ['a caption', 'caption: An', 'caption: 800-315-1377 An', 'sections.one.picture.caption'],
    ['a quotation', 'text: I was', 'text: 800-315-1377 I was', 'sections.one.said.text'],
    ['who said it', 'cite: A person', 'cite: 800-315-1377 A person', 'sections.one.said.cite'],
    ['words at the number', 'call: Call now', 'call: Call 800-315-1377 now', 'helplines.main.call'],
    ['hours', 'hours: Day', 'hours: 800-315-1377 Day', 'helplines.crisis.hours'],
    ['an emergency', 'text: Call [911](tel:911).', 'text: Call 800-315-1377.', 'emergency.us'],
    ['the disclosure', 'text: One of', 'text: 800-315-1377 One of', 'disclosure.who'],
    ['its version', 'version: "1"', 'version: "800-315-1377"', 'disclosure.version'],
    ['a source', 'name: National', 'name: 800-315-1377 National', 'sources.book'],
    ['its address', 'https://example.org/book', 'https://800-315-1377.example.org', 'sources.book.address'],
    ['the guide’s name', 'id: whole', 'id: a-800-315-1377', 'id'],
    ['the guide’s version', 'version: 1.2.3', 'version: 800.315.1377', 'version'],
    ['a reviewer', 'sources:\n', 'review: { by: Dr. 800-315-1377, on: 2026-01-01 }\nsources:\n', 'review.by'],
    ['a term', 'sources:\n', 'terms: { th: [a 800-315-1377] }\nsources:\n', 'terms'],
  ])('is held to what is declared in %s', (_, from, to, key) => {
    const found = problemsOf(() => loadGuide(changed([from, to])));
    expect(found.map(({ code }) => code)).toEqual(['NUMBER_NEAR_MISS']);
    expect(found[0]?.place).toMatchObject({ key, file: expect.stringContaining('guide.yaml') as string });
    expect(found[0]?.place.line).toBeGreaterThan(0);
  });

  it.each([
    ['1.0.0', '100', []],
    ['1.1.2', '988', []],
    ['10.1.12', '112', []],
    ['1.12.100', '988', []],
  ])('is none in the version %s, where %s is declared', (version, code, expected) => {
    const found = codesOf(() =>
      loadGuide(
        changed(
          ['version: 1.2.3', `version: ${version}`],
          ['    dial: "911"\n', `    dial: "911"\n  other:\n    display: "${code}"\n    dial: "${code}"\n`],
        ),
      ),
    );
    expect(found.map((each) => each.replace(/:\d+$/, ''))).toEqual(expected);
  });

  it('is looked for in what parses; a text that does not is told for its marks', () => {
    expect(codesOf(() => loadGuide(changed(['Go well.', 'Go<br>800-315-1377.'])))).toEqual([
      'INLINE_INVALID:65',
    ]);
  });
});

describe('a guide with another number', () => {
  const number = { display: '855-208-4673', dial: '+18552084673' };

  it('is the same but for the number, and is not the guide that it was made from', () => {
    const guide = loadGuide(whole);
    const other = withHelpline(guide, 'main', number);
    expect(other.data.helplines.main).toEqual({ ...guide.data.helplines.main, ...number });
    expect(other.data.helplines.crisis).toBe(guide.data.helplines.crisis);
    expect(other.data.sections).toBe(guide.data.sections);
    expect(other.texts).toBe(guide.texts);
    expect(guide.data.helplines.main.display).toBe('800-315-1376');
    expect(Object.isFrozen(other.data.helplines.main)).toBe(true);
    expect(withHelpline(other, 'main', { display: '800-315-1376', dial: '+18003151376' }).data).toEqual(
      guide.data,
    );
    expect(withHelpline(other, 'crisis', { display: '988', dial: '988' }).data).toEqual(other.data);
  });

  it.each([
    ['a number that is none', 'main', { display: '000-208-4673', dial: '+10002084673' }, 'HELPLINE_INVALID'],
    ['a display of another', 'main', { display: '855-208-4674', dial: '+18552084673' }, 'HELPLINE_INVALID'],
    ['letters', 'main', { display: '855-208-HELP', dial: '+18552084357' }, 'HELPLINE_INVALID'],
    ['no dial', 'main', { display: '855-208-4673' }, 'HELPLINE_INVALID'],
    ['more than a number', 'main', { ...number, call: 'x' }, 'HELPLINE_INVALID'],
    ['a name that is none', 'mian', number, 'HELPLINE_INVALID'],
    ['a name that is no text', 5 as never, number, 'HELPLINE_INVALID'],
    ['a name of objects', 'constructor', number, 'HELPLINE_INVALID'],
    ['a number that is none, under numbers', 'emergency', number, 'HELPLINE_INVALID'],
    ['the look of another', 'main', { display: '988', dial: '988' }, undefined],
  ])('is refused with %s', (_, name, given, code) => {
    const found = problemsOf(() => withHelpline(loadGuide(whole), name, given as typeof number));
    expect(found.map((p) => p.code)).toEqual(code === undefined ? [] : [code]);
    if (name === 'mian') expect(found[0]?.hint).toBe('Did you mean "main"?');
  });

  it('is refused where a text prints the number that was, or is near the new one', () => {
    const typed = loadGuide(changed(['Go well.', 'Call 800-315-1376.']));
    expect(codesOf(() => withHelpline(typed, 'main', number))).toEqual(['NUMBER_UNDECLARED:65']);
    const [hinted] = problemsOf(() => withHelpline(typed, 'main', number));
    expect(hinted?.hint).toContain('Write <helpline:main> there');
    const linked = loadGuide(changed(['Go well.', '"[800-315-1376](tel:+18003151376)"']));
    expect(codesOf(() => withHelpline(linked, 'main', number))).toEqual(['NUMBER_UNDECLARED:65']);
    const groups = loadGuide(changed(['Go well.', '855 of 208 and 4674 more.']));
    expect(codesOf(() => withHelpline(groups, 'main', number))).toEqual(['NUMBER_NEAR_MISS:65']);
    // It is not the former one that is typed there.
    const [near] = problemsOf(() => withHelpline(groups, 'main', number));
    expect(near?.hint).toContain('Did you mean <helpline:main>');
    // A digit less is near; two less are not.
    const short = loadGuide(changed(['Go well.', '855 of 208 and 467 more.']));
    expect(codesOf(() => withHelpline(short, 'main', number))).toEqual(['NUMBER_NEAR_MISS:65']);
    const shorter = loadGuide(changed(['Go well.', '855 of 208 and 46 more.']));
    expect(codesOf(() => withHelpline(shorter, 'main', number))).toEqual([]);
  });

  it('looks at no text again that cannot be near it', () => {
    const guide = loadGuide(detox);
    const { numerals } = loadedOf(guide);
    // What the shipped guide has of digits, all in all: dates are values of their own.
    expect(numerals.every(({ digits, key }) => digits < 9 || key === 'date')).toBe(true);
  });
});

/** A guide as callers without types have it. */
// biome-ignore lint/suspicious/noExplicitAny: JavaScript has no types.
type Loose = any;

describe('a guide that a caller holds', () => {
  const guide = door.loadGuide(whole);
  const job = { product: 'poster', locale: 'en' };
  const edits: [what: string, edit: (own: Loose) => unknown][] = [
    ['a number', (own) => (own.data.helplines.main.display = '800-315-1377')],
    ['a text', (own) => (own.data.title = 'Other')],
    ['an item of a list', (own) => (own.data.sections[0] = own.data.sections[1])],
    ['the length of a list', (own) => (own.data.sections.length = 1)],
    ['a list, by one more', (own) => own.data.sections.push({})],
    ['a list, by sorting', (own) => own.data.sections.sort(() => -1)],
    ['a field, by taking it out', (own) => delete own.data.kicker],
    ['a field, by defining it', (own) => Object.defineProperty(own.data, 'title', { value: 'Other' })],
    ['a field, by assigning it', (own) => Object.assign(own.data, { title: 'Other' })],
    ['a field that was not there', (own) => (own.data.helplines.main.hours = 'Never')],
    ['its prototype', (own) => Object.setPrototypeOf(own.data, {})],
    ['the data', (own) => (own.data = {})],
    ['the folder', (own) => (own.folder = '/')],
    ['a text by its key', (own) => own.texts.set('title', {})],
    ['the texts, by one less', (own) => own.texts.delete('title')],
    ['the texts, by all', (own) => own.texts.clear()],
    ['one text', (own) => (own.texts.get('title').text = 'Other')],
    ['the warnings', (own) => own.warnings.push({})],
  ];
  it.each(edits)('cannot be changed, and says so at once: %s', (_, edit) => {
    const before = JSON.stringify([guide.data, [...guide.texts]]);
    expect(problemsOf(() => edit(guide)).map(({ code }) => code)).toEqual(['GUIDE_CHANGED']);
    expect(JSON.stringify([guide.data, [...guide.texts]])).toBe(before);
  });

  it('reads as the guide does', () => {
    const inner = loadGuide(whole);
    expect(guide.data).toEqual(inner.data);
    expect([...guide.texts]).toEqual([...inner.texts]);
    expect(JSON.parse(JSON.stringify(guide.data))).toEqual(inner.data);
    expect(guide.place('title')).toEqual(inner.place('title'));
    expect(guide.data.sections).toBe(guide.data.sections);
    expect(Object.keys(guide)).toEqual(Object.keys(inner));
  });

  it.each<[string, () => unknown]>([
    ['a copy', () => ({ ...guide })],
    ['a copy of its data', () => ({ ...guide, data: JSON.parse(JSON.stringify(guide.data)) })],
    ['an object that inherits from it', () => Object.create(guide)],
    ['a text', () => whole],
    ['nothing', () => undefined],
    ['null', () => null],
  ])('is printed, and no other: not %s', (_, made) => {
    const held = made() as typeof guide;
    expect(problemsOf(() => door.print(held, job)).map(({ code }) => code)).toEqual(['GUIDE_CHANGED']);
    const number = { display: '855-208-4673', dial: '+18552084673' };
    expect(problemsOf(() => door.withHelpline(held, 'main', number)).map(({ code }) => code)).toEqual([
      'GUIDE_CHANGED',
    ]);
  });

  it('may have another number, which nobody can change either', () => {
    const other = door.withHelpline(guide, 'main', { display: '855-208-4673', dial: '+18552084673' });
    expect(other.data.helplines.main.display).toBe('855-208-4673');
    expect(other.data.sections).toBe(guide.data.sections);
    expect(
      problemsOf(() => ((other as Loose).data.helplines.main.dial = '+1')).map(({ code }) => code),
    ).toEqual(['GUIDE_CHANGED']);
  });

  it('is loaded from a path, a text', () => {
    for (const folder of [pathToFileURL(whole), undefined, null, 5, {}, ''])
      expect(problemsOf(() => door.loadGuide(folder as string)).map(({ code }) => code)).toEqual(['USAGE']);
  });
});

describe('a number that was found right', () => {
  const number = { display: '0800 1111', dial: '+448001111' };

  it('is right again, and not in another country, shown otherwise or dialled otherwise', () => {
    for (let i = 0; i < 2; i++) {
      expect(helplineFault(number, ['GB'])).toBeUndefined();
      expect(helplineFault(number, ['US'])).toMatchObject({ isAbroad: true });
      expect(helplineFault({ ...number, display: '0800 1112' }, ['GB'])).toBeDefined();
      expect(helplineFault({ ...number, dial: '+448001112' }, ['GB'])).toBeDefined();
      expect(helplineFault(number, ['US', 'GB'])).toBeUndefined();
    }
  });
});
