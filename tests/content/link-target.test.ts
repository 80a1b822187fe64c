import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, numberFaults, parseInline } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const codes = (href: string) =>
  numberFaults(parseInline(`[Write to us](${href})`), declared, {}).map(({ code }) => code);

describe('what a link opens', () => {
  it.each([
    ['https://wa.me/18552084674', 'NUMBER_NEAR_MISS'],
    ['https://wa.me/8552084673', 'NUMBER_DISGUISED'],
    ['https://wa.me/18552084673?text=call%20912', 'NUMBER_NEAR_MISS'],
    ['https://wa.me/18552084673/18552084674', 'NUMBER_NEAR_MISS'],
    ['https://example.org/?phone=18552084673', 'NUMBER_DISGUISED'],
    ['https://wa.me/19005550123', 'NUMBER_UNDECLARED'],
    ['https://api.whatsapp.com/send?phone=19005550123', 'NUMBER_UNDECLARED'],
    ['https://t.me/+19005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/go/tel:+19005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/go/tel%3A%2B19005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/?phone=9005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/855-208-4674', 'NUMBER_NEAR_MISS'],
    ['mailto:9005550123@sms.example', 'NUMBER_UNDECLARED'],
    ['https://example.org/tel/19005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/call/900-555-0123', 'NUMBER_UNDECLARED'],
    ['https://example.org/a?b=1&mobile=%2B19005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/#tel=9005550123', 'NUMBER_UNDECLARED'],
    ['https://viber.com/19005550123', 'NUMBER_UNDECLARED'],
    ['https://viber.click/19005550123', 'NUMBER_UNDECLARED'],
    ['https://chat.example/+19005550123', 'NUMBER_UNDECLARED'],
    ['https://chat.example/#+19005550123', 'NUMBER_UNDECLARED'],
    ['https://example.org/sms/741742', 'NUMBER_UNDECLARED'],
    ['https://example.org/dial/113', 'NUMBER_UNDECLARED'],
    ['https://example.org/?phone=912', 'NUMBER_NEAR_MISS'],
    ['https://example.org/855/208/4674', 'NUMBER_NEAR_MISS'],
  ])('may not be another number: %s', (href, code) => {
    expect(codes(href)).toEqual([code]);
  });

  it.each([
    'https://example.org/12345678',
    'https://example.org/100%25',
    'https://example.org/%E0%A4%A',
    'https://wa.me/message',
    'https://wa.me/18552084673',
    'https://wa.me/18552084673?text=Hello',
    'https://api.whatsapp.com/send?phone=18552084673&text=Hello',
    'https://signal.me/#p/+18552084673',
    'https://example.org/hotel:12345678',
    'https://example.org/?page=12345678',
    'https://notwa.me/12345678',
    'mailto:team2026@example.org',
    'https://example.org/@name',
    'https://example.org/tel/911',
    'https://example.org/19005550123',
    'https://example.org/a+19005550123',
    'https://example.org/mobile/app',
    'https://example.org/2023/11/24/mobile/',
    'https://example.org/doc?number=113',
    'https://example.org/?to=2019-11-23',
    'https://example.org/telling/12345678',
  ])('may be %s', (href) => {
    expect(codes(href)).toEqual([]);
  });

  it.each([
    'https://user:word@example.org/',
    'https://user@example.org',
    'https://example.com@example.org/a',
  ])('may not bear a name or a password: %s', (href) => {
    expect(() => parseInline(`[a](${href})`)).toThrow(/not allowed/);
  });
});

describe('an address that is typed', () => {
  const typed = (text: string) => numberFaults(parseInline(text), declared, {}).map(({ code }) => code);
  it.each([
    ['Write to wa.me/19005550123.', 'NUMBER_UNDECLARED'],
    ['Write to https://wa.me/19005550123', 'NUMBER_UNDECLARED'],
    ['signal.me/#p/+19005550123', 'NUMBER_UNDECLARED'],
    ['example.org/tel/19005550123', 'NUMBER_UNDECLARED'],
    ['wa.me/18552084674', 'NUMBER_NEAR_MISS'],
  ])('dials no other number: %s', (text, code) => {
    expect(typed(text)).toEqual([code]);
  });

  it.each([
    'Read example.org/12345678.',
    'wa.me/message',
    'wa.me/18552084673',
    'Write to https://wa.me/18552084673.',
    'team2026@example.org',
    'example.org/tel/911',
  ])('may be %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});
