import { Lettered, unpartedScripts } from '../../letters/index.ts';
import { publicCodes } from '../numbers/public-codes.ts';
import { countWords } from '../words/count-words.ts';
import { alone, type EverydayForm, whole } from './form.ts';
import { end, goesOn, goneBefore, hour, start, year } from './form-parts.ts';
import { beforePostcode, labels, looseLabels, postcodeNames } from './names.ts';
import { isIdentifier, isRising, isSpanOfCodes } from './proofs.ts';
import { registerForms } from './register-forms.ts';
import { timeForms } from './time-forms.ts';

/**
 * Numbers of everyday text that nobody dials, by their form: in a text as its digits are read, where every dash is `-` and
 * every space one. A form is only looked for where nothing that joins digits stands on either side. Each row is described
 * in docs/guides.md and tested from both sides.
 */

/** An hour that says that it is one. */
const told = `${hour}(?:[:.h][0-5]\\d ?(?:[AaPp]\\.?[Mm]\\.?|h|Uhr|น\\.?)?| ?(?:[AaPp]\\.?[Mm]\\.?|h|Uhr|น\\.?))`;
// Nobody writes more groups, and from each of thousands all that follow were read.
const thousands = "\\d{1,3}(?:[,'’٬،]\\d{3}){1,7}|\\d{1,3}(?:,\\d{2}){1,7},\\d{3}";
const amount = `(?:${thousands}|\\d{1,3}(?:[ .]\\d{3}){1,7}|\\d{1,6})(?:[.,]\\d{1,2})?`;
const currency =
  '(?:\\p{Sc}|(?:USD|EUR|GBP|CAD|AUD|CHF|MXN|INR|JPY|CNY|VND|IDR|KES|Rs|Rp|[Ee]uros?)\\b\\.?|रु\\.|रू\\.|Rp(?=\\d)|R\\$|[KTU]Sh|Ksh|Php|₱)';
const unit =
  '(?:%|‰|°|\\p{Sc}|(?:mg|mcg|µg|μg|g|kg|ml|mL|l|L|dl|IU|UI|mmol|km|cm|mm|m|h|min|s|kcal|USD|EUR|GBP|CAD|AUD|CHF|VND|VNĐ|vnđ|đồng|zł|Kč|Ft|kr|TL|lei|[đĐ]|грн|руб|тг|تومان|ریال|мг|мл|г|кг|л|мкг)(?!\\p{L}))';
