/** How languages say that somebody is there at all hours, and on all days, without a number. By their first subtag; in small letters. Data. */
const hours: Readonly<Record<string, string>> = {
  am: 'ቀንና ሌሊት|ቀን ከሌሊት|ሌት ተቀን',
  ar: 'على مدار الساعة|ليل نهار|ليلا ونهارا|ليلًا ونهارًا|طوال اليوم',
  bn: 'দিনরাত|দিন-রাত|চব্বিশ ঘণ্টা|সার্বক্ষণিক',
  de: 'rund um die uhr|tag und nacht',
  el: 'όλο το 24ωρο|μέρα και νύχτα|μέρα νύχτα|όλο το εικοσιτετράωρο',
  en: '24/7|24 hours a day|round the clock|day and night|night and day',
  es: 'día y noche|de día y de noche|a toda hora|a todas horas|a cualquier hora',
  fa: 'شبانه‌روز|شبانه روز|شب و روز',
  fil: 'araw at gabi|buong araw at gabi|anumang oras',
  fr: 'jour et nuit|nuit et jour|à toute heure',
  gu: 'દિવસ-રાત|દિવસ રાત|ચોવીસે કલાક',
  he: 'סביב השעון|יום ולילה|יומם ולילה|בכל שעה',
  hi: 'चौबीसों घंटे|चौबीसों घण्टे|दिन-रात|दिन रात|रात-दिन',
  ht: 'lajounen kou lannwit|jou kou nwit',
  hy: 'շուրջօրյա|օր ու գիշեր',
  it: 'giorno e notte|notte e giorno|a tutte le ore|a qualsiasi ora',
  ja: '昼夜|いつでも|終日',
  ka: 'დღე და ღამე|დღედაღამ|სადღეღამისო',
  km: 'ទាំងយប់ទាំងថ្ងៃ|ទាំងថ្ងៃទាំងយប់|យប់ថ្ងៃ',
  ko: '밤낮|언제든지|상시',
  lo: 'ທັງເວັນທັງຄືນ|ຕະຫຼອດເວລາ',
  my: 'နေ့ရောညပါ|နေ့ညမပြတ်',
  ne: 'चौबिसै घण्टा|चौबीसै घण्टा|दिनरात|दिन-रात',
  pa: 'ਦਿਨ-ਰਾਤ|ਦਿਨ ਰਾਤ|ਚੌਵੀ ਘੰਟੇ',
  pl: 'całodobowo|całą dobę|dzień i noc|dniem i nocą|o każdej porze',
  ps: 'شپه او ورځ|ورځ او شپه',
  pt: 'dia e noite|de dia e de noite|a qualquer hora|noite e dia',
  ro: 'non-stop|zi și noapte|zi si noapte|la orice oră',
  ru: 'круглосуточно|круглые сутки|днём и ночью|днем и ночью',
  so: 'habeen iyo maalin|maalin iyo habeen',
  sw: 'usiku na mchana|mchana na usiku|wakati wowote',
  ta: 'இரவும் பகலும்|இரவு பகலாக|பகலும் இரவும்',
  te: 'రాత్రింబవళ్ళు|రాత్రింబవళ్లు|పగలు రాత్రి|రాత్రి పగలు',
  th: 'ตลอดวันตลอดคืน|ทั้งวันทั้งคืน|ทั้งกลางวันและกลางคืน|ตลอดเวลา',
  tr: 'gece gündüz|gece ve gündüz|günün her saati|7 gün 24 saat',
  uk: 'цілодобово|вдень і вночі|цілу добу',
  ur: 'چوبیس گھنٹے|دن رات|رات دن',
  vi: 'ngày đêm|cả ngày lẫn đêm|ngày và đêm',
  zh: '全天候|昼夜|晝夜|日夜|不分昼夜',
};
const days: Readonly<Record<string, string>> = {
  am: 'በየቀኑ|ሁልጊዜ',
  ar: 'كل يوم|يوميا|يوميًا|طوال أيام|جميع أيام',
  bn: 'প্রতিদিন|রোজ|সপ্তাহের সব দিন',
  de: 'täglich|jeden tag|alle tage|an allen tagen|ganzjährig|das ganze jahr',
  el: 'κάθε μέρα|καθημερινά|όλες τις ημέρες|όλο τον χρόνο',
  en: '24/7|24 hours 7 days|24 hours, 7 days|24 hours a day 7 days|24 hours a day, 7 days|24 hours seven days|24 hours, seven days|24 hours a day seven days|24 hours a day, seven days|every day|year-round',
  es: 'todos los días|cada día|todo el año|diariamente|a diario',
  fa: 'هر روز|همه‌روزه|همه‌ٔ روزها|همهٔ روزها|همه روزه',
  fil: 'araw-araw|bawat araw|buong taon',
  fr: "tous les jours|chaque jour|toute l’année|toute l'année",
  gu: 'દરરોજ|રોજ|દર રોજ',
  he: 'כל יום|בכל יום|כל ימות השנה|כל השנה',
  hi: 'रोज़|रोज|प्रतिदिन|हर दिन|सभी दिन',
  ht: 'chak jou|tout jou|toulejou',
  hy: 'ամեն օր|առանց հանգստյան',
  it: "tutti i giorni|ogni giorno|tutto l’anno|tutto l'anno",
  ja: '毎日|年中無休',
  ka: 'ყოველდღე|ყოველდღიურად',
  km: 'រាល់ថ្ងៃ|ជារៀងរាល់ថ្ងៃ',
  ko: '매일|연중무휴',
  lo: 'ທຸກມື້|ທຸກວັນ',
  my: 'နေ့စဉ်|နေ့တိုင်း',
  ne: 'हरेक दिन|दैनिक|हप्ताभरि|सधैं',
  pa: 'ਹਰ ਰੋਜ਼|ਰੋਜ਼ਾਨਾ|ਰੋਜ਼',
  pl: 'codziennie|każdego dnia|cały rok',
  ps: 'هره ورځ',
  pt: 'todos os dias|todo dia|cada dia|diariamente|o ano todo|o ano inteiro',
  ro: 'zilnic|în fiecare zi|tot anul',
  ru: 'ежедневно|каждый день|без выходных',
  so: 'maalin kasta|maalin walba',
  sw: 'kila siku|siku zote',
  ta: 'தினமும்|ஒவ்வொரு நாளும்|எல்லா நாட்களும்',
  te: 'ప్రతిరోజూ|ప్రతి రోజు|అన్ని రోజులు',
  th: 'ทุกวัน|ตลอดปี',
  tr: 'her gün|yıl boyu',
  uk: 'щодня|кожного дня|без вихідних',
  ur: 'ہر روز|روزانہ',
  vi: 'mỗi ngày|hàng ngày|hằng ngày|tất cả các ngày|quanh năm',
  zh: '每天|每日|全年|天天',
};

