import { describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { sayings } from '../../src/template/sayings.ts';
import { facts, guide, locale, root } from './templates.ts';

describe('what was made of the texts of a guide', () => {
  it('is made once for a text, and anew for another one under the same key', () => {
    const said = sayings()(guide, locale, 'words');
    const one = said.text('title', 'One', () => ({ html: '1' }));
    expect(said.text('title', 'One', () => ({ html: '2' }))).toBe(one);
    expect(said.text('title', 'Two', () => ({ html: '2' }))).toEqual({ html: '2' });
    expect(said.text('title', 'One', () => ({ html: '3' }))).toEqual({ html: '3' });
    expect(said.word('who', () => 'Who?')).toBe('Who?');
    expect(said.word('who', () => 'Where?')).toBe('Who?');
    expect(said.helpline('who', () => '800')).toBe('800');
  });

  it('is of one guide, in one locale, with its links as they are said', () => {
    const of = sayings();
    const said = of(guide, locale, facts.links);
    expect(of(guide, locale, facts.links)).toBe(said);
    const other = withHelpline(guide, 'main', { display: '888-555-0100', dial: '+18885550100' });
    const again = { ...locale };
    const others = [
      of(other, locale, facts.links),
      of(guide, locale, facts.links),
      of(guide, again, facts.links),
      of(guide, locale, facts.links === 'words' ? 'addresses' : 'words'),
      of(loadGuide(`${root}/guides/heroin-detox`), locale, facts.links),
    ];
    expect(new Set([said, ...others]).size).toBe(others.length + 1);
  });
});
