import type { Guide } from '../../content/index.ts';
import type { NamePart, WorkingPaper } from '../../press/index.ts';
import type { CalledNumber, Report, ReviewFound } from './report-data.ts';

/** Numbers of one paper, places named of one number, failures told on paper: more stand in the tables beside it. */
const [mostNumbers, mostPlaces, mostFailed, mostSecond] = [400, 8, 60, 40] as const;

/** Sets a name in the faces of its scripts; undefined: no face has it. */
export type SetName = (name: string) => readonly NamePart[] | undefined;

const counted = (n: number, noun: string, more = `${noun}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? noun : more}`;

/**
 * The report as papers to print and sign: the first says all, and has the numbers up to its limit; each further one goes on
 * with the numbers.
 */
export function reportPapers(
  report: Report,
  guide: Guide,
  paper: WorkingPaper['paper'],
  setName: SetName,
): WorkingPaper[] {
  const { numbers, campaign, asOf } = report;
  const parts = Math.max(1, Math.ceil(numbers.length / mostNumbers));
  return Array.from({ length: parts }, (_, i) => {
    const own = numbers.slice(i * mostNumbers, (i + 1) * mostNumbers);
    const said = new Said(
      setName,
      own.map(({ display }) => display),
    );
    const part = parts === 1 ? '' : `, part ${i + 1} of ${parts}`;
    // Views are read in the order in which the template prints them: so are the texts to be found.
    const head = i === 0 ? headView(report, said) : {};
    const calls = callsView(own, numbers.length, said);
    const rest = i === 0 ? restView(report, said) : {};
    return {
      guide,
      template: 'campaign-report',
      paper,
      title: `Campaign proof: ${campaign}${part}`,
      numbers: own.map(({ display, dial }) => ({ display, dial })),
      view: (call) => ({
        campaign: said.note(campaign),
        summary: said.note(`As of ${asOf}${part}`),
        ...head,
        ...(own.length === 0
          ? {}
          : { ...calls, calls: calls.calls.map((row, n) => ({ ...row, number: call(n) })) }),
        ...rest,
      }),
      texts: said.texts,
      everyday: [...said.everyday, campaign, `As of ${asOf}${part}`],
      languages: [...said.languages],
      imprint: `${campaign} · ${asOf}`,
      date: `${asOf}T00:00:00Z`,
    };
  });
}

/** What a paper shows: all of it is everyday text, what must be found again is a text too. */
class Said {
  readonly texts: { text: string; language: string }[] = [];
  readonly everyday = new Set<string>();
  readonly languages = new Set<string>();
  readonly #setName: SetName;
  readonly #numbers: readonly string[];

  /** @param numbers as the paper's list shows them */
  constructor(setName: SetName, numbers: readonly string[]) {
    this.#setName = setName;
    this.#numbers = numbers;
  }

  note(text: string): string {
    this.everyday.add(text);
    return text;
  }

  must(text: string, language = 'en'): string {
    this.texts.push({ text, language });
    return this.note(text);
  }

  /** What may be in any script, part by part; `after` follows the last. What no face has stands in the tables alone. */
  any(text: string, after = ''): SetText {
    const even = this.#withoutNumbers(text.replace(/\s+/g, ' ').trim());
    const latin = [{ text: even, language: 'en', direction: 'ltr' as const }];
    const set = /^[ -~]*$/.test(even) ? latin : this.#setName(even);
    const parts = set ?? [
      { ...latin[0]!, text: `${even.replace(/[^ -~]/gu, '?')} (whole in campaign.proof.json)` },
    ];
    return {
      parts: parts.map((part, i) => {
        this.languages.add(part.language);
        this.note(part.text);
        return { ...part, after: i + 1 < parts.length ? ' ' : after };
      }),
    };
  }

  /** A number stands in the list alone, large and in the face of numbers: in what is told of files its last digits do. */
  #withoutNumbers(text: string): string {
    return this.#numbers.reduce(
      (rest, number) => (number.length < 7 ? rest : rest.replaceAll(number, `...${number.slice(-4)}`)),
      text,
    );
  }
}

