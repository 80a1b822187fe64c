import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import * as door from '../../src/index.ts';
import { defaultJob, Press, parseOptions, qrOf } from '../../src/press/index.ts';
import { papers } from '../../src/product/index.ts';
import { problemsOf } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

const folder = join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox');
const job = { product: 'poster', locale: 'en' };
const told = (options: unknown) =>
  problemsOf(() => parseOptions(options)).map(({ code, message }) => `${code} ${message}`);

describe('the options of print', () => {
  it('are product and locale, and what differs from the defaults', () => {
    expect(parseOptions(job)).toEqual({ job: { ...defaultJob, ...job }, folders: {} });
    expect(parseOptions({ ...job, paper: undefined, qr: undefined }).job).toMatchObject({ paper: 'letter' });
    const all = {
      ...job,
      paper: 'a4',
      orientation: 'portrait',
      edition: 'standard',
      theme: 'dawn',
      qr: 'https://example.org',
      purpose: 'office',
      duplex: 'long',
      allowDrafts: true,
      date: '2026-11-23T00:00:00Z',
    };
    expect(parseOptions({ ...all, folders: { templates: '/t', locales: undefined } })).toEqual({
      job: all,
      folders: { templates: '/t' },
    });
    expect(parseOptions(job, { date: '2026-11-23T00:00:00Z' }).job.date).toBe('2026-11-23T00:00:00Z');
  });

  it.each(Object.keys(papers))('take the paper %s', (paper) => {
    expect(told({ ...job, paper })).toEqual([]);
  });

  it.each<[field: string, value: unknown]>([
    ['product', 'x/../../y'],
    ['product', '..'],
    ['product', ''],
    ['product', '.hidden'],
    ['product', 5],
    ['product', null],
    ['product', 'a'.repeat(61)],
    ['locale', 'xx'],
    ['locale', 'en/..'],
    ['locale', ['en']],
    ['paper', 'a99'],
    ['paper', 'constructor'],
    ['orientation', 'upside-down'],
    ['edition', 'x/../../y'],
    ['edition', 'large'],
    ['theme', '../dawn'],
    ['theme', 'dawn.css'],
    ['qr', 5],
    ['purpose', 'nope'],
    ['duplex', 'both'],
    ['allowDrafts', 'no'],
    ['allowDrafts', 1],
    ['date', '2026-11-23'],
    ['date', 'now'],
    ['folders', '/t'],
    ['folders', { templates: 5 }],
    ['folders', { templates: '' }],
    ['folders', { template: '/t' }],
  ])('refuse %s: %j', (field, value) => {
    const [problem, ...more] = problemsOf(() => parseOptions({ ...job, [field]: value }));
    expect(more).toEqual([]);
    expect(problem?.code).toBe('USAGE');
    expect(problem?.message).toContain(field === 'folders' && typeof value === 'object' ? 'template' : field);
    expect(problem?.hint).toBeTruthy();
  });

  it('name folders by one path, or by up to twenty, the uppermost first', () => {
    const own = folderOf({});
    const many = (count: number) => Array.from({ length: count }, () => own);
    const taken = (templates: unknown) => told({ ...job, folders: { templates } }).length === 0;
    expect([own, [own], many(20)].map(taken)).toEqual([true, true, true]);
    expect(['', [], [''], many(21)].map(taken)).toEqual([false, false, false, false]);
  });

  it('are told all at once, with the nearest name', () => {
    expect(
      told({ ...job, papr: 'a4', purpose: 'nope', allowDrafts: 'no' }).map((text) => text.split(' ')[0]),
    ).toEqual(['USAGE', 'USAGE', 'USAGE']);
    const [unknown] = problemsOf(() => parseOptions({ ...job, papr: 'a4' }));
    expect(unknown).toMatchObject({ message: 'There is no option "papr".', hint: 'Did you mean "paper"?' });
    const [purpose] = problemsOf(() => parseOptions({ ...job, purpose: 'offic' }));
    expect(purpose?.hint).toBe('Did you mean "office"?');
    const lent = { folders: {} } as never;
    expect(problemsOf(() => new Press(lent))[0]?.hint).toBe('Known: templates, locales, fonts.');
    const [inner] = problemsOf(() => parseOptions({ ...job, folders: { template: '.' } }));
    expect(inner?.hint).toBe('Did you mean "templates"?');
  });

  it.each([undefined, null, 'poster', 5, []])('are an object with product and locale, not %j', (options) => {
    expect(told(options)).toEqual([
      'USAGE The option "product" is missing.',
      'USAGE The option "locale" is missing.',
    ]);
  });

  it('are checked where the library is called, before anything is set', () => {
    const guide = door.loadGuide(folder);
    const refused = (options: unknown) =>
      problemsOf(() => door.print(guide, options as door.PrintOptions)).map(({ code }) => code);
    expect(refused({ ...job, edition: 'x/../../y' })).toEqual(['USAGE']);
    expect(refused(undefined)).toEqual(['USAGE', 'USAGE']);
    const press = new Press();
    expect(
      problemsOf(() => press.plate(loadGuide(folder), { ...defaultJob, ...job, theme: '../x' })).map(
        ({ code }) => code,
      ),
    ).toEqual(['USAGE']);
    expect(
      problemsOf(() => press.plate({ ...guide }, { ...defaultJob, ...job })).map(({ code }) => code),
    ).toEqual(['GUIDE_CHANGED']);
    expect(
      problemsOf(() => press.plate(loadGuide(folder), { ...defaultJob, ...job, qr: 'tel:+19009765511' })).map(
        ({ code }) => code,
      ),
    ).toEqual(['USAGE']);
    press.close();
    for (const folders of [null, 5, { templates: 5 }, { template: '/t' }, { fonts: '' }])
      expect(problemsOf(() => new Press(folders as object)).map(({ code }) => code)).toEqual(['USAGE']);
    expect(problemsOf(() => new Press().plate(guide, undefined as never)).length).toBeGreaterThan(1);
  });
});

