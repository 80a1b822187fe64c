import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockFields, fieldsOf, guideFields, keyPatterns, loadGuide } from '../../src/content/index.ts';
import { readingGrade } from '../../src/content/reading-level.ts';
import { besideBlocks, fieldNames, fieldNamesAt } from '../../src/content/schema/walk.ts';
import { changed, codesOf, problemsOf, whole } from './folder.ts';

const root = join(import.meta.dirname, '../..');

describe('the table of a guide’s fields', () => {
  it('gives each text its key, what it is, and where it stands', () => {
    const rows = [...loadGuide(whole).texts.values()].map(({ key, role, group, isWithin, isBody, note }) =>
      [key, role, group, isWithin ? 'within' : '', isBody ? 'body' : '', note].join(' | '),
    );
    expect(rows).toEqual([
      'title | said | Title |  |  | Title',
      'kicker | said | Title |  |  | Short line above the title',
      'overview | said | Title |  |  | Heading of the list of the sections',
      'helplines.main.call | said | Helpline |  |  | Words above the helpline number',
      'helplines.main.answers | said | Helpline |  |  | Says who answers the helpline',
      'helplines.crisis.call | said | Helpline |  |  | Words above the helpline number',
      'helplines.crisis.answers | said | Helpline |  |  | Says who answers the helpline',
      'helplines.crisis.hours | said | Helpline |  |  | When the helpline answers',
      'opening.heading | said | Opening | within |  | heading',
      'opening.word.term | term | Opening | within |  | the word that is explained',
      'opening.word.text | said | Opening | within | body | explanation of a word',
      'sections.one.line | said | Section 1 | within | body | its line, large and bold, understood alone',
      'sections.one.said.text | quoted | Section 1 | within | body | a quotation, said by someone',
      'sections.one.said.cite | quoted | Section 1 | within |  | who said the quotation',
      'sections.one.list.first | said | Section 1 | within | body | item of a list',
      'sections.one.list.second | said | Section 1 | within | body | item of a list',
      'sections.one.picture.alt | alt | Section 1 | within |  | says what a picture shows, read aloud to those who do not see it',
      'sections.one.picture.caption | said | Section 1 | within |  | caption of a picture',
      'sections.two.line | said | Section 2 | within | body | its line, large and bold, understood alone',
      'sections.two.found | said | Section 2 | within | body | a finding, whose source is named below it',
      'sections.two.loud | said | Section 2 | within | body | a short line that stands out',
      'closing.heading | said | Closing | within |  | heading',
      'closing.bye | said | Closing | within | body | paragraph',
      'emergency.us | said | Emergency |  |  | What to do in an emergency',
      'disclosure.heading | said | Disclosure (legal text, exact) | within |  | heading',
      'disclosure.who | said | Disclosure (legal text, exact) | within | body | paragraph',
      'sources.book | name | Sources |  |  | Name of a source',
    ]);
  });

  it('finds every field by its path in the YAML', () => {
    const guide = loadGuide(whole);
    const lines = readFileSync(join(whole, 'guide.yaml'), 'utf8').split('\n');
    for (const { path, key, field } of fieldsOf(guide.data)) {
      if (field.is === 'blocks') continue;
      expect(lines[guide.place(key).line! - 1], key).toContain(`${String(path.at(-1))}:`);
    }
  });

  it('says what a product may carry, and what a guide may lack', () => {
    const shapes = keyPatterns().map(({ pattern, isOptional }) => `${pattern}${isOptional ? '?' : ''}`);
    expect(shapes).toEqual([
      ...['title', 'kicker?', 'overview?', 'helplines', 'helplines.*.call', 'helplines.*.answers'],
      ...[
        'helplines.*.claims?',
        'helplines.*.for?',
        'helplines.*.hours?',
        'helplines.*.cost?',
        'helplines.*.languages?',
      ],
      ...['opening?', 'opening.heading', 'sections', 'sections.*.line', 'closing?', 'closing.heading'],
      ...[
        'emergency?',
        'emergency.*.text',
        'disclosure',
        'disclosure.heading',
        'disclosure.short?',
        'disclosure.short.text',
        'sources?',
        'sources.*.name',
      ],
      ...['publisher?', 'publisher.name', 'publisher.address?', 'review?', 'review.by'],
      ...['easy?', 'easy.*.heading?', 'easy.*.picture', 'easy.*.picture.alt', 'easy.*.text'],
      ...['cover', 'ground', 'closing', 'poster'].flatMap((slot) => [
        `scenes.${slot}?`,
        `scenes.${slot}.alt`,
      ]),
    ]);
  });

  it('knows every name, for hints', () => {
    const names = fieldNames();
    for (const name of [...Object.keys(guideFields), 'id', 'kind', 'main', 'display', 'dial', 'hours'])
      expect(names).toContain(name);
    for (const name of [...Object.values(blockFields).flatMap(Object.keys), 'heading', 'line', 'address'])
      expect(names).toContain(name);
    expect(new Set(names).size).toBe(names.length);
    expect(besideBlocks).toEqual(['heading', 'line']);
  });

  it('has a partial for each kind of block', () => {
    const partial = readFileSync(join(root, 'templates/partials/block.hbs'), 'utf8');
    for (const kind of Object.keys(blockFields)) expect(partial).toContain(`(is kind "${kind}")`);
  });

  it('says of a field of another part that it belongs elsewhere', () => {
    const [found] = problemsOf(() => loadGuide(changed(['title: Every', 'hours: x\ntitle: Every'])));
    expect(found).toMatchObject({ code: 'CONTENT_INVALID', hint: expect.stringContaining('another part') });
  });

  it.each([
    ['of a section', ['sections', 0, 'blocks'], undefined],
    ['of the guide', [], Object.keys(guideFields)],
    ['of a part', ['opening'], Object.keys(guideFields.opening.fields)],
    ['of a section', ['sections', 3], ['id', ...Object.keys(guideFields.sections.fields)]],
    ['of a block', ['sections', 0, 'blocks', 1], ['id', 'kind', 'forms', 'items']],
    [
      'of an item of a list in a list',
      ['sections', 0, 'blocks', 1, 'items', 0, 'items', 2],
      ['id', 'text', 'items'],
    ],
    ['of a block of a kind that there is not', ['sections', 0, 'blocks', 0], undefined],
    ['of a helpline', ['helplines', 'other'], Object.keys(guideFields.helplines.fields)],
    ['of helplines', ['helplines'], ['main']],
    ['of a text', ['title', 'x'], undefined],
  ] as [string, (string | number)[], string[] | undefined][])('knows the fields %s', (_, path, names) => {
    const data = { sections: [{ blocks: [{ kind: 'lost' }, { kind: 'list' }] }] };
    expect(fieldNamesAt(path, data)).toEqual(names);
  });

  it('says of a text that a comma ended to quote it, and of others which fields stand there', () => {
    const hintOf = (from: string, to: string) => problemsOf(() => loadGuide(changed([from, to])))[0]?.hint;
    const item = '- id: second\n            text: Say *hola*, as in [hola](lang:es).';
    expect(hintOf(item, '- { id: second, text: Your questions, written down }')).toContain('in quotes');
    expect(hintOf(item, '- { id: second, text: Yes, texte: No }')).toBe('Did you mean "text"?');
    expect(hintOf(item, '- { id: second, text: Yes, colour: red }')).toBe('Known: id, text, items.');
    expect(hintOf(item, '- { id: second, text: Yes, caption: No }')).toContain(
      'Here stand: id, text, items.',
    );
  });

  it.each([
    ['title: Every', 'title: 12 #', 'CONTENT_INVALID', 'title is written as a number, and a text is wanted.'],
    [
      'title: Every',
      'title: true #',
      'CONTENT_INVALID',
      'title is written as a yes or no, and a text is wanted.',
    ],
    [
      'display: 800-315-1376',
      'display: 0988',
      'HELPLINE_INVALID',
      'helplines.main.display is written as a number, and a text is wanted.',
    ],
  ])('asks for quotes where a text is none: %s, %s', (from, to, code, message) => {
    const found = problemsOf(() => loadGuide(changed([from, to])));
    expect(found[0]).toMatchObject({
      code,
      message,
      hint: expect.stringMatching(/^Write it in quotes: \w+: "…"\.$/),
    });
  });

  it('has ids for roles, not roles for ids: a block may be called alt or term', () => {
    const guide = loadGuide(changed(['id: found', 'id: term'], ['id: loud', 'id: alt']));
    expect(guide.texts.get('sections.two.term')?.role).toBe('said');
    expect(guide.texts.get('sections.two.alt')?.role).toBe('said');
  });
});