const hasOne = (names: Readonly<Record<string, string>>) => (text: string, tag: string) => {
  const said = text.toLowerCase();
  return names[tag.split('-')[0]!]?.split('|').some((name) => said.includes(name)) === true;
};
/** True where a text says so of all hours, and of all days. */
const [saysAllHours, saysEveryDay] = [hasOne(hours), hasOne(days)];

/** The same in digits: 24 h sur 24, 24時間; 7 j/7, 365日; and both, 24/7. */
const hoursInDigits =
  /(?<![\d.,])24 ?-? ?(?:h|hours?|hrs?|heures|horas|ore|stunden|часа|часов|години|годин|godzin[a-zęąy]*|ώρες|ωρες|ωρο|saat(?:i|in)?|oras|saa|saac|èdtan|è|giờ|tiếng|時間|小时|小時|시간|ชั่วโมง|ຊົ່ວໂມງ|ម៉ោង|နာရီ|ساعة|ساعت|گھنٹے|گھنٹہ|ساعته|שעות|घंटे|घण्टे|घण्टा|ঘণ্টা|ঘন্টা|ਘੰਟੇ|કલાક|மணி நேரம்|மணிநேரம்|గంటలు|గంటలూ|ሰዓት|ժամ|საათი?)(?![a-zà-ÿ])(?: ?(?:sur|su|on|de las|das|de|la|\/|auf) ?24)?(?!\d)|(?<=(?<!\p{L})saa )24(?![\d:])/giu;
const daysInDigits =
  /(?<![\d.,])(?:7 ?(?:j|jours|días|dias|giorni|zile|dni|днів|дней|days|tage|gün|ημέρες|μέρες|ngày|araw|siku|jou|maalmood|日|天|일|วัน|ມື້|ថ្ងៃ|ရက်|أيام|روز|دن|ימים|दिन|দিন|ਦਿਨ|દિવસ|நாட்கள்|రోజులు|ቀናት|ቀን|օր|დღე)(?![a-z])(?: ?(?:sur|su|\/) ?7)?|365)(?!\d)/giu;
const bothInDigits = /(?<![\d.,/])24 ?[/x×] ?7(?![\d/])/gu;

/** A translation without all hours of the day, and all days, in digits, where its source says so in words: “rund um die Uhr” is 24 h sur 24. */
export function withoutAllHoursOf(source: string, translated: string, tag: string): string {
  let rest = translated;
  if (saysAllHours(source, tag)) rest = rest.replace(bothInDigits, ' ').replace(hoursInDigits, ' ');
  return saysEveryDay(source, tag) ? rest.replace(daysInDigits, ' ') : rest;
}
