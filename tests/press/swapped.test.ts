/** The words of one helpline beside the number of another: every text, link and number is there, and whoever reads calls somebody else. */
import { afterAll, describe, expect, it } from 'vitest';
import { codesOf } from '../content/folder.ts';
import { type Change, openStand, type Stand } from './stand.ts';

const stands: Stand[] = [];
afterAll(() => {
  for (const stand of stands) stand.clear();
});

const numbers: Change = [
  'guide.yaml',
  '\nopening:\n',
  `
  kids: { display: 800-422-4453, dial: "+18004224453", call: For children, answers: They answer. }
opening:
`,
];
const pairs = '.lines { display: grid; grid-template-columns: 1fr 1fr; row-gap: 4pt; column-gap: 14pt; }';

function print(html: string, style = pairs, call = '', guide = numbers): string[] {
  const stand = openStand(
    guide,
    ['template.hbs', '{{#each sections}}', `${html}{{#each sections}}`],
    ['template.hbs', '<p class="loud">', `${call}<p class="loud">`],
    ['style.css', '.loud', `${style}\n.loud`],
  );
  stands.push(stand);
  return codesOf(() => stand.run()).flatMap((code) => /^HELPLINE_WRONG/.exec(code) ?? []);
}

const each = '{{#each others}}<div><p>{{number}}</p><p>{{say call}}</p></div>{{/each}}';
const flat =
  '{{#each others}}<p class="n-{{@index}}">{{number}}</p><p class="w-{{@index}}">{{say call}}</p>{{/each}}';
const swapped =
  '<div><p>{{others.[1].number}}</p><p>{{say others.[0].call}}</p></div><div><p>{{others.[0].number}}</p><p>{{say others.[1].call}}</p></div>';
const cells = (first: number, second: number) =>
  `${pairs} .n-0 { grid-column: 1; grid-row: 1 } .n-1 { grid-column: 1; grid-row: 2 } .w-0 { grid-column: 2; grid-row: ${first} } .w-1 { grid-column: 2; grid-row: ${second} }`;
const lines = (html: string) => `<div class="lines">${html}</div>`;

describe('the call of a helpline', () => {
  it.each([
    ['below its number, in columns', lines(each), pairs],
    ['below its number, with room after it', `<div>${each}</div>`, 'div + div { margin-block-start: 9pt; }'],
    [
      'above its number',
      lines(each.replace('<p>{{number}}</p><p>{{say call}}</p>', '<p>{{say call}}</p><p>{{number}}</p>')),
      pairs,
    ],
    ['beside its number, in rows', lines(flat), pairs],
    ['beside its number, by its place', lines(flat), cells(1, 2)],
  ])('may stand %s', (_, html, style) => {
    expect(print(html, style)).toEqual([]);
  });

  it('may hold its number, and stand nearer to that of another', () => {
    const [file, from, to] = numbers;
    const within: Change = [file, from, to.replace('For children', '"For children: <helpline:kids>"')];
    const own = '<p>{{say others.[0].call}}</p><p>{{others.[0].number}}</p><p>{{say others.[1].call}}</p>';
    expect(print(`<div>${own}</div>`, 'div > p:first-child { margin-block-end: 12pt; }', '', within)).toEqual(
      [],
    );
  });

  it.each([
    ['by the template', lines(swapped), pairs],
    ['by the style', lines(flat), cells(2, 1)],
  ])('may not stand beside the number of another: %s', (_, html, style) => {
    expect(print(html, style)).toEqual(['HELPLINE_WRONG', 'HELPLINE_WRONG']);
  });

  it('may have its number far beside the middle of what is said below it, and another number below', () => {
    const [file, from, to] = numbers;
    const more: Change = [
      file,
      from,
      to.replace(
        'answers: They answer.',
        'answers: They answer., for: Anyone., hours: All day., cost: Free.',
      ),
    ];
    const words =
      '<div><p>{{say others.[1].call}}</p><p>{{say others.[1].answers}}</p><p>{{say others.[1].for}}</p><p>{{say others.[1].hours}}</p><p>{{say others.[1].cost}}</p></div>';
    const beside = (number: number) => `<div class="row">${words}<p>{{others.[${number}].number}}</p></div>`;
    const below = (number: number) => `<p>{{others.[${number}].number}}</p><p>{{say others.[0].call}}</p>`;
    const style =
      '.row { display: grid; grid-template-columns: auto auto; justify-content: start; align-items: center; column-gap: 40pt; font-size: 12pt; } .row p { margin: 0; } .row + p { margin-block-start: 4pt; }';
    expect(print(`<div>${beside(1)}${below(0)}</div>`, style, '', more)).toEqual([]);
    expect(print(`<div>${beside(0)}${below(1)}</div>`, style, '', more)).not.toEqual([]);
  });

  it('may not stand nearer to the next number than to its own', () => {
    expect(print(`<div>${each}</div>`, 'div > p + p { margin-block-start: 6pt; }')).toEqual([
      'HELPLINE_WRONG',
    ]);
  });

  it.each([
    [
      'above them',
      '<p>{{others.[1].number}}</p><p>{{say others.[0].call}}</p><p>{{others.[0].number}}</p><p>{{say others.[1].call}}</p>',
    ],
    [
      'below them',
      '<p>{{say others.[1].call}}</p><p>{{others.[0].number}}</p><p>{{say others.[0].call}}</p><p>{{others.[1].number}}</p>',
    ],
  ])(
    'may not stand beside the number of another where all lines follow each other evenly: numbers %s',
    (_, html) => {
      expect(print(`<div>${html}</div>`, '')).toEqual(['HELPLINE_WRONG', 'HELPLINE_WRONG']);
    },
  );

  it.each([
    [
      'right above it',
      '<p class="n">{{emergency.[0].dial}}</p><p class="loud">{{helpline "main"}}</p>',
      '',
      true,
    ],
    [
      'far from it',
      '<p class="n">{{emergency.[0].dial}}</p><div class="gap"></div><p class="loud">{{helpline "main"}}</p>',
      '.gap { height: 30pt; }',
      true,
    ],
    [
      'below its own number',
      '<p class="loud">{{helpline "main"}}</p><p class="n">{{emergency.[0].dial}}</p>',
      '',
      false,
    ],
    [
      'in words of its own',
      '<p>{{say emergency.[0].text}}</p><p class="loud">{{helpline "main"}}</p>',
      '',
      false,
    ],
  ])('may not have the number of an emergency beside it: %s', (_, html, style, isWrong) => {
    const call = '<p>{{say helpline.call}}</p>';
    expect(print('', `.n { font-size: 24pt; } ${style}`, `${call}${html}`)).toEqual(
      isWrong ? ['HELPLINE_WRONG'] : [],
    );
  });

  it('may not have another above it, where its own is the main one and stands elsewhere', () => {
    const call =
      '<p class="loud">{{helpline "kids"}}</p><p>{{say helpline.call}}</p><p>{{say title}}</p><p>{{say title}}</p>';
    expect(print(lines(each), pairs, call)).toContain('HELPLINE_WRONG');
  });
});

