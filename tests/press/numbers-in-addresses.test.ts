/** Pages and mailboxes that are called as the number is, www.3114.fr: they are opened, and are no printing of it. */
import { afterAll, describe, expect, it } from 'vitest';
import { type Expectation, prove, proveCounted } from '../../src/proof/index.ts';
import { addressesOf, isOfAddress } from '../../src/proof/reading/area.ts';
import { Rewritten } from '../proof/rewritten.ts';
import { openStand } from './stand.ts';

const line =
  'See [www.3114.fr](https://www.3114.fr), [www.3114.org](https://3114.org), [a@3114.org](mailto:a@3114.org), or call 3114';
const stand = openStand(
  ['guide.yaml', 'numbers:\n', 'numbers:\n  fr: { display: "3114", dial: "3114" }\n'],
  ['guide.yaml', 'The second line', line],
);
afterAll(stand.clear);
const { bytes, proof } = stand.run({ purpose: 'screen' });
const told = proof.expectation as Expectation;

describe('digits that end as a short number does', () => {
  it('are none of it: the number of a doctor, of a paper, of a book', () => {
    const main = openStand(
      ['guide.yaml', 'display: 800-315-1376', 'display: "3114"'],
      ['guide.yaml', 'dial: "+18003151376"', 'dial: "3114"'],
      ['guide.yaml', 'The second line', 'Dr. Silva, CRM 45.3114; Brasília, 2013. 318 p.'],
    );
    expect(main.run({ purpose: 'screen' }).proof.verdict).toBe('proved');
    main.clear();
  });
});

describe('a number in an address', () => {
  it('is none that is dialled', () => {
    expect(proof.verdict).toBe('proved');
    const { numbers } = proveCounted(bytes, told, 'a test');
    expect(numbers.find(({ display }) => display === '3114')).toMatchObject({ printings: 1 });
  });

  it('is one again where the file opens another address', () => {
    const file = new Rewritten(bytes);
    const [link] = file.find('/URI (https://www.3114.fr)');
    const other = { ...told, links: told.links.filter(({ uri }) => !uri.includes('3114.fr')) };
    const failed = prove(
      file.change(link!, '(https://www.3114.fr)', '(https://www.3113.fr)').bytes(),
      other,
    ).checks.flatMap(({ code, status }) => (status === 'failed' ? [code] : []));
    expect(failed).toEqual(expect.arrayContaining(['LINK_WRONG', 'HELPLINE_UNLINKED']));
  });

  it.each([
    ['See www.3114.fr.', true],
    ['3114.fr/a', true],
    ['(a@3114.org)', true],
    ['Call 3114. Then wait', false],
    ['Call 3114', false],
    ['3114.call', false],
    ['www.3114.fr.example', false],
    ['www.3114.fr3114', false],
  ])('%s: %s', (text, expected) => {
    const links = ['https://www.3114.fr/a', 'mailto:a@3114.org'].map((uri) => ({ uri, text }));
    const at = text.indexOf('3114');
    expect(isOfAddress(text, at, at + 4, addressesOf({ links, imprint: 'fr-3114 1.0.0 en' }))).toBe(expected);
  });
});

describe('a guide that is called as a number is', () => {
  const named = openStand(['guide.yaml', 'id: whole', 'id: us-988']);
  afterAll(named.clear);

  it('is printed: its imprint is no printing of the number', () => {
    const { bytes, proof } = named.run({ purpose: 'screen' });
    expect(proof.verdict).toBe('proved');
    const { numbers } = proveCounted(bytes, proof.expectation as Expectation, 'a test');
    expect(numbers.find(({ display }) => display === '988')).toBeUndefined();
  });
});

describe('a number that a text writes to', () => {
  const said = 'Write to [114](sms:114), or call [114](tel:114)';
  const written = openStand(
    ['guide.yaml', 'numbers:\n', 'numbers:\n  sms: { display: "114", dial: "114" }\n'],
    ['guide.yaml', 'The second line', said],
  );
  afterAll(written.clear);

  it('is opened by a message and by a call, each where the text says so', () => {
    const { bytes, proof } = written.run({ purpose: 'screen' });
    expect(proof.verdict).toBe('proved');
    const file = new Rewritten(bytes);
    const [link] = file.find('/URI (sms:114)');
    const failed = prove(
      file.change(link!, '(sms:114)', '(sms:115)').bytes(),
      proof.expectation as Expectation,
    ).checks.flatMap(({ code, status }) => (status === 'failed' ? [code] : []));
    expect(failed).toEqual(expect.arrayContaining(['LINK_WRONG', 'HELPLINE_UNLINKED']));
  });
});
