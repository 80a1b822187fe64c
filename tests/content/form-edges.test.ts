import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everydayForms } from '../../src/content/everyday/forms.ts';

/** Each form, with lines in which what it takes is marked: ‹10:30›. */
const forms = readFileSync(join(import.meta.dirname, 'fixtures/form-edges.txt'), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((section) => {
    const [what = '', ...lines] = section.split('\n');
    return [what.slice(2), lines] as const;
  });

/** What a form takes of a text by itself, marked. */
function marked(form: (typeof everydayForms)[number], text: string): string {
  if (!form.form.mayBeIn(text)) return text;
  return text.replace(form.form.whole(text), (found) => (form.is?.(found) === false ? found : `‹${found}›`));
}

describe('a form of everyday numbers', () => {
  it('is tried at its edges, whichever it is', () => {
    expect(forms.map(([what]) => what)).toEqual(everydayForms.map(({ what }) => what));
  });

  it.each(forms)('takes so many digits and no more, where it must stand: %s', (name, lines) => {
    const form = everydayForms.find(({ what }) => what === name)!;
    expect(lines.map((line) => marked(form, line.replace(/[‹›]/g, '')))).toEqual(lines);
  });
});