describe('what else is said of a helpline', () => {
  const [file, from, to] = numbers;
  const ways = to.replace(
    'answers: They answer.',
    'answers: They answer., hours: Day and night, text: { to: "741741", word: HOME }, email: kids@example.org',
  );
  const more: Change = [
    file,
    from,
    ways.replace(
      'opening:',
      '  parents: { display: 800-555-0199, dial: "+18005550199", call: For parents, answers: Parents answer., hours: At night, text: { to: "838255" }, email: parents@example.org }\nopening:',
    ),
  ];
  const block = (
    number: number,
    words: Partial<Record<'call' | 'answers' | 'hours' | 'ways', number>> = {},
  ) => {
    const of = (field: 'call' | 'answers' | 'hours' | 'ways') => `others.[${words[field] ?? number}]`;
    return `<div class="b"><p class="n">{{others.[${number}].number}}</p><div><p>{{say ${of('call')}.call}}</p><p>{{say ${of('answers')}.answers}}</p><ul>{{#each ${of('ways')}.ways}}<li>{{line}}</li>{{/each}}</ul><p>{{say ${of('hours')}.hours}}</p></div></div>`;
  };
  const [kids, parents] = [1, 2];
  const even = '.n { font-size: 14pt; }';
  const beside = `${even} .b { display: grid; grid-template-columns: auto 1fr; column-gap: 12pt; margin-block-end: 4pt; }`;
  const columns = `${even} .all { columns: 2; column-gap: 12pt; } .b { break-inside: avoid; }`;

  it.each([
    ['evenly', even],
    ['beside it', beside],
    ['in columns', columns],
  ])('may stand below its own number, %s', (_, style) => {
    expect(
      print(`<div class="all">${block(0)}${block(kids)}${block(parents)}</div>`, style, '', more),
    ).toEqual([]);
  });

  it.each([
    ['who answers', 'answers'],
    ['when', 'hours'],
    ['where it is written to', 'ways'],
  ] as const)('may not be exchanged with that of another: %s', (_, field) => {
    for (const style of [even, beside, columns])
      expect(
        print(
          `<div class="all">${block(kids, { [field]: parents })}${block(parents, { [field]: kids })}</div>`,
          style,
          '',
          more,
        ),
      ).toContain('HELPLINE_WRONG');
  });
});
