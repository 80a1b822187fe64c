import { alone, type EverydayForm, whole } from './form.ts';
import { day, end, goesOn, month, start, year } from './form-parts.ts';
import {
  accounts,
  laws,
  normBodies,
  numbered,
  numberSign,
  office,
  postBoxes,
  registers,
  union,
} from './names.ts';
import { isAccount, isIdentifier, isSpanOfPages } from './proofs.ts';

const pageLabel = '(?:pp?|pages?|Seiten?|p[aá]gs?|páginas?|стр|σελ|[Sс](?=\\.))';
/** Of a French law: R. 3121-33-1, 222-33-2-1. */
const lawPart = '(?:[LRDA]\\.? ?\\d{1,4}(?:-\\d{1,3}){1,3}|[1-9]\\d{0,3}(?:-\\d{1,2}){1,3})';
/** The sign of a Greek numeral, as it is typed. */
const keraia = "(?: ?\\u0301|['’′ʹ])";

/** Those that offices, parliaments, banks and posts give out. */
export const registerForms: readonly EverydayForm[] = [
  {
    what: 'a law with its year',
    form: whole(
      /\d\/\d\d|(?:1[89]|20)\d\d\/\d/,
      `(?<=(?<![\\p{L}\\d])${laws} (?:${union} |${office} )?${numbered}|${union} ${numbered})(?:[1-9]\\d{0,2}\\.\\d{3}|[1-9]\\d{0,4})/(?:${year}|\\d\\d)(?![\\p{L}\\d]|(?! \\(${year}\\))${goesOn})|(?<=(?<![\\p{L}\\d])${laws} (?:${union} )?${numbered}|${union} ${numbered})${year}/[1-9]\\d{0,4}${end}`,
      'giu',
    ),
  },
  {
    what: 'a law of a gazette or a parliament',
    // ΦΕΚ Α΄ 111/10.06.2022; Закон № 2229-VIII; Luật Trẻ em số 102/2016/QH13; BGBl. I Nr. 144/2011
    form: whole(
      /Φ\.?Ε\.?Κ|BGBl|P\.?L|Pub|\d-[IVXІХ]|\d\/(?:1[89]|20)\d\d\//,
      `(?<=Φ\\.?Ε\\.?Κ\\.? (?:[Α-Ω]${keraia}? )?)[1-9]\\d{0,4}(?:/[Α-Ω]${keraia}?)?/(?:${day}\\.${month}\\.)?${year}${end}|(?<=(?<!\\p{L})No? ?)[1-9]\\d{0,4}-[IVXІХ]{1,5}${end}|${start}[1-9]\\d{0,3}/${year}/(?:QH\\d\\d|(?:NĐ|NQ|QĐ|TT|TTLT|PL)-[A-ZĐ]{2,8})(?![\\p{L}\\d])|(?<=(?<!\\p{L})(?:P\\.?L\\.?|Pub(?:lic|\\.) ?L(?:aw|\\.))(?: No\\.)? )\\d{2,3}-\\d{1,3}${end}|(?<=BGBl\\. ?(?:[IVX]{1,3} )?Nr\\. ?)[1-9]\\d{0,3}/${year}${end}`,
    ),
  },
  {
    what: 'a norm or a paper with its year',
    // NOM-028-SSA2-2009, H14-123/2026E-PDF, HHS-PEP20-06-04-003; OB 23/05/10/2026, its number and its day
    form: whole(
      /[A-Z](?:-\d{3}-[A-Z]|\d{1,3}-\d| \d{1,4}\/\d{1,2}\/)/,
      `(?<![\\p{L}\\d-])(?:(?!TEL|FAX|SMS|TXT)[A-Z]{3}-\\d{3}-[A-Z]{2,5}\\d?-${year}|(?:[A-Z]{2,4}-)?(?!TEL|FAX|SMS|TXT)[A-Z]{3}\\d\\d-\\d\\d-\\d\\d-\\d{3}|[A-Z]{1,2}\\d{1,3}-\\d{1,4}/(?:\\d{1,3}-)?${year}[A-Z]?(?:-[A-Z]{2,4})?|(?<=(?!TEL|FAX|SMS|TXT)[A-Z]{2,4} )\\d{1,4}/${day}/${month}/${year})${end}`,
    ),
  },
  {
    what: 'a part of a law',
    // Article R. 3121-33-1; art. 222-13 et 222-33-2-1; décret n° 2005-347
    form: whole(
      /art(?:icles?|\.)? [LRDA]?\.? ?\d{1,4}-\d|n[o°] ?(?:1[89]|20)\d\d-\d/i,
      `(?<=(?<![\\p{L}\\d])art(?:icles?|\\.)? )${lawPart}(?:(?:,| et| ou| à) ${lawPart}){0,8}${end}|(?<=(?<![\\p{L}\\d])(?:loi|décret|arrêté|ordonnance|circulaire|instruction) (?:[A-Z]{2,6}(?:/[A-Z\\d]{2,6}){0,3} )?n[o°] ?)${year}-[1-9]\\d{0,3}${end}`,
      'giu',
    ),
  },
  {
    what: 'a number of a Brazilian register',
    // of an organization, of a case at court, and of an office
    form: alone(
      '\\d{5}\\.\\d{6}/(?:19|20)\\d\\d-\\d\\d|\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}|\\d{7}-\\d{2}\\.\\d{4}\\.\\d\\.\\d{2}\\.\\d{4}',
    ),
  },
  {
    what: 'a paper with its number',
    // 衛部保字第1091234567號, 京ICP备12345678号, 京公网安备11010502030143号; 郵便振替 00140-5-123456, 국민은행 123-45-6789012
    form: whole(
      /[號号호]|振替|은행/,
      String.raw`(?<=[第제备備] ?)\d{1,10}(?:-\d{1,6})?(?= ?[號号호])|(?<=公网安备 ?)\d{14}(?= ?号)|(?<=振替(?:口座)?:? ?)0\d{4}-\d-\d{1,6}(?!\d|${goesOn})|(?<=은행 ?)\d{3,6}-\d{2,6}-\d{2,7}(?!\d|${goesOn})`,
    ),
  },
  {
    what: 'a post box',
    // P.O. Box 10774-00100; ص.ب. 116-5042; صندوق پستی 14155-1153
    form: whole(
      new RegExp(`${postBoxes} ?[1-9]|ص`),
      `(?<=(?<!\\p{L})${postBoxes} ?)(?:[1-9]\\d{0,5}(?: ?- ?\\d{5})?|1\\d{1,2}-\\d{4}|[1-9]\\d?(?: \\d\\d){1,2})${end}|(?<=(?<!\\p{L})(?:صندوق پستی|ص\\. ?پ\\.?):? )[1-9]\\d{2,4}-\\d{4,5}${end}`,
    ),
  },
  {
    what: 'a Korean house with its postcode',
    form: whole(
      /[로길] ?\d/,
      String.raw`(?<=(?<!전화|번호|문자|으)[로길] ?)\d{1,4}(?:-\d{1,3})? ?\(\d{5}\)(?!(?!\p{Script=Hangul})[\p{L}\d]|${goesOn})|(?<=[시군구읍면] ?\p{Script=Hangul}{1,9}(?<!전화|번호|문자|으)[로길] ?)\d{1,4}(?:-\d{1,3})?, ?\d{5}${end}`,
    ),
  },
  {
    what: 'a span of pages',
    form: whole(
      new RegExp(`${pageLabel}\\.? ?\\d{1,5} ?- ?\\d|, \\d{1,5} ?- ?\\d{1,5} \\(`),
      `(?<=(?<![\\p{L}\\d])${pageLabel}\\.? ?)\\d{1,5} ?- ?\\d{1,5}${end}|(?<=(?<![\\p{L}\\d])\\d{1,4}, )\\d{1,5} ?- ?\\d{1,5}(?= \\(${year}\\))`,
    ),
    is: isSpanOfPages,
  },
  {
    what: 'a bank account',
    isPlain: true,
    // Of Poland as it is written there, without its country.
    form: whole(
      /[A-Z]{2}\d\d|\d\d(?: ?\d{4}){6}/,
      String.raw`${start}(?:PL )?\d\d(?: ?\d{4}){6}${end}|(?<![\p{L}\d])[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])`,
    ),
    is: isAccount,
  },
  {
    what: 'a bank account after its name',
    // Kto. 123456789, BLZ 100 200 30; c/c postale n. 12345678; р/с 40702810900000012345; CLABE 012180001182345671
    form: whole(
      new RegExp(`${accounts}${numberSign} ?\\d`, 'iu'),
      `(?<=(?<![\\p{L}\\d])${accounts}${numberSign} ?)\\d[\\d./-]{0,26}(?: [\\d./-]{1,8}){0,6}(?<=\\d)(?![\\p{L}\\d]|[-+/() ]{1,3}\\d)`,
      'giu',
    ),
    is: (found) => isIdentifier(found) && !found.startsWith('0800'),
  },
  {
    what: 'an identifier after its capitals',
    // Of a German clinic, of a Canadian medicine, of a Russian bank: in small letters they are words.
    form: whole(
      /IK|DIN|CNS|SUS|БИК|PC|756/,
      String.raw`(?<=(?<![\p{L}\d])(?:IK(?:-Nr\.)?|БИК):? )\d{9}${end}|(?<=(?<![\p{L}\d])PC:? )\d\d-\d{1,6}-\d${end}|${start}756\.\d{4}\.\d{4}\.\d\d${end}|(?<=(?<![\p{L}\d])DIN:? )0\d{7}${end}|(?<=(?<![\p{L}\d])(?:CNS|SUS):? (?:n[.o°º]{1,2} )?)[1-9]\d{2} ?\d{4} ?\d{4} ?\d{4}${end}`,
    ),
  },
  {
    what: 'a licence with its letters',
    // A012-345-678; лицензия № ЛО-77-01-012345, Л041-01137-77/00368392
    form: whole(
      /[A-Z]\d{3}-\d{3}-\d{3}|[А-Я]\d{0,3}-\d\d/,
      String.raw`(?<![\p{L}\d-])[A-Z]\d{3}-\d{3}-\d{3}${end}|(?<=(?:№|No) ?)[А-Я]{2}-\d\d-\d\d-\d{6}${end}|(?<=(?:№|No) ?)[А-Я]\d{3}-\d{5}-\d\d/\d{8}${end}`,
    ),
  },
  {
    what: 'a number of a register with its year',
    isPlain: true,
    // Reg. No. 1234/2010, पंजीकरण सं. 1234/2010; usajili OP.218/051/2001/0188, दर्ता नं. 102/2065/66
    form: whole(
      /\d[/-](?:(?:1[89]|20)\d\d|25[4-9]\d)|\d\/\d{1,7}\/\d|[A-Z][./-]\d/,
      `(?<=(?<![\\p{L}\\d])${registers}(?: ?(?:n[o°ºa]?|nr|nomor|सं|नं|संख्या|رقم|شماره|نمبر|নং|எண்|நం|నం|નં|ਨੰ|number|numarası|համար|ቁጥር|αριθ)\\.?)?[:.]? ?)(?:[1-9]\\d{0,4}/(?:${year}|25[4-9]\\d)|\\d{3,5}-${year}|[1-9]\\d{0,5}/\\d{2,4}/\\d{2,4}|(?!TEL|FAX|SMS|TXT)[A-Z]{1,6}[./-]\\d{1,7}(?:/\\d{1,7}){1,4})${end}`,
      'giu',
    ),
    is: (found) => /^\d{1,5}\/\d{4}$/.test(found) || isIdentifier(found),
  },
  {
    what: 'a norm of who makes norms',
    // ГОСТ Р 52872-2019, GB/T 32610-2016, СанПиН 3.3686-21
    form: whole(
      new RegExp(`${normBodies}[ /].{0,12}\\d`),
      `(?<=(?<![\\p{L}\\d])${normBodies}(?:[ /-](?:[TZQRРФ]|EN|ISO|IEC|IEEE|ИСО|МЭК)){0,3} )\\d{1,6}(?:\\.\\d{1,6}){0,3}(?:-\\d{1,3})?[-:]${year}${end}|(?<=(?<!\\p{L})(?:Д?Сан[ПН][иі][НH]|СП|ГН|СНиП|ГОСТ(?: Р)?) )\\d{1,5}(?:\\.\\d{1,5}){0,3}-\\d\\d${end}`,
    ),
    is: isIdentifier,
  },
  {
    what: 'a paper with its day',
    // наказ від 19.01.2023 № 102, приказ № 104 от 19 января 2023 г.: after “no” in all its forms, which are read in NFKC.
    form: whole(
      /No ?\d/,
      `(?<=(?<!\\p{L})(?:від|от|од|ад|ot|od) \\d{1,2}(?:\\.\\d{1,2}\\.| \\p{L}{3,9} )\\d{4}(?: ?(?:року|года|р|г)\\.?)?,? No ?(?:\\d{1,5}(?:,| та| і| й| и) No ?){0,4})\\d{1,5}${end}|(?<=(?<!\\p{L})No ?)\\d{1,5}(?= (?:від|от|од|ад|ot|od) \\d{1,2}(?:\\.\\d{1,2}\\.| \\p{L}{3,9} )\\d{4})`,
    ),
  },
  {
    what: 'a case at court, a protocol or an order with its year',
    // № 757/12345/23-ц; Esas No: 2023/1234; Αρ. πρωτ. 1126/12-3-2026; A.O. No. 2020-0041; lwa 2014-143
    form: whole(
      /\d[./-]\d|ρωτ/,
      `(?<=(?<!\\p{L})No ?)\\d{1,4}/\\d{1,6}/\\d\\d(?:-\\p{Script=Cyrillic}{1,2})?${end}|(?<=(?<!\\p{L})(?:(?:Esas|Karar)(?: No)?[.:]? ?|[EK]\\. ))${year}/\\d{1,6}${end}|(?<=(?<!\\p{L})[ΑΆ]ρ(?:ιθ)?\\. ?[Ππ]ρωτ\\.?:? ?)\\d{1,7}(?:/${day}[-./]${month}[-./]${year})?${end}|(?<=(?<!\\p{L})(?:(?:[AD]\\.O\\.|Order|Circular) (?:No\\.|Blg\\.) |(?:[Ll]wa|[Dd]ekrè) (?:n[o°]\\.? ?)?))${year}-\\d{2,4}${end}|(?<=স্মারক ?(?:নং|নম্বর)?[:-]? ?)\\d[\\d.]{4,40}(?<=\\d)${end}`,
    ),
  },
  {
    what: 'a number that one country’s registers give',
    // CHE-108.943.632 of Switzerland; 12345 6789 RR0001 and 22-210-01W of Canada; 01234/BYT-GPHĐ of Vietnam; AHU-0012345.AH.01.04; LTO-3000001234567
    form: whole(
      /CHE|RR ?\d{4}|\d-\d{3}-\d\d[A-Z]|\d\/[A-ZĐ]{2}|AHU|LTO|CPR/,
      `(?<![\\p{L}\\d-])CHE-?\\d{3}\\.\\d{3}\\.\\d{3}${end}|${start}\\d{5} ?\\d{4} ?RR ?\\d{4}${end}|${start}\\d\\d-\\d{3}-\\d\\d[A-Z]{1,2}${end}|(?<=(?<!\\p{L})số ?)\\d{1,6}/[A-ZĐ]{2,6}(?:-[A-ZĐ]{2,6}){0,2}(?![\\p{L}\\d])|(?<![\\p{L}\\d-])AHU-\\d{7}\\.AH\\.\\d\\d\\.\\d\\d(?!\\d)|(?<![\\p{L}\\d-])(?:LTO|CPR)-\\d{10,14}${end}`,
    ),
  },
  {
    what: 'a number with the years of its account',
    // 80G No. 112/2011-12
    form: whole(
      /\/20\d\d-\d\d/,
      String.raw`(?<=(?<!\p{L})(?:No|Nos|सं|संख्या|नं)\.? ?)[1-9]\d{0,4}/20\d\d-\d\d${end}`,
    ),
    is: (found) => (Number(found.slice(-5, -3)) + 1) % 100 === Number(found.slice(-2)),
  },
];
