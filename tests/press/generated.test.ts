import { afterAll, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { inspect, type Proof } from '../../src/proof/index.ts';
import { readPages } from '../pdf/tags.ts';
import { openWorkshop } from './workshop.ts';

const shop = openWorkshop();
afterAll(() => shop.clear());
const line = '<h2><span class="door">{{number}}</span> <span class="line">{{say line}}</span></h2>';
const given = {
  template: shop.read('templates/handout/template.hbs'),
  style: shop.read('templates/handout/style.css'),
};

interface Made {
  readonly codes: readonly string[];
  readonly bytes: Uint8Array;
  readonly proof: Proof | undefined;
}

/** A handout whose sections begin with `html`, under `css`. */
function made(css: string, html = '', locale = 'en', product = 'handout'): Made {
  shop.write('templates/handout/template.hbs', given.template.replace(line, `${line}${html}`));
  shop.write('templates/handout/style.css', `${given.style}\n${css}`);
  try {
    const { bytes, proof } = shop.set({ product, locale }).print({ allowDrafts: true });
    return { codes: proof.verdict === 'proved' ? [] : ['not proved'], bytes, proof };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return { codes: error.problems.map(({ code }) => code), bytes: new Uint8Array(), proof: undefined };
  }
}

describe('generated text', () => {
  const html = '<p class="g">{{say line}}</p><ul class="u"><li>{{say line}}</li></ul>';
  it.each(['en', 'ar'])(
    'is read with its text, label of its item, or drawn alone, and proved: %s',
    async (locale) => {
      const css =
        'body { counter-reset: g } .g, .u li { counter-increment: g } .g::before { content: counter(g) ". " } .g::after { content: " ›" / "" } .u li::before { content: "– " } .g { margin-block-start: 8pt }';
      const { codes, bytes } = made(css, html, locale);
      expect(codes).toEqual([]);
      const { heard } = inspect(bytes);
      expect(/^1\. \p{L}/mu.test(heard) && /^3\. \p{L}/mu.test(heard)).toBe(true);
      expect(/^– \p{L}/mu.test(heard)).toBe(true);
      expect(heard.includes('›')).toBe(false);
      const pages = await readPages(bytes);
      expect(pages.some(({ tags }) => /LI\n\s+Lbl\n\s+"–/u.test(tags))).toBe(true);
      expect(pages.some(({ artifacts }) => artifacts.includes('›'))).toBe(true);
    },
  );

  it('counts in the digits of the script', () => {
    const { codes, bytes } = made(
      'body { counter-reset: g } .g { counter-increment: g } .g::before { content: counter(g, arabic-indic) ". " }',
      html,
      'ar',
    );
    expect(codes).toEqual([]);
    expect(inspect(bytes).heard).toContain('٢. ');
  });

  it('says the page that a link leads to, as the contents of a booklet do', () => {
    const css =
      '.contents .line a::after { content: " – " target-counter(attr(href), page) } .contents .leaf { display: none }';
    const { codes, bytes } = made(css, '', 'en', 'booklet');
    expect(codes).toEqual([]);
    const said = [...inspect(bytes).heard.matchAll(/ – (\d+)$/gm)].map(([, page]) => page);
    made('', '', 'en', 'booklet');
    const shipped = inspect(made('', '', 'en', 'booklet').bytes).heard;
    const pages = [...shipped.matchAll(/link [^\n]+\n(\d+)$/gm)].map(([, page]) => page);
    expect(said.length).toBeGreaterThan(2);
    expect(said).toEqual(pages);
  });

  it('says the number of its page in a band', () => {
    const { codes } = made(
      '.run .leaf { display: none } .run .who::after { content: " – " counter(page) " / " counter(pages) }',
    );
    expect(codes).toEqual([]);
  });

  it('says the number of its page in a margin box, which nobody hears', async () => {
    const { codes, bytes } = made(
      '@page sheet { margin-block-start: 54pt; @top-center { content: "– " counter(page) " / " counter(pages) " –" } } .run .leaf { display: none }',
    );
    expect(codes).toEqual([]);
    const pages = await readPages(bytes);
    // The first page of a handout has no box above it.
    expect(pages.map(({ artifacts }, i) => artifacts.includes(`– ${i + 1} / ${pages.length} –`))).toEqual(
      pages.map((_, i) => i > 0),
    );
    expect(inspect(bytes).heard.includes(` / ${pages.length}`)).toBe(false);
  });

  it.each([
    ['within a text of the guide', 'p strong::before { content: "+" }', ''],
    ['in the disclosure', '.disclosure p::before { content: "• " }', ''],
    [
      'right before a number',
      '.loud::before { content: counter(x) ". " } .loud { counter-increment: x }',
      '',
    ],
    [
      'a digit beside a number, from another text',
      '.g { counter-increment: g; position: relative; inset-block-start: 0 } .g::before { content: counter(g) ". " } .row { display: grid; grid-template-columns: auto auto 1fr }',
      '<div class="row"><p class="tel">{{helpline "main"}}</p><p class="g">›{{say line}}</p></div>',
    ],
  ])('is refused %s', (_, css, own) => {
    expect(made(css, own).codes).not.toEqual([]);
  });

  it('says no number of a page where pages have none', () => {
    expect(made('.call::after { content: " – " counter(page) }', '', 'en', 'poster').codes).toEqual([]);
    shop.write(
      'templates/poster/style.css',
      `${shop.read('templates/poster/style.css')}\n.call::after { content: " – " counter(page) }`,
    );
    expect(made('', '', 'en', 'poster').codes).toContain('TEXT_FOREIGN');
  });
});
