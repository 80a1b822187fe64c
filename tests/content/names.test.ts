/** Helplines and numbers are called by names of any script, since nobody reads these; one that cannot be named in a text is refused at its key. */
import { describe, expect, it } from 'vitest';
import { loadGuide, parseInline } from '../../src/content/index.ts';
import { changed, problemsOf } from './folder.ts';

const toldOf = (...changes: readonly (readonly [string, string])[]) =>
  problemsOf(() => loadGuide(changed(...changes))).map(
    ({ code, message, hint, place }) => `${code} ${place.key ?? ''}: ${message} ${hint ?? ''}`,
  );

describe('the name of a helpline', () => {
  it.each(['청소년', 'crisis_text', 'crisisText', 'Crise-2', 'kwa_wote', 'संकट'])('may be %s', (name) => {
    expect(toldOf(['  crisis:', `  ${name}:`])).toEqual([]);
    expect(parseInline(`Call <helpline:${name}.text> now.`)[1]).toEqual({
      kind: 'helpline',
      name: `${name}.text`,
    });
  });

  it.each(['crisis line', 'crisis.line', '24h', '"crisis/line"', 'a'.repeat(61)])('may not be %s', (name) => {
    const [told, ...more] = toldOf(['  crisis:', `  ${name}:`]);
    expect(told).toMatch(/^CONTENT_INVALID helplines\..*: .*its name begins with a letter and has up to 60/);
    expect(more).toEqual([]);
  });
});

describe('what was written in place of fields', () => {
  it('is told with the fields', () => {
    const told = toldOf(['opening:\n  heading: First\n  blocks:\n', 'opening:\n']);
    expect(told[0]).toContain('Write them below it, each on a line of its own: heading, blocks.');
  });
});

describe('the name of a number', () => {
  it('may be of any script', () => {
    expect(toldOf(['\nnumbers:', '\nnumbers:\n  경찰: { display: "911", dial: "911" }'])).toEqual([]);
  });

  it('is told in words where it cannot be one', () => {
    const told = toldOf(['\nnumbers:', '\nnumbers:\n  "the police": { display: "911", dial: "911" }']);
    expect(told).toEqual([
      expect.stringMatching(/^CONTENT_INVALID numbers\.the police: .*its name begins with a letter/),
    ]);
  });

  it('is none of a helpline, and whoever takes it for one is told what to write', () => {
    const told = toldOf(
      ['\nnumbers:', '\nnumbers:\n  police: { display: "911", dial: "911" }'],
      ['\ntitle: ', '\ntitle: Call <helpline:police>, '],
    );
    expect(told.join()).toContain('write it as it is declared, 911, or as a link, [911](tel:911)');
  });
});
