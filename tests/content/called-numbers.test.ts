/** Numbers that no numbering plan has: right where somebody called them and the guide says so, held to all else that numbers are held to. */
import { describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { helplineFault } from '../../src/content/numbers/number-pair.ts';
import { changed, problemsOf } from './folder.ts';

const called = { by: 'Awa Ouédraogo', on: '2026-11-20' };
const faultOf = (display: string, dial: string, country: string, by: typeof called | undefined = called) =>
  helplineFault({ display, dial, called: by }, [country]);

describe('a number that no plan has', () => {
  it.each([
    ['80 00 12 87', '+22680001287', 'BF'],
    ['+226 80 00 12 87', '+22680001287', 'BF'],
    ['80 00 00 11', '+22880000011', 'TG'],
    ['0300 000 999', '+254300000999', 'KE'],
  ])('%s is right where somebody called it, and refused where nobody did', (display, dial, country) => {
    expect(faultOf(display, dial, country)).toBeUndefined();
    expect(helplineFault({ display, dial }, [country])).toMatchObject({
      what: `${dial} is not a valid number`,
      hint: expect.stringContaining('called: { by: <name>, on: <day> }'),
    });
  });

  it.each([
    ['another display', '80 00 12 88', '+22680001287', 'BF'],
    ['a digit too few', '80 00 12 8', '+2268000128', 'BF'],
    ['a digit too many', '80 00 12 877', '+226800012877', 'BF'],
    ['a digit that is dialled first nowhere there', '080 00 12 87', '+22680001287', 'BF'],
    ['another country', '+226 80 00 12 87', '+22680001287', 'FR'],
    ['no country', '80 00 12 87', '80001287', 'BF'],
  ])('is refused all the same with %s', (_, display, dial, country) => {
    expect(faultOf(display, dial, country)).toBeDefined();
  });

  it('was not called where another takes its place', () => {
    const folder = changed(
      ['country: US', 'country: BF'],
      [
        '    display: 800-315-1376\n    dial: "+18003151376"',
        '    display: 80 00 12 87\n    dial: "+22680001287"\n    called: { by: A. O., on: 2026-11-20 }',
      ],
    );
    const guide = loadGuide(folder);
    const other = { display: '80 00 45 11', dial: '+22680004511' };
    expect(problemsOf(() => withHelpline(guide, 'main', other)).map(({ code }) => code)).toEqual([
      'HELPLINE_INVALID',
    ]);
    expect(withHelpline(guide, 'main', { ...other, called }).data.helplines.main.called).toEqual(called);
    expect(
      withHelpline(guide, 'main', { display: '20 49 00 15', dial: '+22620490015' }).data.helplines.main
        .called,
    ).toBeUndefined();
  });

  it('may be one that is written to, or of a TTY', () => {
    const way = (name: string, by = 'called: { by: A. O., on: 2026-11-20 }') =>
      changed(
        ['country: US', 'country: BF'],
        [
          '    display: 800-315-1376\n    dial: "+18003151376"',
          `    display: 20 49 00 15\n    dial: "+22620490015"\n    ${name}: { ${name === 'text' ? 'to' : 'display'}: 80 00 12 87, dial: "+22680001287", ${by} }`,
        ],
      );
    for (const name of ['text', 'tty']) {
      expect(problemsOf(() => loadGuide(way(name)))).toEqual([]);
      expect(problemsOf(() => loadGuide(way(name, ''))).map(({ code }) => code)).toContain(
        'HELPLINE_INVALID',
      );
      const other = 'called: { by: Call 80 00 12 88, on: 2026-11-20 }';
      expect(problemsOf(() => loadGuide(way(name, other))).map(({ code }) => code)).not.toEqual([]);
    }
  });

  it('is searched for numbers in who called it', () => {
    const folder = changed([
      '    answers: A person answers.',
      '    answers: A person answers.\n    called: { by: Call 800-315-1377, on: 2026-11-20 }',
    ]);
    expect(problemsOf(() => loadGuide(folder)).map(({ code }) => code)).toEqual(['NUMBER_NEAR_MISS']);
  });
});

describe('a number of Canada without an area', () => {
  it('is dialled as it is', () => {
    expect(helplineFault({ display: '310-6789', dial: '3106789' }, ['CA'])).toBeUndefined();
  });

  it.each([
    ['another display', '310-6798', '3106789', 'CA'],
    ['another country', '310-6789', '3106789', 'US'],
    ['an area that is none', '310-6789', '+13106789', 'CA'],
    ['other first digits', '311-6789', '3116789', 'CA'],
  ])('is refused with %s', (_, display, dial, country) => {
    expect(helplineFault({ display, dial }, [country])).toBeDefined();
  });
});
