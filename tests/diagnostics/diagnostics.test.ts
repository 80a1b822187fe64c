import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  catalogue,
  formatProblem,
  nearest,
  PressError,
  problem,
  suggest,
  throwIfErrors,
  warning,
} from '../../src/diagnostics/index.ts';

describe('a problem on the terminal', () => {
  it('shows code, file, line and column with the line itself, key, locale, page and hint', () => {
    const text = formatProblem(
      problem(
        'CSS_PROPERTY_UNKNOWN',
        'Unknown property "colour".',
        {
          file: 'style.css',
          line: 12,
          column: 3,
          source: '  colour: red;',
          key: 'title',
          locale: 'ar',
          page: 'cover',
        },
        'Did you mean "color"?',
      ),
    );
    expect(text).toBe(
      [
        'error CSS_PROPERTY_UNKNOWN: Unknown property "colour".',
        '  at style.css:12:3',
        '  in key title, locale ar, page cover',
        '  12 |   colour: red;',
        '     |   ^',
        '  hint: Did you mean "color"?',
      ].join('\n'),
    );
  });

  it('cuts very long lines and keeps the caret under the place', () => {
    const source = `${'x'.repeat(500)}Y${'z'.repeat(500)}`;
    const lines = formatProblem(
      problem('JSON_SYNTAX', 'm', { file: 'a', line: 1, column: 501, source }),
    ).split('\n');
    expect(lines.every((line) => line.length < 130)).toBe(true);
    expect(lines[2]![lines[3]!.indexOf('^')]).toBe('Y');
  });

  it('shows what a file holds without doing it: nothing clears the screen, ends the line or turns the text', () => {
    const text = formatProblem(
      problem(
        'TRANSLATION_UNKNOWN',
        '"\u001b[2Ja" is\nnot ok',
        {
          file: 'a\u0007.json',
          line: 1,
          column: 7,
          source: '\t"\u009b2J": "\u202e911\r',
          key: 'a\u2066b\u2028c',
        },
        'error FAKE: \u0085done',
      ),
    );
    expect(text).toBe(
      [
        'error TRANSLATION_UNKNOWN: "\\u001b[2Ja" is not ok',
        '  at a\\u0007.json:1:7',
        '  in key a\\u2066b c',
        '  1 |  "\\u009b2J": "\\u202e911 ',
        '    |            ^',
        '  hint: error FAKE: \\u0085done',
      ].join('\n'),
    );
  });

  it('is bounded: what a file of one endless line says is cut', () => {
    const long = 'x'.repeat(100_000);
    const text = formatProblem(
      problem('TRANSLATION_UNKNOWN', long, { key: '\u001b'.repeat(1000), line: 1, source: long }, long),
    );
    for (const line of text.split('\n')) {
      expect(line.length).toBeLessThan(340);
      if (!line.includes(' | ')) expect(line.endsWith('…')).toBe(true);
    }
    const pair = formatProblem(problem('TEXT_LOST', `${'x'.repeat(299)}\u{1f642}`));
    expect(pair.isWellFormed()).toBe(true);
  });
});

describe('the nearest name', () => {
  it('is found for a slip and not for something else', () => {
    expect(nearest('colr', ['color', 'column-gap'])).toBe('color');
    expect(nearest('clor', ['color'])).toBe('color');
    expect(nearest('zebra', ['color', 'column-gap'])).toBeUndefined();
    expect(suggest('zebra', ['color'])).toBe('Known: color.');
  });

  it('of a known name is that name, for any name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
        const known = names.map((n) => n.slice(0, 60));
        const found = nearest(known[0]!, known);
        return found?.toLowerCase() === known[0]!.toLowerCase();
      }),
    );
  });
});

describe('errors', () => {
  it('carry every problem, and warnings alone do not throw', () => {
    const problems = [warning('WORDING', 'a'), problem('ALT_MISSING', 'b'), problem('TEXT_LOST', 'c')];
    expect(() => throwIfErrors(problems.slice(0, 1))).not.toThrow();
    try {
      throwIfErrors(problems);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PressError);
      expect((error as PressError).problems).toEqual(problems);
    }
  });

  it('have a catalogue whose meanings are sentences', () => {
    for (const [code, meaning] of Object.entries(catalogue)) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });
});
