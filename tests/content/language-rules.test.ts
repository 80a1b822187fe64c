import { describe, expect, it } from 'vitest';
import { loadGuide, parseInline } from '../../src/content/index.ts';
import { checkWording, wordingRules } from '../../src/content/schema/wording.ts';
import { changed, problemsOf } from './folder.ts';

const words = (text: string) =>
  checkWording(parseInline(text), {}, () => undefined).map(({ message }) => /"(.*)"/.exec(message)![1]);

describe('words that stigmatize', () => {
  it.each([
    ['An addict can go.', 'addict'],
    ['Ask an ex-addict.', 'ex-addict'],
    ['Drug abusers come here.', 'Drug abusers'],
    ['No junkies.', 'junkies'],
    ['Substance abuse is common.', 'Substance abuse'],
    ['She kicked the habit.', 'kicked the habit'],
    ['His heroin habit grew.', 'heroin habit'],
    ['He is clean now.', 'He is clean'],
    ['They’re clean.', 'They’re clean'],
    ['You can stay clean.', 'You can stay clean'],
    ['It is hard to get clean after that.', 'to get clean'],
    ['Stay clean!', 'Stay clean'],
    ['A dirty urine is no crime.', 'dirty urine'],
    ['People get high.', 'get high'],
    ['Nobody here is an addict, says [Addicts Anonymous](lang:en).', 'addict'],
    ['It ended. Addicts came.', 'Addicts'],
  ])('%s', (text, word) => {
    expect(words(text)).toEqual([word]);
  });

  it.each([
    'Make sure the kitchen is clean.',
    'Keep the wound clean. It must stay clean and dry.',
    'Use clean water, and get clean needles.',
    'You get clean water there.',
    'You are clean and tidy.',
    'Wash until your hands are clean.',
    'Make it a habit to drink water.',
    'Students get high marks.',
    'National Institute on Drug Abuse',
    'Ask the National Institute on Drug Abuse.',
    'Substance Abuse Hotline, Inc., answers.',
    'Go to Addicts Anonymous.',
    'The [center for drug abuse](lang:en) answers.',
    'Some will call you an “addict”.',
    'He said: "I am clean." That hurt.',
    'Un «junkie», dit-on.',
    'An addiction is an illness. Addictive medicine. Sunken junk.',
  ])('are not in: %s', (text) => {
    expect(words(text)).toEqual([]);
  });

  it('each have a name, by which a guide sets what they weigh', () => {
    const with_ = (lint: string) =>
      problemsOf(() =>
        loadGuide(
          changed(['Go well.', 'An addict can get high.'], ['title: Every', `lint: ${lint}\ntitle: Every`]),
        ),
      ).map(({ severity, code }) => `${severity} ${code}`);
    expect(with_('{}')).toEqual(['error WORDING', 'warning WORDING']);
    expect(with_('{ wording: error }')).toEqual(['error WORDING', 'error WORDING']);
    expect(with_('{ high: off }')).toEqual(['error WORDING']);
    expect(with_('{ high: error, addict: off }')).toEqual(['error WORDING']);
    // Warnings refuse nothing.
    expect(with_('{ wording: warning }')).toEqual([]);
    expect(with_('{ wording: off, addict: error }')).toEqual(['error WORDING']);
    expect(with_('{ adict: off }')).toEqual(['error CONTENT_INVALID']);
    expect(with_('{ addict: none }')).toEqual(['error CONTENT_INVALID']);
    for (const name of Object.keys(wordingRules)) expect(with_(`{ wording: off, ${name}: off }`)).toEqual([]);
  });
});

describe('how hard a section is to read', () => {
  const hard =
    `${'Considerable pharmacological complications necessitate hospitalization. '.repeat(3)}`.trim();
  const guide = (text: string, lint = '{}') =>
    changed(['text: Sleep helps.', `text: ${text}`], ['title: Every', `lint: ${lint}\ntitle: Every`]);
  const told = (text: string, lint?: string) => {
    const folder = guide(text, lint);
    const refused = problemsOf(() => loadGuide(folder));
    return (refused.length > 0 ? refused : loadGuide(folder).warnings).map(
      ({ severity, code }) => `${severity} ${code}`,
    );
  };

  it('is told at the hardest of its texts', () => {
    const [only, ...others] = problemsOf(() => loadGuide(guide(hard)));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: 'READING_LEVEL', place: { key: 'sections.two.found', line: 56 } });
    expect(only!.message).toContain('above the limit of 9; the goal is 6.');
  });

  it('does not count names, and what stands in quotation marks', () => {
    expect(told(`He said “${hard}”, and slept.`)).toEqual([]);
    expect(told(`Ask [${hard}](lang:en).`)).toEqual([]);
    expect(told(hard)).toEqual(['error READING_LEVEL']);
  });

  it('has the goal, the limit and the weight that the guide sets', () => {
    expect(told(hard, '{ readingLevel: warning }')).toEqual(['warning READING_LEVEL']);
    expect(told(hard, '{ readingLevel: off }')).toEqual([]);
    expect(told(hard, '{ readingLimit: 60 }')).toEqual(['warning READING_LEVEL']);
    expect(told(hard, '{ readingGoal: 60 }')).toEqual([]);
    expect(told('Sleep helps.', '{ readingGoal: 1, readingLimit: 1 }')).toEqual([]);
    expect(told(hard, '{ readingGoal: 0 }')).toEqual(['error CONTENT_INVALID']);
    expect(told(hard, '{ readingLimit: 61 }')).toEqual(['error CONTENT_INVALID']);
  });
});
