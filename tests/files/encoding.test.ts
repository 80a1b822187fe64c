import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/files/index.ts';
import { problemsOf } from './folder.ts';

const utf16 = (text: string, order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const told = (bytes: Uint8Array) => problemsOf(() => decodeText(bytes, 'guide.yaml'))[0]!;

describe('a text file', () => {
  it.each(['', 'plain', 'Olá, ça va? 電話 📞 \ufffd', 'a\r\nb'])('in UTF-8 is taken as it is: %j', (text) =>
    expect(decodeText(Buffer.from(text), 'f')).toBe(text),
  );

  it('loses one byte order mark before it, and no other', () => {
    expect(decodeText(Buffer.from('\ufeffa\ufeff'), 'f')).toBe('a\ufeff');
    expect(decodeText(Buffer.from('\ufeff\ufeffa'), 'f')).toBe('\ufeffa');
  });

  it.each([
    ['UTF-16', utf16('id: t\n', 'le', true)],
    ['UTF-16', utf16('id: t\n', 'be', true)],
    ['UTF-16', utf16('id: t\n', 'le', false)],
    ['UTF-16', utf16('id: t\n', 'be', false)],
    ['UTF-16', utf16('номер: 電話', 'le', true)],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ['UTF-32', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])],
    ['Windows-1252', latin1('un café à Nîmes')],
    ['Windows-1252', Buffer.from([0x93, 0x61, 0x94, 0x20, 0x85])],
    ['an older encoding', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])],
    ['no text', Buffer.from([0x89, 0x50, 0, 0, 0, 0x0d, 0xff, 0xff])],
    ['no text', Buffer.from(`${'a plain text '.repeat(20)}\0`)],
  ])('that is not UTF-8 is said to look like %s', (name, bytes) => {
    expect(told(bytes)).toMatchObject({ code: 'FILE_ENCODING', place: { file: 'guide.yaml' } });
    expect(told(bytes).message).toContain(`This file is not UTF-8; it looks like ${name}`);
  });

  it('names the first line that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('title: olá\n'), latin1('text: né'), Buffer.from('\nend: é')]);
    expect(told(bytes).place).toEqual({ file: 'guide.yaml', line: 2, source: 'text: n\ufffd' });
    expect(told(latin1('né')).place.line).toBe(1);
    expect(told(Buffer.concat([Buffer.from('a\n\n'), Buffer.from([0xc3])])).place.line).toBe(3);
  });

  it.each([
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a form longer than need be', [0xc0, 0xaf]],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
    ['cut off at its end', [0x61, 0xe2, 0x82]],
  ])('that holds %s is refused', (_, bytes) =>
    expect(told(Uint8Array.from(bytes as number[])).code).toBe('FILE_ENCODING'),
  );
});

it('a file that no spreadsheet makes is told without one', () => {
  const hint = (name: string) => problemsOf(() => decodeText(Uint8Array.of(0x80), name))[0]!.hint;
  expect(hint('partials/band.hbs')).toBe('Save it anew as UTF-8.');
  expect(hint('places.csv')).toContain('in Excel');
});
