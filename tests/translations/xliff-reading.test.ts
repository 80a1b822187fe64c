import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longest, openTray, type Tray } from './tray.ts';

/** A file with one line before its first unit; the units begin on line 2. */
const file = (units: string, attributes = 'source-language="en" target-language="es"') =>
  `<xliff version="1.2"><file original="g" ${attributes}><body>\n${units}\n</body></file></xliff>`;
const unit = (target: string, id = 'guide:a', rest = '') =>
  `<trans-unit id="${id}"><source>A</source>${target}${rest}</trans-unit>`;

describe('XLIFF that came back', () => {
  let tray: Tray;
  beforeAll(() => {
    tray = openTray();
  });
  afterAll(() => tray.clear());
  const refused = (text: string) => tray.refused('x.xlf', text);
  const entries = async (text: string) => (await tray.read('x.xlf', text)).entries;
  const target = async (content: string) =>
    (await entries(file(unit(`<target>${content}</target>`))))[0]!.target;

  it('declares no document type, not even before all else', async () => {
    const said = 'The XML declares a document type or entities, which are refused.';
    const whole = file(unit('<target>B</target>'));
    expect(await refused(`<!DOCTYPE x>${whole}`)).toEqual([`1: ${said}`]);
    expect(await refused(`\n<!DOCTYPE x>${whole}`)).toEqual([`2: ${said}`]);
  });

  describe('loses no word of a translation', () => {
    it.each([
      ['an element that no standard knows', 'no <b>es</b> adictiva', '<b>'],
      ['an element of a tool', 'no <mq:ch val="es"/> adictiva', '<mq:ch>'],
      ['an inline element', 'no <g id="1">es</g> adictiva', '<g>'],
      ['a placeholder', 'no es<x id="1"/> adictiva', '<x>'],
      ['a processing instruction', 'no <?tool es?> adictiva', '<?tool?>'],
      ['a mark that is no segment', 'no <mrk mtype="protected">es</mrk> adictiva', '<mrk>'],
      ['an element in a segment', '<mrk mtype="seg">no <b>es</b> adictiva</mrk>', '<b>'],
      ['a segment in a segment', '<mrk mtype="seg">no <mrk mtype="seg">es</mrk></mrk>', '<mrk>'],
    ])('that stands in %s: it is refused', async (_, content, named) => {
      const said = `"guide:a" holds XML elements (${named}) where text is wanted.`;
      expect(await refused(file(unit(`<target>\n${content}</target>`)))).toEqual([`3: ${said}`]);
      const source = `<trans-unit id="guide:a"><source>${content}</source><target>x</target></trans-unit>`;
      expect(await refused(file(source))).toEqual([`2: ${said}`]);
    });

    it('that stands in CDATA, in a segment, or beside a comment', async () => {
      expect(await target('a <![CDATA[<b> &amp;]]> z')).toBe('a <b> &amp; z');
      expect(await target('<mrk mtype="seg">a <![CDATA[b]]> c</mrk>')).toBe('a b c');
      expect(await target('a<!-- not this --> b')).toBe('a b');
    });

    it('or the white space between, before and after its segments', async () => {
      for (const content of [
        '<mrk mtype="seg" mid="1">One.</mrk>\n<mrk mtype="seg" mid="2">Two.</mrk>',
        '\n  <mrk mtype="seg">One.\n</mrk>\n\n  <mrk mtype="seg">\nTwo.</mrk>\n',
        'One.\n<!-- x -->\nTwo.\n',
        'One.\n<![CDATA[\nTwo.\n]]>\n',
      ])
        expect(await target(content)).toBe(
          content.replace(/<mrk[^>]*>|<\/mrk>|<!-- x -->|<!\[CDATA\[|\]\]>/g, ''),
        );
    });

    it('because it stands there twice', async () => {
      expect(await refused(file(unit('<target>B</target>\n<target>C</target>')))).toEqual([
        '3: "guide:a" has two translations (<target>).',
      ]);
      expect(await refused(file(unit('<source>B</source>')))).toEqual([
        '2: "guide:a" has two sources (<source>).',
      ]);
    });
  });

  it('says all that is wrong at once, each with its line', async () => {
    expect(
      await refused(
        file(
          [
            unit('<target>a<g id="1"/></target>'),
            unit('<target>b</target>', 'guide:b'),
            unit('<target>c</target>', 'guide:b'),
            '<trans-unit><source>A</source></trans-unit>',
            unit('<target><x id="1"/>d</target>', 'guide:d'),
          ].join('\n'),
        ),
      ),
    ).toEqual([
      '2: "guide:a" holds XML elements (<g>) where text is wanted.',
      '4: "guide:b" is there twice, first in line 3.',
      '5: A unit has no id.',
      '6: "guide:d" holds XML elements (<x>) where text is wanted.',
    ]);
  });

  it.each(['CDATA', 'a comment', 'an attribute'])(
    'is read in a moment, with whatever in %s',
    async (where) => {
      const bomb = '<target <trans-unit id="a" '.repeat(40_000);
      const quoted = bomb.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      const text = {
        CDATA: unit(`<target><![CDATA[${bomb}]]></target>`),
        'a comment': unit('<target>b</target>', 'guide:a', `<!--${bomb}-->`),
        'an attribute': unit(`<target x="${quoted}" state="new">b</target>`),
      }[where]!;
      if (where !== 'CDATA') expect(await entries(file(text))).toHaveLength(1);
      else
        expect(await tray.problems('x.xlf', file(text))).toMatchObject([
          { code: 'TEXT_UNNATURAL', place: { key: 'guide:a' } },
        ]);
    },
  );

  it.each([
    ['line ends of another age', '\r', 1_500_000],
    ['spaces', ' ', 1_500_000],
    ['line breaks and spaces by turns', '\n ', 750_000],
  ])('is read in a moment, and refused for its length, with many %s', async (_, run, times) => {
    const [found] = await tray.problems('x.xlf', file(unit(`<target>a${run.repeat(times)}b</target>`)));
    expect(found).toMatchObject({ code: 'TEXT_UNNATURAL' });
    expect(found!.message).toContain('has 1500002 characters');
  });

  it('that is no XML says what is wrong, and in which line', async () => {
    const [found] = await refused('<xliff>\n<file>\n</xliff>');
    expect(found).toMatch(/^3: The file is not XLIFF 1\.2: [^()]*[a-z][^()]*\.$/);
  });

  it('is XLIFF 2 by the version of its <xliff>, and by nothing else', async () => {
    const tool = file(unit('<target>b</target>')).replace(
      '<body>',
      '<header><tool tool-id="x" tool-version="2.1"/></header><body>',
    );
    expect(await entries(tool)).toHaveLength(1);
    expect(await entries(`<!-- version="2" -->${tool}`)).toHaveLength(1);
    expect(
      await refused(`<!--${' '.repeat(2000)}-->${tool.replace('version="1.2"', "version = '2.0'")}`),
    ).toEqual(['1: The file is not XLIFF 1.2: it is XLIFF 2.0.']);
  });

  it('is in one language, in every <file> of it', async () => {
    const two = (language: string) =>
      file(unit('<target>b</target>')).replace(
        '</xliff>',
        `\n<file original="h" source-language="en"${language}><body>${unit('<target>c</target>', 'guide:b')}</body></file></xliff>`,
      );
    const { language, entries: both } = await tray.read('x.xlf', two(' target-language="ES"'));
    expect([language, both.length]).toEqual(['es', 2]);
    expect(await refused(two(' target-language="hi"'))).toEqual([
      '4: A <file> is translated into hi, the first is translated into es.',
    ]);
    expect(await refused(two(''))).toEqual([
      '4: A <file> does not say its language, the first is translated into es.',
    ]);
  });

  it('may group its units, with or without ids, and keep old ones in comments', async () => {
    const text = file(
      `<!-- <trans-unit id="old"> --><group><group id="g">${unit('<target>b</target>')}</group></group>\n${unit('<target>c</target>', 'guide:b')}`,
    );
    expect((await entries(text)).map(({ key, target: said }) => [key, said])).toEqual([
      ['guide:a', 'b'],
      ['guide:b', 'c'],
    ]);
  });

  it('may hold no target, as one that is not translated', async () => {
    expect(await entries(file(unit('')))).toEqual([
      { key: 'guide:a', source: 'A', target: '', marked: undefined },
    ]);
  });

  it.each([
    ['new', true],
    ['needs-translation', true],
    ['needs-adaptation', true],
    ['needs-l10n', true],
    ['needs-review-translation', true],
    ['needs-review-adaptation', true],
    ['needs-review-l10n', true],
    ['translated', false],
    ['signed-off', false],
    ['final', false],
    ['x-ours', undefined],
    [undefined, undefined],
  ])('with the state %s is marked: %s', async (state, marked) => {
    const said = state === undefined ? '' : ` state='${state}'`;
    expect(await entries(file(unit(`<target${said}>b</target>`)))).toMatchObject([{ marked }]);
  });

  it('is quoted in bounded messages', async () => {
    const long = 'k'.repeat(5000);
    for (const text of [
      file(`${unit('', long)}${unit('', long)}`),
      file(unit(`<target><${long}/></target>`)),
      file(unit('<target>&nosuch;</target>')).replace('nosuch', long),
      file('').replace('1.2', `2${long}`),
      file('').replace('</xliff>', `<file target-language="${long}"><body/></file></xliff>`),
    ]) {
      const problems = await tray.problems('x.xlf', text);
      expect(problems.length).toBeGreaterThan(0);
      expect(longest(problems)).toBeLessThan(350);
    }
  });
});
