import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { problemsOf } from '../../src/diagnostics/index.ts';
import { defaultJob, type Job, Press, shippedFolders } from '../../src/press/index.ts';

const firstVisit = resolve(import.meta.dirname, '../guides/first-visit');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The guide with its file changed, alone in a folder. */
function changed(change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'suits-'));
  folders.push(folder);
  cpSync(join(firstVisit, 'figures'), join(folder, 'figures'), { recursive: true });
  const before = readFileSync(join(firstVisit, 'guide.yaml'), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, 'guide.yaml'), after);
  return folder;
}

const press = new Press(shippedFolders());
const job = (product: string, differs: Partial<Job> = {}): Job => ({
  ...defaultJob,
  locale: 'en',
  paper: 'letter',
  purpose: 'screen',
  allowDrafts: true,
  ...differs,
  product,
});
const print = (folder: string, wanted: Job) => press.run(loadGuide(folder), wanted);
/** What a job is refused with. */
function refusal(folder: string, wanted: Job) {
  try {
    print(folder, wanted);
  } catch (error) {
    return problemsOf(error).filter(({ severity }) => severity === 'error');
  }
  return [];
}

/** Only the first sections. */
const withSections = (count: number) => (text: string) => {
  const [before, sections, after] = text.split(/(?<=^sections:\n)|(?=^closing:)/m) as [
    string,
    string,
    string,
  ];
  const each = sections.split(/(?=^ {2}- id: )/m);
  expect(each.length).toBe(7);
  return `${before}${each.slice(0, count).join('')}${after}`;
};

describe('a guide of another topic, with all that a guide may hold', () => {
  it.each(['en', 'ar'])('prints as poster, handout and pamphlet, proved: %s', (locale) => {
    for (const product of ['poster', 'handout', 'pamphlet-trifold'])
      for (const paper of locale === 'en' ? ['letter', 'a4'] : ['a4'])
        expect(print(firstVisit, job(product, { locale, paper })).proof.passed).toBe(true);
  });

  it('prints as a pamphlet in a language of long words, with little air', () => {
    for (const paper of ['letter', 'a4'])
      expect(print(firstVisit, job('pamphlet-trifold', { locale: 'de', paper })).proof.passed).toBe(true);
  });

  it.each(['th', 'ja'])('prints as a handout in a script without spaces: %s', (locale) => {
    expect(print(firstVisit, job('handout', { locale, paper: 'a4' })).proof.passed).toBe(true);
  });

  it('is divided over panels in another way where the best by its lengths does not fit', () => {
    expect(print(firstVisit, job('pamphlet-trifold', { locale: 'ja', paper: 'a4' })).proof.passed).toBe(true);
  });
});

