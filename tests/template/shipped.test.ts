import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { parseDocument, textContent } from '../../src/document/index.ts';
import { languages, loadLocale } from '../../src/locale/index.ts';
import { compileTemplate, imprintOf } from '../../src/template/index.ts';
import { facts, guide, locale, root, shipped } from './templates.ts';

describe('the shipped templates', () => {
  const detox = loadGuide(join(root, 'guides/heroin-detox'));
  for (const product of ['pamphlet-trifold', 'poster'])
    it.each(Object.keys(languages))(`${product} makes a document without faults in %s`, (tag) => {
      const template = compileTemplate(product, shipped, 'dawn');
      const own = loadLocale(tag, detox, join(root, 'locales'));
      const html = template.render(detox, own, facts);
      const document = parseDocument(html, {
        file: template.file,
        origins: template.origins,
        numbers: detox.data.helplines,
      });
      const text = textContent(document.body);
      expect(text).toContain('800-315-1376');
      expect(text).toContain(imprintOf(detox, own));
      expect(document.lang).toBe(tag);
      for (const { file, line } of template.origins) {
        expect(file).toMatch(/\.hbs$/);
        expect(line).toBeGreaterThan(0);
      }
    });

  it('are known to ask for a way of what is full, and for an empty box, wherever they ask', () => {
    const asked = ['pamphlet-trifold', 'poster', 'rack-card'].map((product) => {
      const { asksFor } = compileTemplate(product, shipped, 'dawn');
      return [product, asksFor('full'), asksFor('near')];
    });
    expect(asked).toEqual([
      ['pamphlet-trifold', false, true],
      ['poster', true, false],
      ['rack-card', false, false],
    ]);
  });

  it('print the guide of all kinds of blocks', () => {
    const template = compileTemplate('pamphlet-trifold', shipped, 'dawn');
    const document = parseDocument(template.render(guide, locale, facts), {
      file: template.file,
      origins: template.origins,
      numbers: guide.data.helplines,
    });
    const text = textContent(document.body);
    for (const phrase of [
      'I was an addict',
      'A person in recovery',
      'Sleep helps.',
      'You can do it.',
      'An open door',
      'hola',
    ])
      expect(text).toContain(phrase);
  });
});
