import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/proof/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeAll(() => {
  w = openWorkshop();
});
afterAll(() => w.clear());

const saysDraft = 'Borrador de traducción, aún sin revisar';

/** What is heard of a product of the shipped guide, for a purpose. */
function heard(product: string, locale: string, purpose: 'screen' | 'office' = 'screen') {
  const { bytes } = w.set({ product, locale }).print({ purpose, allowDrafts: true });
  return inspect(bytes).heard.split('\n');
}

/** The state beside the Spanish translation becomes this one. */
const becomes = (state: object) =>
  w.write(
    'guide/locales/es.state.json',
    JSON.stringify({ ...JSON.parse(w.read('guide/locales/es.state.json')), ...state }),
  );

describe.each(['pamphlet-trifold', 'poster', 'handout'])('a %s', (product) => {
  it('of a draft says so to each reader, once, in its own language', () => {
    for (const status of ['machine-draft', 'human-draft']) {
      becomes({ status, reviewed: null });
      // The line before is the imprint, in the language of the guide's name.
      expect(heard(product, 'es').filter((line) => line.includes('Borrador'))).toEqual([`[es] ${saysDraft}`]);
    }
    expect(heard(product, 'es', 'office').join('\n')).toContain(saysDraft);
  });

  it('of a source, or of a translation that was reviewed, says nothing of it', () => {
    becomes({ status: 'reviewed', reviewed: { by: 'A. B.', on: '2026-11-23' } });
    expect(heard(product, 'es').join('\n')).not.toContain('Borrador');
    expect(heard(product, 'en').join('\n')).not.toContain('Draft translation');
  });
});

describe('a template that does not say so', () => {
  const silent = () => {
    w.change('templates/poster/template.hbs', '{{word "draft"}}', '–');
  };

  it('prints no draft, and all else', () => {
    silent();
    becomes({ status: 'machine-draft', reviewed: null });
    expect(() => heard('poster', 'es')).toThrow(/IMPRINT_MISSING.*Borrador/);
    becomes({ status: 'reviewed', reviewed: { by: 'A. B.', on: '2026-11-23' } });
    expect(heard('poster', 'es').join('\n')).not.toContain('Borrador');
    expect(heard('poster', 'en').length).toBeGreaterThan(9);
  });
});

describe('pages of a pamphlet', () => {
  const pages = (lines: readonly string[]) => lines.filter((line) => line.startsWith('page '));

  it('have names in its language on a screen; those inside are numbered', () => {
    expect(pages(heard('pamphlet-trifold', 'es'))).toEqual(
      ['Portada', 'Solapa', '1', '2', '3', 'Reverso'].map((name) => `page ${name}`),
    );
  });

  it('are on numbered sheets where they are to be folded, and sheets of others are numbered', () => {
    expect(new Set(pages(heard('pamphlet-trifold', 'es', 'office')))).toEqual(new Set(['page 1', 'page 2']));
    expect(pages(heard('poster', 'es'))).toEqual(['page 1']);
  });
});
