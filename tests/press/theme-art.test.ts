import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PressError } from '../../src/diagnostics/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

/** Every colour that drawings of a poster or a pamphlet are filled with. */
function fills(product: string): Set<string> {
  const all = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, picture } = value as {
      kind?: string;
      picture?: { kind: string; shapes?: readonly { fill?: unknown }[] };
    };
    if (kind === 'picture' && picture?.kind === 'vector')
      for (const { fill } of picture.shapes!) if (fill !== undefined) all.add(String(fill));
    if (kind !== 'picture')
      for (const inner of Object.values(value)) if (Array.isArray(inner)) inner.forEach(visit);
  };
  w.set({ product }).forme.pages.forEach(visit);
  return all;
}

const dawn = 'templates/themes/dawn.css';

describe('art', () => {
  it('takes the theme’s colours, and what was drawn in those of another theme is drawn anew', () => {
    expect(fills('poster')).toContain('247,181,56');
    w.change(dawn, '--accent: #F7B538', '--accent: #5CC6B8');
    const after = fills('poster');
    expect(after).toContain('92,198,184');
    expect(after).not.toContain('247,181,56');
  });

  it('takes tints and skins that a theme leaves out from its accent', () => {
    w.write(dawn, ':root { --ink: #122C3A; --paper: #FFFFFF; --accent: #5CC6B8; --accent-15: #E6F6F4; }\n');
    expect(fills('poster')).toContain('174,227,220');
  });

  it('has no colour of its own, and says where', () => {
    w.change('templates/art/door-poster.svg', 'var(--ink, #122C3A)', '#122C3A');
    try {
      w.set({ product: 'poster' });
      expect.unreachable();
    } catch (error) {
      expect((error as PressError).problems[0]).toMatchObject({
        code: 'IMAGE_INVALID',
        place: { file: 'art/door-poster.svg', line: 3 },
      });
    }
  });
});

describe('a guide’s own picture', () => {
  it.each([['var( --accent )'], ['v&#97;r(--accent)']])(
    'is drawn anew in the colours of another theme, however it names them: %j',
    (token) => {
      w.write(
        'guide/figures/table.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><rect width="9" height="5" fill="${token}"/></svg>`,
      );
      w.change(dawn, '--accent: #F7B538', '--accent: #F7B539');
      expect(fills('handout')).toContain('247,181,57');
      w.change(dawn, '--accent: #F7B539', '--accent: #5CC6B8');
      const after = fills('handout');
      expect(after).toContain('92,198,184');
      expect(after).not.toContain('247,181,57');
    },
  );

  it('may have colours of its own, and may take the theme’s', () => {
    w.write(
      'guide/figures/table.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 225 124"><rect width="225" height="60" fill="#010203"/><rect y="60" width="225" height="64" fill="var(--skin-2)"/></svg>',
    );
    const found = fills('pamphlet-trifold');
    expect(found).toContain('1,2,3');
    expect(found).toContain('166,106,67');
  });
});