describe('ids are unique among neighbours', () => {
  it.each([
    ['emergency', '  - id: us\n', '  - { id: us, country: CA, text: Ask. }\n  - id: us\n'],
    ['sources', '  - id: book\n', '  - { id: book, name: A }\n  - id: book\n'],
    ['sections', '  - id: two\n', '  - id: one\n'],
    ['blocks of a section', '- id: loud', '- id: found'],
    ['blocks of the opening', 'id: word', 'id: heading'],
    ['blocks of the closing', 'id: bye', 'id: line'],
    ['blocks of the disclosure', 'id: who\n', 'id: heading\n'],
    ['items', 'id: second', 'id: first'],
  ])('%s', (_, from, to) => {
    expect(codesOf(() => loadGuide(changed([from, to]))).map((c) => c.split(':')[0])).toEqual([
      'ID_DUPLICATE',
    ]);
  });

  it.each([
    ['an item and its list', 'id: first', 'id: list'],
    ['blocks of two sections', 'id: found', 'id: said'],
    ['an item called heading', 'id: first', 'id: heading'],
    ['an emergency block and a source', '  - id: us\n', '  - id: book\n'],
  ])('and free elsewhere: %s', (_, from, to) => {
    expect(problemsOf(() => loadGuide(changed([from, to])))).toEqual([]);
  });
});