/** A text as a template prints it: each part in a language whose faces have it. */
interface SetText {
  readonly parts: readonly (NamePart & { readonly after: string })[];
}

function headView({ totals, numbers, reviews, translations }: Report, said: Said): Record<string, unknown> {
  const { planned, made, failed, open, pages, copies, impressions, places } = totals;
  const calls = numbers.filter(({ kind }) => kind !== 'emergency').length;
  const figure = (n: number, what: string) => ({
    big: said.must(n.toLocaleString('en')),
    what: said.note(what),
  });
  const figures = [
    figure(made, `of ${counted(planned, 'file')} made and proved`),
    figure(failed, 'failed'),
    figure(calls, 'numbers to call'),
    figure(places, 'places'),
    figure(pages, 'pages'),
    figure(copies, `copies, ${counted(impressions, 'printed page')}`),
  ];
  const missing = [
    ...(failed === 0 ? [] : [counted(failed, 'file failed', 'files failed')]),
    ...(open === 0 ? [] : [counted(open, 'file is not made yet', 'files are not made yet')]),
  ];
  const drafts = translations.filter(({ status }) => status.endsWith('draft'));
  const late = reviews.filter(({ state }) => state !== 'in date');
  const todo = [
    `Call each of the ${counted(calls, 'number')} below, ask who answers, and initial it. Emergency numbers are compared, not called.`,
    ...(drafts.length === 0
      ? []
      : [`Have ${counted(drafts.length, 'draft translation')} reviewed: no person has read them.`]),
    ...(late.length === 0
      ? []
      : [`Have ${counted(late.length, 'guide')} looked through again: see the dates of their reviews.`]),
    'Open one file of each language, and hold it beside the contact sheet.',
  ];
  return {
    figures,
    ...(missing.length === 0
      ? {}
      : { alarm: said.must(`This campaign is not complete: ${missing.join(', ')}.`) }),
    todo: todo.map((text) => ({ text: said.note(text) })),
  };
}

/** Digits of a number that its column has room for. What has more, or letters (1-800-662-HELP (4357)), stands above its row. */
const mostDigits = 13;

function callsView(own: readonly CalledNumber[], all: number, said: Said) {
  return {
    callsNote: said.note(
      `Every number that the files print, once, the most printed first: ${counted(own.length, 'number')} of ${all.toLocaleString('en')}. All places and files stand in campaign.numbers.csv and campaign.proof.json.`,
    ),
    calls: own.map(({ display, kind, way, files, printings, places }) => {
      said.must(display);
      const isLong = /[A-Za-z]/.test(display) || display.replace(/[^0-9+]/g, '').length > mostDigits;
      const shown = places.slice(0, mostPlaces);
      const rest = places.length - shown.length;
      return {
        ...(isLong ? { long: true } : {}),
        // Nobody rings an emergency number to see whether it answers.
        ...(kind === 'emergency'
          ? { compare: said.must('Do not call: compare the digits') }
          : way === 'text'
            ? { compare: said.must('It takes no calls: send it a message'), ask: true }
            : { ask: true }),
        files: said.must(`${counted(files, 'file')}, ${counted(printings, 'printing')}`),
        ...(shown.length === 0
          ? {}
          : {
              places: shown.map(({ id, name = id }, i) => said.any(name, i + 1 < shown.length ? ', ' : '')),
              more: rest === 0 ? '' : said.note(` and ${counted(rest, 'more place')}`),
            }),
      };
    }),
  };
}

/** What is said of a list: of one of nothing no field is, and its table is left out. */
function some(list: readonly unknown[], view: () => Record<string, unknown>): Record<string, unknown> {
  return list.length === 0 ? {} : view();
}