describe('what a QR code opens', () => {
  const guide = loadGuide(folder);
  it.each([
    undefined,
    'https://example.org',
    'https://example.org/12345678?from=1#x',
    'https://xn--bcher-kva.example/ä',
    'https://example.org/@ours',
    'tel:+18003151376',
    'tel:911',
  ])('may be %s', (qr) => {
    expect(problemsOf(() => qrOf(qr, guide))).toEqual([]);
  });

  it.each([
    ['sms:911', 'sms:911'],
    ['x'.repeat(200), 'x'.repeat(200)],
    [`y${'x'.repeat(200)}`, `y${'x'.repeat(199)}`],
  ])('is told as it was given, as far as a line holds it, with what it may be: %s', (qr, said) => {
    expect(problemsOf(() => qrOf(qr, guide))).toMatchObject([
      { message: `The QR code cannot open "${said}".`, hint: expect.stringContaining('tel:+18003151376') },
    ]);
  });

  it('dials the main helpline by whichever way that was asked for', () => {
    expect(qrOf(undefined, guide)).toBeUndefined();
    expect(qrOf('tel:+18003151376', guide)).toBeUndefined();
    expect(qrOf('tel:911', guide)).toBe('tel:911');
    expect(qrOf('https://example.org', guide)).toBe('https://example.org');
  });

  it.each([
    ['https://wa.me/18005550199', 'NUMBER_UNDECLARED'],
    ['https://example.org/?phone=8005550199', 'NUMBER_UNDECLARED'],
    ['https://wa.me/18003151377', 'NUMBER_NEAR_MISS'],
  ])('is no address that dials another number: %s', (qr, code) => {
    expect(problemsOf(() => qrOf(qr, guide)).map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    'tel:+18003151377',
    'tel:8003151376',
    'tel:912',
    'tel:+1-800-315-1376',
    'TEL:+18003151376',
    'tel:+18003151376 ',
    'tel:+18003151376,5',
    'sms:911',
    'http://example.org',
    'HTTPS://example.org',
    'https:example.org',
    'https://',
    'https:// example.org',
    'https://example.org@other.example/',
    'https://a:b@example.org',
    'https://example.org/a b',
    'https://example.org/\u202eb',
    'https://[x',
    'javascript:alert(1)',
    'data:text/html,x',
    'WIFI:S:x;;',
    'example.org',
    '',
  ])('may not be %j', (qr) => {
    const [problem, ...more] = problemsOf(() => qrOf(qr, guide));
    expect(more).toEqual([]);
    expect(problem?.code).toBe('USAGE');
    expect(problem?.hint).toContain('tel:+18003151376, tel:911');
  });
});

describe('a press', () => {
  it('takes a setting and an impression of what is said, the rest as it is by default', () => {
    const press = new Press();
    const plate = press.plate(loadGuide(folder), { product: 'poster', locale: 'en', paper: undefined });
    expect(plate.setting).toMatchObject({ product: 'poster', locale: 'en', paper: 'letter', theme: 'dawn' });
    const typed = { product: 'poster', locale: 'en', papr: 'a4' };
    expect(() => press.plate(loadGuide(folder), typed)).toThrow('There is no option "papr"');
    const { name, bytes } = press.print(press.plate(loadGuide(folder), { ...job, paper: 'a4' }));
    expect(name).toBe('heroin-detox.poster.en.a4.standard.screen.pdf');
    expect(bytes.length).toBeGreaterThan(1000);
    const printed = press.print(plate);
    const { bytes: whole } = press.print(plate, { purpose: 'screen', duplex: 'short', allowDrafts: false });
    expect(Buffer.compare(printed.bytes, whole)).toBe(0);
    expect(() => press.print(plate, { purpose: 'press' as 'screen' })).toThrow('USAGE');
    press.close();
  });
});

describe('the doors of the library', () => {
  const guide = door.loadGuide(folder);
  const press = new door.Press();
  const doors: Readonly<Record<string, (value: never) => unknown>> = {
    loadGuide: (value) => door.loadGuide(value),
    print: (value) => door.print(guide, value),
    'print, of what is no guide': (value) => door.print(value, job),
    withHelpline: (value) => door.withHelpline(guide, 'main', value),
    'withHelpline, of what is no name': (value) =>
      door.withHelpline(guide, value, { display: '911', dial: '911' }),
    proof: (value) => door.proof(value),
    plate: (value) => press.plate(guide, value),
    'print of a press': (value) => press.print(value),
    withNumber: (value) => press.withNumber(value, { display: '911', dial: '911' }),
  };
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new TypeError('not so');
      },
      ownKeys: () => {
        throw new TypeError('not so');
      },
    },
  );

  it.each(Object.keys(doors))('%s tells by a code what it is not made for, whatever it is given', (name) => {
    for (const value of [null, 42, '', 'x\0y', {}, [], Symbol('x'), hostile])
      expect(problemsOf(() => doors[name]!(value as never)).length).toBeGreaterThan(0);
  });

  it('a fault of the program has a code, and says what it was', () => {
    const [problem] = problemsOf(() => door.print(guide, hostile as never));
    expect(problem).toMatchObject({ code: 'INTERNAL', severity: 'error' });
    expect(problem!.message).toContain('not so');
  });

  it('a press takes no options where there are none', () => {
    expect(() => new door.Press({}, null as never).close()).not.toThrow();
  });
});