describe('a product that does not suit says so once, and what does', () => {
  it('for a guide that is too long: how much, which sections, and the command that takes it whole', () => {
    const folder = changed((text) => text.replaceAll(/^ +forms: \[(?:long|short)\]\n/gm, ''));
    const found = refusal(folder, job('pamphlet-trifold'));
    expect(found).toHaveLength(1);
    const { code, message, hint, place } = found[0]!;
    expect(code).toBe('TEXT_OVERFLOW');
    expect(message).toMatch(
      /^The guide is too long for pamphlet-trifold, by about \d\d lines at 11\.5 pt, .*: page inside-\d by about \d+ lines, \d+% of its height; page /,
    );
    expect(place.page).toMatch(/^inside-/);
    expect(hint).toMatch(/^Long here: section 6 \(rights\) with \d\d% of the sections' text\./);
    expect(hint).toContain(`helpline-press print ${folder} --product handout.`);
    expect(hint).toContain('forms: [long]');
    expect(hint).not.toContain('larger paper');
    expect(print(folder, job('handout')).proof.passed).toBe(true);
  });

  it('for one that is a little too long: to shorten it by so much', () => {
    const glad = 'We are glad that you are here. ';
    const folder = changed((text) => text.replace(glad, glad.repeat(8)));
    const found = refusal(folder, job('pamphlet-trifold'));
    expect(found.map(({ code }) => code)).toEqual(['TEXT_OVERFLOW']);
    expect(found[0]!.message).toMatch(/by about [1-4] lines? at 11\.5 pt/);
    expect(found[0]!.hint).toMatch(/^Shorten .* --product handout\./);
  });

  it('for a poster: which paper is larger', () => {
    const folder = changed((text) =>
      text.replace(
        'line: We are open six days a week.',
        `line: ${'We are open six days a week. '.repeat(25)}`,
      ),
    );
    const small = refusal(folder, job('poster'));
    expect(small.map(({ code }) => code)).toEqual(['TEXT_OVERFLOW']);
    expect(small[0]!.hint).toContain('--paper tabloid.');
  });

  it.each([1, 2])('for one of %i sections: that it needs three', (count) => {
    const found = refusal(changed(withSections(count)), job('pamphlet-trifold'));
    expect(found.map(({ code }) => code)).toEqual(['PAGE_BLANK']);
    expect(found[0]!.message).toBe(
      `pamphlet-trifold needs 3 sections, and the guide has ${count === 1 ? '1 section' : '2 sections'} for it: a page would stay blank.`,
    );
    expect(found[0]!.place).toMatchObject({ key: 'sections', product: 'pamphlet-trifold' });
    const [, names] = /--product ([a-z,-]+)\.$/.exec(found[0]!.hint!)!;
    expect(names!.split(',')).toEqual(expect.arrayContaining(['handout', 'poster']));
    expect(names!.split(',').includes('pamphlet-bifold')).toBe(count === 2);
  });

  it('and not for one of three', () => {
    expect(print(changed(withSections(3)), job('pamphlet-trifold')).proof.passed).toBe(true);
  });

  it('in a warning for a panel that is for the most part empty, and what is as long as its guide', () => {
    const told = (folder: string, product: string) =>
      print(folder, job(product)).warnings.filter(({ code }) => code === 'PAGE_SPARSE');
    const short = changed((text) =>
      withSections(3)(text).replaceAll(
        /^ {6}- id: (?:times|things|day)\n(?: {8}.*\n)*/gm,
        '      - { id: a, kind: paragraph, text: Come. }\n',
      ),
    );
    expect(told(short, 'pamphlet-trifold').map(({ message }) => message)).toEqual([
      'inside-2 of pamphlet-trifold is for the most part empty.',
    ]);
    expect(told(short, 'pamphlet-trifold')[0]).toMatchObject({
      severity: 'warning',
      hint: expect.stringContaining(`helpline-press print ${short} --product handout.`),
      place: { key: 'sections', page: 'inside-2' },
    });
    for (const product of ['poster', 'handout']) expect(told(short, product)).toEqual([]);
    expect(told(firstVisit, 'pamphlet-trifold')).toEqual([]);
  });

  it('counts the sections of its own form', () => {
    const folder = changed((text) =>
      withSections(3)(text).replace('- id: hours\n', '- id: hours\n    forms: [long]\n'),
    );
    expect(refusal(folder, job('pamphlet-trifold')).map(({ code }) => code)).toEqual(['PAGE_BLANK']);
  });

  it('for a word that is wider than its column: which one, and how it may be divided', () => {
    const word = 'Krankenversicherungskartenlesegerätehersteller';
    const folder = changed((text) => text.replace('You pay what you can.', `You pay ${word}.`));
    const found = refusal(folder, job('pamphlet-trifold'));
    expect(found.every(({ code }) => code === 'TEXT_OVERFLOW')).toBe(true);
    expect(found[0]!.message).toContain(`the word "${word}." does not fit on it`);
    expect(found[0]!.hint).toContain('soft hyphen');
  });

  it('and has room for a numeral of two digits', () => {
    const many = changed((text) => {
      const more = [8, 9, 10].map(
        (i) =>
          `  - id: more-${i}\n    line: Come again.\n    blocks:\n      - { id: a, kind: paragraph, text: Come. }\n`,
      );
      const short = text.replaceAll(
        /^ {6}- id: (?:times|things|day|prices|qa)\n(?: {8}.*\n)*/gm,
        '      - { id: a, kind: paragraph, text: Come. }\n',
      );
      const alone = short.replace(/^ {2}nurse:\n(?: {4}.*\n)*/m, '').replace(/^opening:\n(?: .*\n)*/m, '');
      return alone.replace(/(?=^closing:)/m, more.join(''));
    });
    expect(print(many, job('pamphlet-trifold')).proof.passed).toBe(true);
  });
});