const number = '(?:(?:[A-Z]{2} |[A-Z]{0,4}-?)\\d[\\dX-]*(?:[ ./-]\\d[\\dX-]*){0,4})';
/** German writes nouns with a capital. */
const either = (word: string) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`;
const counted = `(?= (?:${countWords.map(either).join('|')})(?![\\p{L}\\p{M}]))`;
const pages = '[a-zA-Z]?\\d{1,6}(?:-[a-zA-Z]?\\d{1,6})?';

/** Each form, with what it is. */
export const everydayForms: readonly EverydayForm[] = [
  {
    what: 'a digital object identifier',
    isPlain: true,
    form: whole(/10\.\d/, String.raw`\b10\.\d{4,9}/[^\s]+`),
  },
  {
    what: 'a place in a journal',
    isPlain: true,
    form: whole(
      /\) ?:|; ?\d{1,4} ?:/,
      `(?<![\\p{L}\\d])(?:${year} ?; ?\\d{1,4}(?: ?\\(\\d{1,5}(?:-\\d{1,5})?\\))?|\\d{1,4} ?\\(\\d{1,5}\\)) ?: ?${pages}${end}`,
    ),
  },
  ...registerForms,
  {
    what: 'hours, years or a share in brackets behind a number',
    // 911 (12:00–16:00), 911 (9–16), NFHS-5 (2019–21), 15–49 (17.5%)
    form: whole(
      /\d ?\(\d/,
      `(?<=\\d ?\\()(?:${told} ?- ?${told}|\\d{1,3}(?:[.,]\\d{1,2})? ?%)(?=[);,])|(?<=(?<!\\d|${goneBefore})\\d{3,6} \\()${hour} ?- ?${hour}(?=[);,](?! ?\\d))|(?<=(?<!\\d|${goneBefore})\\d{1,2} \\()${year} ?- ?(?:${year}|\\d\\d)(?=\\))`,
    ),
  },
  {
    what: 'years in a row',
    form: alone('(?:19|20)\\d\\d(?:[ /](?:19|20)\\d\\d){2,9}'),
    is: isRising,
  },
  { what: 'a year beside one in brackets', form: alone(`${year} \\(${year}`) },
  {
    what: 'a number of what is counted',
    form: alone(`[1-9]\\d{0,2}(?:(?: \\d{3}){1,3}|(?:\\.\\d{3}){1,3})${counted}`, /\d[ .]\d{3} /),
  },
  {
    what: 'a Japanese postcode',
    form: whole(
      /〒|郵便番号|\d{3}-\d{4} ?(?:東京都|北海道|京都府|大阪府|.{2,6}県)/,
      String.raw`(?<=(?:〒|郵便番号[: ]?) ?)\d{3}-\d{4}(?!\d|[a-zA-Z]|${goesOn})|${start}\d{3}-\d{4}(?= ?(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県))`,
    ),
  },
  {
    what: 'a Mexican notice',
    form: whole(/COFEPRIS/, String.raw`(?<=COFEPRIS:? ?(?:No?\.? ?)?)\d{6,12}[A-Z]\d{4}${end}`),
  },
  { what: 'a part of one', form: alone('0\\.\\d{5,6}') },
  {
    what: 'a case with its year',
    form: whole(
      /[A-Z]-(?:19|20)\d\d-\d|\d-[Cc][RVrv]-\d/,
      String.raw`(?<![\p{L}\d-])(?!TEL|FAX|SMS|TXT|CALL|TEXT|DIAL|PHONE)[A-Z]{2,5}-(?:19|20)\d\d-\d{1,5}(?![\p{L}\d-]| \d)|(?<![\p{L}\d-])\d\d-(?:C[RV]|cv|cr)-\d{4,6}(?![\p{L}\d-]| \d)`,
    ),
  },
  ...timeForms,
  {
    what: 'money',
    isPlain: true,
    form: alone(`${currency} ?${amount}(?: ?- ?${currency}? ?${amount})?`, new Lettered(currency, 'u')),
  },
  { what: 'amounts with their unit', form: alone(`${amount}(?: ?[-/×x] ?${amount}){0,4} ?${unit}`) },
  {
    // 50,000或60,000元: in writing without spaces the next word touches it.
    what: 'thousands that a word touches',
    form: whole(
      /\d[或和至到及與与、元圓圆円원人名]/,
      `(?<!(?![或和至到及與与、])\\p{L}|\\d|\\d[-+./(), ]{1,3})(?:${thousands})(?=[或和至到及與与、元圓圆円원人名])`,
    ),
  },
  { what: 'thousands', form: alone(`(?:${thousands})(?:\\.\\d{1,2})?(?: ?- ?(?:${thousands}))?`) },
  {
    what: 'a round number',
    isRound: true,
    form: alone(
      '(?<![*#])(?:[1-9]\\d{0,2}[ .]000|[1-9]\\d?[ .]\\d{3}[ .]000|(?<!\\+)[1-9]\\d{0,2}(?:[ .]\\d{3})?[ .]000[ .]000|[1-9]\\d{0,3}000|[1-9]0{6,8})',
    ),
    is: (found) => !publicCodes.has(found.replace(/\D/g, '')),
  },
  {
    what: 'a span of round numbers',
    form: alone(
      '[1-9]\\d{0,2}00 ?- ?[1-9]\\d{0,2}00|[1-9]\\d{0,2}(?:[ .]\\d{3}){0,2}[ .][05]00 ?- ?[1-9]\\d{0,2}(?:[ .]\\d{3}){0,2}[ .][05]00',
      /00 ?- ?[1-9]/,
    ),
  },
  {
    what: 'a postcode with its state or its town',
    form: whole(
      /\d\d-\d{3}|, \d{3} \d\d /,
      String.raw`(?<=^|, )\d\d-\d{3}(?= \p{Lu}\p{L}{2})|(?<=[\d\ue000], )\d{3} \d\d(?= [Α-Ω]\p{L}{2})|(?<=\b[A-Z]{2} )\d{5}-\d{4}(?![\d-])|(?<=\b(?:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO),? )\d{5}-\d{3}(?![\d-])|(?<=^|, )(?:[1-9]\d{3}|\d{5})-\d{3}(?= \p{Lu}\p{Ll}{2})`,
    ),
  },
  {
    // Scottsdale, AZ 85251; Via Roma 5, 43003 Parma: it may be a digit off a code of five.
    what: 'a postcode after its state or its street',
    form: whole(
      /(?<!\d)\d{5}(?!\d)/,
      `\\d{5}(?<=(?<!\\d)\\d{5})(?<=${beforePostcode}\\d{5})(?=$|[,.;)] ?(?!\\d)| \\p{Lu}\\p{L})`,
    ),
  },
  {
    what: 'a house and its postcode, parted by a dash',
    // Viale Regina Elena, 299 - 00161 Roma
    form: whole(
      /\d ?- ?\d{5} \p{Lu}/u,
      String.raw`(?<=(?<!\p{L})(?:[Vv]ia(?:le)?|[Cc]orso|[Pp]iazza|[Ll]argo|[Vv]icolo|[Rr]ue|[Aa]venue|[Cc]alle|[Aa]venida|[Aa]v\.)(?: [\p{L}\p{M}'’.-]{1,20}){1,5},? )\d{1,4} ?- ?\d{5}(?= \p{Lu}\p{L})`,
    ),
  },
  {
    what: 'a span of codes',
    // CPT 97802-97804
    form: alone('\\d{5}-\\d{5}', /\d{5}-\d{5}/),
    is: isSpanOfCodes,
  },
  {
    what: 'a postcode of Israel after its house and town',
    form: whole(
      /\d{7}/,
      String.raw`(?<=(?:(?:רח['׳]|רחוב|שד['׳]|שדרות|דרך|סמטת|כיכר) [^\d;:!?]{2,40} \d{1,3}|(?:ת\.ד\.|ת[״"]ד) ?\d{1,6}), [\p{Script=Hebrew} '׳"״-]{2,30},? )\d{7}${end}`,
    ),
  },
  {
    what: 'a postcode after its name',
    form: whole(
      new RegExp(`${postcodeNames}:? ?\\d{5}`, 'i'),
      `(?<=(?<!\\p{L})${postcodeNames}:? ?)(?:\\d{5,7}|\\d{5}-\\d{3,5})${end}|(?<=کد ?پستی:? ?)\\d{10}${end}`,
      'giu',
    ),
  },
  {
    what: 'an Israeli organization',
    // עמותה רשומה 580019800, ע״ר 58-001980-0
    form: whole(
      /5[18]-?\d{6}/,
      String.raw`(?<=(?<!\p{L})(?:עמותה(?: רשומה)?(?: מס['׳])?|מס['׳] עמותה|ע[״"]ר|ע\.ר\.|חל[״"]צ|ח[״"]פ|ח\.פ\.):? ?)5[18](?:\d{7}|-\d{6}-\d)${end}`,
    ),
  },
  {
    what: 'a British company',
    // limited by guarantee, number 2115499; registered in England and Wales (no. 2115499)
    form: whole(
      /limited by guarantee|registered in/i,
      String.raw`(?<=(?<!\p{L})(?:limited by guarantee|registered in (?:England|Scotland|Wales|Ireland|Northern Ireland)(?: (?:and|&) (?:Wales|Northern Ireland))?)(?:,? (?:under )?(?:company )?(?:no\.?|number)|,)?:? ?\(?(?:no\.? |number )?)(?:[A-Z]{2}\d{6}|[01]\d{7}|[1-9]\d{5,6})${end}`,
      'giu',
    ),
  },
  {
    what: 'a Nigerian company',
    form: whole(/RC/, String.raw`(?<=(?<![\p{L}\d])RC(?: ?N[oO]\.?)?[:.]? ?)\d{5,7}${end}`),
  },
  {
    what: 'an identifier after its name',
    isPlain: true,
    form: whole(
      new RegExp(`${labels}\\)?(?: (?:No|Nr|n°)\\.?)?(?: ?[.:#]){0,2} ?${number}`, 'i'),
      `(?<=(?<!(?![${unpartedScripts}])[\\p{L}\\d])${labels}\\)?(?: (?:No|Nr|n°)\\.?)?(?: ?[.:#]){0,2} ?)${number}(?![\\d-])`,
      'giu',
    ),
  },
  {
    what: 'a number of an order, a paper or a register after its name',
    form: whole(
      new RegExp(`${looseLabels}[.:#]{0,2} ?${number}`, 'i'),
      `(?<=\\b${looseLabels}[.:#]{0,2} ?)${number}(?![\\d-])`,
      'giu',
    ),
    is: isIdentifier,
  },
  {
    what: 'capitals and digits in one word',
    form: whole(
      /[A-Z]{2}\d/,
      String.raw`(?<![\p{L}\d-])(?!TEL|FAX|SMS|TXT|CALL|TEXT|DIAL|PHONE|RING|HELP|HOTLINE|LINE|CRISIS|SOS|CELL|MOBILE|WHATSAPP)[A-Z]{2,}\d{1,9}(?![\p{L}\d-])`,
    ),
  },
  {
    // 2026年4月から, 1995년, ปี 2560, พ.ศ. 2569, ឆ្នាំ2024
    what: 'a year that says so',
    isPlain: true,
    form: whole(
      /[年년]|ปี|\.ศ|ປີ|ឆ្នាំ/,
      `(?<!\\d|${goneBefore})${year}(?= ?[年년])|(?<=(?:ปี(?: ?พ\\.ศ\\.| ?ค\\.ศ\\.)?|[พค]\\.ศ\\.|ປີ|ឆ្នាំ) ?)(?:${year}|25[4-9]\\d)(?!\\d|[-+./()]{1,3}\\d| \\d{3})`,
    ),
  },
  { what: 'a year', isYear: true, form: alone(year) },
];