function restView(report: Report, said: Said): Record<string, unknown> {
  const { failed, translations, reviews, warnings, secondReader, campaign, totals } = report;
  const languageName = new Intl.DisplayNames(['en'], { type: 'language' });
  return {
    ...some(failed, () => ({
      failed: failed.slice(0, mostFailed).map(failedView(said)),
      failedNote: said.note(restOf(failed.length, mostFailed)),
    })),
    ...some(translations, () => ({
      translations: translations.map(({ locale, guide, status, stale, files }) => ({
        language: said.must(`${languageName.of(locale) ?? locale} (${locale})`),
        guide: said.note(guide),
        state: said.note(
          `${status.replace('-', ' ')}${stale === 0 ? '' : `, ${counted(stale, 'text is stale', 'texts are stale')}`}`,
        ),
        files: said.note(files.toLocaleString('en')),
      })),
    })),
    ...some(reviews, () => ({
      reviews: reviews.map((review) => ({
        guide: said.must(review.guide),
        told: said.any(reviewText(review)),
      })),
    })),
    ...some(warnings, () => ({
      warnings: warnings.map(({ code, meaning, files }) => ({
        code: said.must(code),
        meaning: said.note(meaning),
        files: said.note(counted(files, 'file')),
      })),
    })),
    ...some(secondReader, () => ({
      second: secondReader
        .toSorted((a, b) => Number(a.passed) - Number(b.passed))
        .slice(0, mostSecond)
        .map(({ file, passed, checked, detail }) => ({
          file: said.must(file),
          result: said.any(`${passed ? 'Right' : checked ? 'WRONG' : 'Not read'}: ${detail}`),
        })),
      secondNote: said.note(secondText(secondReader)),
    })),
    sign: said.must(
      `I called every number, read what failed and what is a draft, and hand out ${counted(totals.made, 'file')} of ${campaign}.`,
    ),
  };
}

/**
 * What failed may say numbers that no file has, and that nobody is to call: their last digits tell which they are. A day is none.
 */
function withoutDialled(text: string): string {
  return text.replace(/\+?\p{Nd}(?:[\s().·/‐-―−-]*\p{Nd}){6,}/gu, (found) =>
    /^\d{4}-\d\d-\d\d$/.test(found) ? found : `...${found.replace(/\P{Nd}/gu, '').slice(-4)}`,
  );
}

const failedView =
  (said: Said) =>
  ({ file, problems }: Report['failed'][number]) => ({
    file: said.must(file),
    problems: problems.slice(0, 3).map(({ code, message, hint }) => ({
      code: said.note(code),
      why: said.any(withoutDialled(hint === undefined ? message : `${message} ${hint}`)),
    })),
  });

function restOf(all: number, most: number): string {
  return all <= most
    ? 'None of these files is there. Mend what is told, and run the campaign again: only these are made.'
    : `The first ${most} of ${all.toLocaleString('en')}; all stand in campaign.proof.json. Mend what is told, and run the campaign again.`;
}

function reviewText({ state, by, on, next }: ReviewFound): string {
  if (state === 'never')
    return 'Nobody is named who reviewed it: have a clinician read it before it is handed out.';
  const reviewed = `Reviewed by ${by} on ${on}`;
  if (next === undefined) return `${reviewed}; no date is set for the next review.`;
  const told = {
    expired: 'that date is over',
    'expires soon': 'that is soon',
    'in date': 'in date',
  } as const;
  return `${reviewed}; next review ${next}: ${told[state as keyof typeof told]}.`;
}

function secondText(all: Report['secondReader']): string {
  const read = all.filter(({ checked }) => checked);
  if (read.length === 0)
    return `No second reader looked at these files: Mozilla's pdf.js is not installed (npm install pdfjs-dist).`;
  const wrong = read.filter(({ passed }) => !passed).length;
  const result = wrong === 0 ? 'all are right' : `${wrong} are WRONG`;
  return `Mozilla's pdf.js, which shares nothing with this press, read ${counted(read.length, 'file')}, chosen by the hashes of their names: about every hundredth, one of each language or more; ${result}.`;
}