describe('a number is a number that can be dialled', () => {
  const number = (display: string, dial: string) => {
    const folder = changed(
      ['display: 800-315-1376', `display: "${display}"`],
      ['dial: "+18003151376"', `dial: "${dial}"`],
    );
    return problemsOf(() => loadGuide(folder)).map(({ code, message }) => `${code} ${message}`);
  };

  it.each([
    ['800-315-1376', '+18003151376'],
    ['1-800-315-1376', '+18003151376'],
    ['+1 (800) 315-1376', '+18003151376'],
    ['02 123 4567', '+35921234567'],
  ])('%s for %s', (display, dial) => {
    expect(number(display, dial)).toEqual([]);
  });

  it.each([
    ['00-315-1376', '+18003151376', 'leaves out 18, and the country code'],
    ['0-315-1376', '+18003151376', 'leaves out 180, and the country code'],
    ['315-1376', '+18003151376', 'leaves out 1800, and the country code'],
    ['59 2 123 4567', '+35921234567', 'leaves out 3, and the country code'],
    ['1-800-315-13', '+18003151376', 'is not the number dialled'],
    ['800-315', '+18003151376', 'is not the number dialled'],
    ['1-800-315-13760', '+18003151376', 'is not the number dialled'],
    ['1-000-315-1376', '+10003151376', '\\+10003151376 is not a valid number'],
    ['1-800-315-137', '+1800315137', '\\+1800315137 is not a valid number'],
  ])('not %s for %s', (display, dial, why) => {
    expect(number(display, dial)[0]).toMatch(new RegExp(`^HELPLINE_INVALID .*(?:${why})`));
  });
});

describe('an image lies in the folder of its guide', () => {
  it('and not in one beside it whose name begins alike', () => {
    const folder = changed();
    const beside = `${folder}-more`;
    mkdirSync(beside);
    cpSync(join(folder, 'figures/door.svg'), join(beside, 'door.svg'));
    const other = changed(['figures/door.svg', `../${basename(beside)}/door.svg`]);
    cpSync(join(other, 'guide.yaml'), join(folder, 'guide.yaml'));
    expect(codesOf(() => loadGuide(folder)).map((c) => c.split(':')[0])).toEqual(['PATH_OUTSIDE']);
  });
});

describe('texts are plain', () => {
  const sentence = (words: number, long: number) =>
    `${[...Array(words).keys()].map((i) => (i < long ? 'water' : 'cat')).join(' ')}. `.repeat(20).trim();
  const read = (text: string) => `The second line. ${text} You can do it.`;

  it.each([
    [18, 5, 5.96, []],
    [21, 4, 6.02, ['warning READING_LEVEL']],
    [13, 9, 8.94, ['warning READING_LEVEL']],
    [10, 8, 9.06, ['error READING_LEVEL']],
  ])('sentences of %d words, %d of them long, read at grade %d', (words, long, grade, told) => {
    const text = sentence(words, long);
    expect(readingGrade(read(text))).toBeCloseTo(grade, 2);
    const folder = changed(['text: Sleep helps.', `text: ${text}`]);
    const found = told[0]?.startsWith('error')
      ? problemsOf(() => loadGuide(folder))
      : loadGuide(folder).warnings;
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(told);
  });

  it('but for what others said, and what is said of a picture', () => {
    const hard = 'Pharmacological interventions considerably ameliorate physiological complications. '
      .repeat(9)
      .trim();
    for (const change of [
      ['I was an addict, and people called me that.', hard],
      ['cite: A person in recovery', `cite: ${hard}`],
      ['alt: A door', `alt: ${hard}`],
    ] as const)
      expect(loadGuide(changed(change)).warnings).toEqual([]);
    expect(codesOf(() => loadGuide(changed(['caption: An open door', `caption: ${hard}`])))).toHaveLength(1);
  });

  it.each([
    ['the disclosure', 'One of these answers.', 'One of these addicts answers.'],
    ['a helpline', 'A person answers.', 'An addict answers.'],
    ['the title', 'title: Every kind', 'title: An addict, every kind'],
    ['an alternative text', 'alt: A door', 'alt: An addict'],
    ['a caption', 'caption: An open door', 'caption: An addict'],
    ['a heading', 'heading: Last', 'heading: An addict'],
    ['a term', 'term: Rest', 'term: Addict'],
    ['an emergency block', 'text: Call [911]', 'text: Addict? Call [911]'],
  ])('and do not stigmatize: %s', (_, from, to) => {
    // `text: Call [911]` stands in a list, too: the last one is meant.
    const folder = changed(from.startsWith('text: Call') ? [`    ${from}`, `    ${to}`] : [from, to]);
    expect(problemsOf(() => loadGuide(folder)).map(({ code }) => code)).toEqual(['WORDING']);
  });

  it('and leave the names of sources and the words of others alone', () => {
    const folder = changed(['cite: A person in recovery', 'cite: An addict']);
    expect(loadGuide(folder).warnings).toEqual([]);
    const same = changed(['text: Go well.', 'text: I was an addict, and people called me that.']);
    expect(problemsOf(() => loadGuide(same)).map(({ code }) => code)).toEqual(['WORDING']);
  });
});
