/** Twice a day is morning and night: matin et soir, 朝晩. */
const morning: Readonly<Record<string, string>> = {
  en: 'morning',
  es: 'mañana',
  fr: 'matin',
  de: 'morgen früh',
  pt: 'manhã',
  it: 'mattin',
  pl: 'rano ranem',
  ru: 'утр',
  uk: 'вранці зранку ранк',
  ro: 'diminea',
  tr: 'sabah',
  vi: 'sáng',
  ko: '아침',
  zh: '早',
  ja: '朝',
  ar: 'صباح',
  fa: 'صبح',
  ur: 'صبح',
  ps: 'سهار',
  he: 'בוקר',
  hi: 'सुबह',
  ne: 'बिहान',
  bn: 'সকাল',
  gu: 'સવાર',
  pa: 'ਸਵੇਰ',
  ta: 'காலை',
  te: 'ఉదయం',
  th: 'เช้า',
  lo: 'ເຊົ້າ',
  km: 'ព្រឹក',
  my: 'မနက်',
  am: 'ጠዋት',
  hy: 'առավոտ',
  ka: 'დილ',
  el: 'πρωί',
  so: 'subax',
  sw: 'asubuhi',
  ht: 'maten',
  fil: 'umaga',
};

/** True where a text speaks of the morning: what is done then, and in the evening, is done twice a day. */
export function saysMorning(text: string, tag: string): boolean {
  const read = text.normalize('NFKC').toLowerCase();
  return (
    morning[tag.split('-')[0]!]?.split(' ').some((word) => read.includes(word.normalize('NFKC'))) ?? false
  );
}
