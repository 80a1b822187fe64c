import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { have } from '../../tools.ts';
import { ReferenceBrowser } from './browser.ts';
import { cases } from './cases.ts';
import { differences } from './differences.ts';
import { measure } from './ours.ts';

describe.skipIf(!have('chromium'))('we set pages as Chromium does', () => {
  let browser: ReferenceBrowser;
  beforeAll(async () => {
    browser = await ReferenceBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
  });
  describe.each(Object.entries(cases))('%s', (_, ofFeature) => {
    it.each(Object.entries(ofFeature))('%s', async (_name, given) => {
      const width = given.width ?? 200;
      const theirs = await browser.measure(given, width);
      expect(differences(measure(given, width), theirs, given.boxesOnly === true)).toEqual([]);
    });
  });
});
