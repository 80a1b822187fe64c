import { type ByLanguage, listed } from './listed.ts';
import { small } from './small.ts';

/**
 * How a text says who runs a line: “Laini ya 1190 inaendeshwa na …”, “1098 … की सेवा है”, “Лінію 1191 утримує фонд”. Words for a line
 * that stand right beside its number, and words for running it or for the service that it is, anywhere behind it. In small letters;
 * `*` ends the beginning of a word. Data.
 */
const lines: ByLanguage = {
  ar: 'خط|الخط',
  bn: 'লাইন|লাইনটি',
  de: 'leitung',
  el: 'γραμμή|γραμμής',
  en: 'line',
  es: 'línea',
  fa: 'خط',
  fil: 'linya|linyang',
  fr: 'ligne',
  he: 'קו|הקו',
  hi: 'लाइन',
  ht: 'liy|liy la',
  it: 'linea',
  pl: 'linia|linię|linii',
  pt: 'linha',
  ro: 'linia|liniei',
  ru: 'линия|линию|линии',
  so: 'khadka',
  sw: 'laini|laini ya',
  tr: 'hat|hattı|hattını|hattın',
  uk: 'лінія|лінію|лінії',
  ur: 'لائن',
  vi: 'đường dây|tổng đài',
};
const runs: ByLanguage = {
  am: 'አገልግሎት*|የሚተዳደር*|ያስተዳድ*',
  ar: 'تدير*|يدير*|تشرف|يشرف|تشغ*|خدمة|تابع*',
  bn: 'সেবা*|পরিচালন*|পরিচালিত',
  de: 'betreib*|betrieb*|getragen|angebot|dienst|finanzier*',
  el: 'λειτουργεί|λειτουργούν|υπηρεσία|διαχειρίζεται',
  en: 'run|runs|operate|operated|operates|managed|funded|staffed|service',
  es: 'operad*|opera|gestiona*|servicio|financia*|administra*|atendid*',
  fa: 'اداره|خدمت|خدمات',
  fil: 'pinatatakbo|pinapatakbo|serbisyo|pinangangasiwaan',
  fr: 'géré*|service|assuré*|financé*|tenu|tenue|animé*|exploité*',
  gu: 'સેવા*|સંચાલ*',
  he: 'מפעיל*|מופעל*|שירות|בהפעלת',
  hi: 'सेवा|संचालित|चलाती|चलाता|चलाते|चलाया',
  ht: 'jere|sèvis',
  hy: 'ծառայությ*|սպասարկ*',
  it: 'gestit*|gestisce|servizio|finanziat*',
  ja: '運営|事業',
  ka: 'სერვის*|მართავს|მომსახურებ*',
  km: 'ដំណើរការ|សេវា',
  ko: '운영',
  lo: 'ບໍລິການ|ດຳເນີນ',
  my: 'ဝန်ဆောင်မှု',
  ne: 'सेवा|सञ्चालन|सञ्चालित',
  pa: 'ਸੇਵਾ|ਚਲਾਉਂਦ*|ਚਲਾਈ',
  pl: 'prowadzi|prowadzą|prowadzon*|usługa|usługą|obsługuj*|finansow*|finansuj*',
  ps: 'خدمت|چلوي',
  pt: 'gerid*|gere|mantid*|serviço|operad*|administrad*',
  ro: 'administr*|serviciu|gestion*',
  ru: 'служба|услуга|ведёт|ведет|обслужива*|финансир*|содержит',
  so: 'maamul*|maamula|adeeg*',
  sw: 'inaendesh*|huduma|inasimamiw*',
  ta: 'சேவை*|நடத்த*|இயக்க*',
  te: 'సేవ*|నిర్వహి*',
  th: 'บริการ|ดำเนินการ',
  tr: 'işlet*|hizmetidir|hizmeti|yürüt*',
  uk: 'утриму*|служба|послуга|обслугов*|фінанс*',
  ur: 'سروس|خدمت|چلات*',
  vi: 'vận hành|dịch vụ|quản lý',
  zh: '运营|運營|营运|營運',
};
const all = (words: ByLanguage) => [...new Set(Object.values(words).flatMap((row) => listed(small(row))))];
export const lineNouns: readonly string[] = all(lines);
export const runningWords: readonly string[] = all(runs);
