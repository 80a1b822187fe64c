import { describe, expect, it } from 'vitest';
import { boundFault } from '../../src/template/bounds.ts';
import { problemsOf } from '../content/folder.ts';
import { printed } from './templates.ts';

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}•${close.repeat(depth)}`;
const blocks = (depth: number) => nested('{{#if true}}', '{{/if}}', depth);
const calls = (depth: number) => `{{#if ${nested('(not ', ')', depth).replace('•', 'true')}}}•{{/if}}`;
const elses = (depth: number) => `{{#if true}}${'{{else if true}}'.repeat(depth)}{{/if}}`;

describe('how deep a template goes is bounded before it is parsed', () => {
  it.each([
    ['blocks', blocks, 40],
    ['calls', calls, 20],
    ['branches of one block', elses, 39],
    ['blocks with ~', (n: number) => nested('{{~#if true~}}', '{{~/if~}}', n), 40],
    ['inverse blocks', (n: number) => nested('{{^if true}}', '{{/if}}', n), 40],
  ])('%s', (_, make, most) => {
    expect(boundFault(make(most))).toBeUndefined();
    expect(printed(make(most)).replaceAll('•', '')).toBe('');
    expect(boundFault(make(most + 1))?.message).toMatch(/more than \d+ deep/);
    const [problem, ...more] = problemsOf(() => printed(`\n${make(most + 1)}`));
    expect([problem?.code, problem?.place.line, more]).toEqual(['TEMPLATE_SYNTAX', 2, []]);
    expect(problemsOf(() => printed(make(15_000))).map(({ code }) => code)).toEqual(['TEMPLATE_SYNTAX']);
  });

  it('also where comments, strings and escapes hold what seems to end a block', () => {
    for (const decoy of [
      '{{!-- {{/if}} --}}',
      '{{! /if }}',
      '\\{{/if}} ',
      '{{#if "}}{{/if}}"}}{{/if}}',
      "{{#if '{{/if}}'}}{{/if}}",
      '{{#if [{{/if}}]}}{{/if}}',
      // A quotation mark behind a backslash does not end the string, the next one does.
      '{{#if "\\"}}{{/if}}"}}{{/if}}',
      '{{#if "\\""}}{{/if}}',
    ])
      expect(boundFault(`{{#if true}}${decoy}`.repeat(41))?.message, decoy).toContain('40 deep');
    expect(boundFault('\\\\{{#if true}}'.repeat(41))?.message).toContain('40 deep');
    expect(boundFault('\\{{#if true}} '.repeat(41))).toBeUndefined();
    // What is escaped ends where the next begins.
    expect(boundFault('\\{{{{#if true}}'.repeat(41))?.message).toContain('40 deep');
    for (const string of ['"\\""', '""', "''", '"a"'])
      expect(boundFault(`{{#if ${string}}}`.repeat(41))?.message, string).toContain('40 deep');
    expect(boundFault(`{{!-- ${blocks(41)} --}}{{!-- a --~}}${blocks(40)}`)).toBeUndefined();
    expect(boundFault(`{{!-- ${blocks(43)} --}}${blocks(40)}`)).toBeUndefined();
    // An apostrophe in a comment begins no string.
    expect(boundFault("{{! it's }}{{#if 'a'}}".repeat(41))?.message).toContain('40 deep');
    expect(boundFault('{{#if "("}}{{/if}}'.replace('(', '('.repeat(21)))).toBeUndefined();
  });

  it('an else without more does not go deeper, nor do blocks beside blocks', () => {
    expect(boundFault('{{#if true}}{{else}}{{^}}{{~else~}}{{/if}}'.repeat(100))).toBeUndefined();
  });

  it.each([
    ['what stands between braces', (n: number) => `{{#if ${' '.repeat(n - 12)}true}}{{/if}}`, 2000],
    ['how many braces', (n: number) => '{{@index}}'.repeat(n), 5000],
  ])('%s', (_, make, most) => {
    expect(boundFault(make(most))).toBeUndefined();
    expect(boundFault(make(most + 1))?.message).toMatch(/more than/);
  });

  it('never stands in the way of an end that is missing', () => {
    for (const text of [
      '{{',
      '{{!--',
      '{{!',
      '{{"',
      '{{[',
      '{{#if (',
      '{{/if}}',
      '\\{{',
      '{{{{a}}}}',
      '{{else if',
    ])
      expect(() => boundFault(text)).not.toThrow();
  });
});

describe('what a rendering does is bounded', () => {
  const doubling = (inner: string, levels: number) =>
    Object.fromEntries(
      Array.from({ length: levels }, (_, i) => [
        `p${i}`,
        i === levels - 1 ? inner : `{{> p${i + 1}}}{{> p${i + 1}}}`,
      ]),
    );

  it('partials that call partials', () => {
    expect(printed('{{> p0}}', doubling('', 10))).toBe('');
    expect(problemsOf(() => printed('{{> p0}}', doubling('', 25))).map(({ message }) => message)).toEqual([
      'The template calls more than 100000 helpers and partials.',
    ]);
  });

  it('loops in loops', () => {
    const loops = nested(
      '{{#each (distribute this.sections 20)}}{{#if true}}',
      '{{/if}}{{/each}}',
      8,
    ).replaceAll('this.', '@root.');
    expect(problemsOf(() => printed(loops)).length).toBe(8);
    const inner = nested('{{#each ../sections}}', '{{/each}}', 30);
    expect(problemsOf(() => printed(`{{#each sections}}${inner}{{/each}}`)).length).toBe(1);
  });

  it('what is printed on the way', () => {
    const problems = problemsOf(() => printed('{{> p0}}', doubling('–'.repeat(100_000), 12)));
    expect(problems.map(({ code }) => code)).toEqual(['TEMPLATE_SYNTAX']);
  });
});
