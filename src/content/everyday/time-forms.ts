import { unpartedScripts } from '../../letters/index.ts';
import { alone, type EverydayForm, whole } from './form.ts';
import { day, end, goesOn, goneBefore, hour, month, year } from './form-parts.ts';
import { isSpanOfYears } from './proofs.ts';

const aYear = new RegExp(year);
/** The same of the calendars of Iran and of the Hijra, and of the Buddhist one. */
const otherYear = '(?:1[34]\\d\\d|25[4-9]\\d)';
/** Vietnamese writes 7g30 besides 7h30. */
const clock = `${hour}[:.hg][0-5]\\d`;
/** An hour, or one with a half or a quarter. */
const halves = `${hour}(?:[.:](?:00|15|30|45))?`;
const daysOfYear =
  'days?|jours|Tagen?|d[ií]as|giorni|dagen|dni|днів|дней|дні|zile|gün|ημέρες|μέρες|ngày|araw|siku|jou|maalmood|يوما?|روز|دن|ימים|दिन|দিন|દિવસ|ਦਿਨ|நாட்கள்|రోజులు|օր|დღე|ቀናት';
/** The same in writing without spaces. */
const daysUnparted = '日|天|일|วัน|ມື້|ថ្ងៃ|ရက်';

/** Forms of days and hours. */
export const timeForms: readonly EverydayForm[] = [
  {
    what: 'always open',
    isPlain: true,
    form: whole(
      /24 ?[/x×] ?(?:7|24)|7 ?[/x×] ?24/,
      String.raw`(?<![\p{L}\d]|[\d][-+./])24 ?[/x×] ?(?:7|24)${end}|(?<!\d[-+./]?)7 ?[/x×] ?24(?![\d]|${goesOn})`,
    ),
  },
  {
    what: 'a date, year first',
    isPlain: true,
    form: alone(`${year}([-./] ?)${month}\\1${day}(?:[T ]${clock}(?::[0-5]\\d)?)?`, aYear),
  },
  {
    what: 'a date, day or month first',
    isPlain: true,
    form: alone(
      `(?:${day}\\.(?: ?${month}\\.)? ?- ?)?(?:(?:${day}|1\\.?o)([-./] ?)${month}\\1|${month}([-./] ?)${day}\\2)${year}(?:,? ${clock})?`,
      aYear,
    ),
  },
  {
    what: 'a span of days of a year',
    isPlain: true,
    // 01.04.–31.10.: each year.
    form: alone(
      `${day}\\.${month}\\.? ?- ?${day}\\.${month}(?:\\.${year})?\\.?|${day}/${month} ?- ?${day}/${month}(?:/${year})?`,
      /[./]\d\d?\.? ?- ?\d/,
    ),
  },
  {
    what: 'a date that a word touches',
    // 賞味期限2026.12.31: in writing without spaces.
    form: whole(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}](?:1[89]|20)\d\d[-./]/u,
      `(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])${year}([-./])${month}\\1${day}(?![a-zA-Z\\d]|${goesOn})`,
    ),
  },
  {
    what: 'a span of years',
    isPlain: true,
    isYear: true,
    // 2009 (2005-2009): a year, and the years that it was one of.
    form: alone(
      `${year} ?[-/] ?(?:${year}|\\d\\d)|${month}/${year} ?- ?${month}/${year}|${year} \\(${year} ?- ?${year}\\)`,
      aYear,
    ),
  },
  {
    what: 'a date of another calendar',
    form: alone(`${otherYear}([-/])${month}\\1${day}|${day}([-/])${month}\\2${otherYear}`),
  },
  {
    what: 'a span of years of another calendar',
    form: alone(`${otherYear} ?[-/] ?${otherYear}`),
    is: isSpanOfYears,
  },
  {
    what: 'a span of hours',
    isPlain: true,
    form: alone(
      `${clock} ?- ?${clock}(?: ${clock} ?- ?${clock})*|(?:[01]\\d|2[0-3])[0-5]\\d ?- ?(?:[01]\\d|2[0-3])[0-5]\\d(?= (?:hours|hrs)(?!\\p{L}))|${hour}(?:[.:][0-5]\\d)?(?: ?[AaPp]\\.?[Mm]\\.?)? ?- ?${hour}(?:[.:][0-5]\\d)? ?(?:(?:[AaPp]\\.?[Mm]|[Hh]|hrs|hours|Uhr|uur|น)(?!\\p{L})|[时時点點시])`,
      /- ?\d/,
    ),
  },
  {
    what: 'spans of whole hours',
    isPlain: true,
    form: alone(
      `${halves}-${halves}(?:(?: |, ?| ?/ ?| (?:and|und|y|et|e|i|и|та|ve|și|και) )${halves}-${halves})+`,
    ),
  },
  {
    what: 'a time',
    isPlain: true,
    form: alone(`${hour}:[0-5]\\d(?::[0-5]\\d)?|${hour}\\.[0-5]\\d ?[AaPp]\\.?[Mm]`),
  },
  {
    // 365 days a year, 電話は365日受付
    what: 'every day of the year',
    isPlain: true,
    form: whole(
      /365/,
      `(?<!(?![${unpartedScripts}])[\\p{L}\\d]|${goneBefore})365(?= ?(?:(?:${daysOfYear})(?![\\p{L}\\p{M}])|${daysUnparted}))`,
    ),
  },
];
