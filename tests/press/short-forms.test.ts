import { afterAll, expect, it } from 'vitest';
import { openWorkshop } from './workshop.ts';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

it('says what short forms stand for, draws lines that are not heard, and is proved', () => {
  workshop.change(
    'templates/handout/template.hbs',
    '<aside class="strip',
    '<section class="short"><hr><p>{{#each sources}}{{#if @first}}<abbr title="{{plain ../kicker}}">{{say name}}</abbr>{{/if}}{{/each}}</p></section><aside class="strip',
  );
  const { print } = workshop.set({ product: 'handout' });
  const { bytes, proof } = print({ purpose: 'screen' });
  expect(proof.verdict).toBe('proved');
  expect(Buffer.from(bytes).toString('latin1')).toContain('/E (Five things that help)');
});
