import { describe, expect, it } from 'vitest';
import { page, problemsOf } from './problems.ts';

const codes = (body: string) => problemsOf(page(body)).map(({ code }) => code);
const taken = [
  '<abbr title="x"><span lang="es">OMS</span></abbr>',
  '<abbr title="World Health Organization">WHO</abbr>',
  '<abbr title="for example">e.g.</abbr>',
  '<abbr title="टेक्स्ट">टे.</abbr>',
];
const refused = {
  'without what it is short for': '<abbr>WHO</abbr>',
  'with an empty one': '<abbr title=" ">WHO</abbr>',
  'of several words, which would not be heard': '<abbr title="x">Call us now</abbr>',
  'of a number, which would not be heard': '<abbr title="x">911</abbr>',
  'for a number, which nobody sees': '<abbr title="call 988 now">WHO</abbr>',
  'for a number in other digits': '<abbr title="call ٩٨٨">WHO</abbr>',
  'around a link': '<abbr title="x"><a href="#a" id="a">WHO</a></abbr>',
  'of nothing': '<abbr title="x"></abbr>',
  'longer than a short form is': `<abbr title="x">${'A'.repeat(21)}</abbr>`,
};

describe('a short form', () => {
  it.each(taken)('%s', (body) => {
    expect(codes(`<p>${body}</p>`)).toEqual([]);
  });
  it.each(Object.entries(refused))('%s is refused', (_, body) => {
    expect(codes(`<p>${body}</p>`)).toContain('HTML_ATTRIBUTE_UNKNOWN');
  });
});

describe('a line between parts', () => {
  it('stands between blocks, and holds nothing', () => {
    expect(codes('<p>a</p><hr><p>b</p>')).toEqual([]);
    expect(codes('<p>a<hr>b</p>')).toContain('HTML_NESTING');
    expect(codes('<ul><hr></ul>')).toContain('HTML_NESTING');
  });
});
