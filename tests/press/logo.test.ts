/** A guide's own logo that nobody sees is told: its name stands beside it, and nothing else would say so. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import type { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { whole } from '../content/folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'logo-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
/** What is told of a guide with this drawing as its logo, by severity. */
function told(inner: string, more = {}): string[] {
  const place = join(folder, `g${made++}`);
  cpSync(whole, place, { recursive: true });
  mkdirSync(join(place, 'figures'), { recursive: true });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="40" height="40">${inner}</svg>`;
  writeFileSync(join(place, 'figures/logo.svg'), svg);
  const yaml = readFileSync(join(place, 'guide.yaml'), 'utf8');
  writeFileSync(join(place, 'guide.yaml'), `${yaml}publisher: { name: Northside, logo: figures/logo.svg }\n`);
  const setting = { ...defaultJob, product: 'handout', locale: 'en', paper: 'letter', ...more };
  try {
    return press
      .plate(loadGuide(place), setting)
      .problems.filter(({ code }) => code === 'IMAGE_UNSEEN')
      .map(({ severity, place: { key } }) => `${severity} ${key}`);
  } catch (error) {
    return (error as PressError).problems.map(({ code }) => code);
  }
}

describe('a logo of a guide', () => {
  it.each([
    ['in a colour', '<rect width="10" height="10" fill="#1F5C7A"/>', []],
    ['with a white part', '<rect width="10" height="10" fill="#1F5C7A"/><circle r="2" fill="#fff"/>', []],
    ['white throughout', '<rect width="10" height="10" fill="#ffffff"/>', ['warning publisher.logo']],
    ['beyond its own edge', '<rect x="20" width="10" height="10" fill="#1F5C7A"/>', ['error publisher.logo']],
  ])('%s', (_, inner, expected) => {
    expect(told(inner)).toEqual(expected);
  });

  it('that is white is seen on black', () => {
    expect(told('<rect width="10" height="10" fill="#ffffff"/>', { edition: 'high-contrast-dark' })).toEqual(
      [],
    );
  });
});
