import { listed } from './listed.ts';
import { small } from './small.ts';

/**
 * What a line or its number is called, by language, where that is said behind the number: “394 is the national helpline”, “1522
 * Numero antiviolenza”. One line: what counts several has another form. In small letters; `*` ends the beginning of a word. Data.
 */
interface LineName {
  readonly names: string;
  /**
   * Right behind a number, without a word that says what it is: where several have another form, or a word for what is counted. By
   * itself, or with its title before it: “394 National Helpline”.
   */
  readonly direct?: 'alone' | 'titled' | 'described';
  /** Of a language in which another noun may follow that it belongs to: helpline calls. */
  readonly isOfCompounds?: true;
  /** What it is called for: before a number it may be counted. */
  readonly isOfWhat?: true;
}

export const lineNames: Readonly<Record<string, LineName>> = {
  am: { names: 'የእርዳታ መስመር|የስልክ መስመር|የአደጋ ጊዜ ቁጥር|የአደጋ ጊዜ ስልክ' },
  ar: {
    names: 'خط المساعدة|الخط الساخن|خط النجدة|خط نجدة|رقم الطوارئ|خط الدعم|الرقم المجاني|رقم المساعدة',
    direct: 'alone',
  },
  bn: { names: 'হেল্পলাইন|হটলাইন|জরুরি নম্বর|সহায়তা নম্বর' },
  de: {
    names:
      'hotline|helpline|hilfetelefon|krisentelefon|sorgentelefon|kummertelefon|elterntelefon|jugendtelefon|notruf|giftnotruf|notrufnummer|notfallnummer|rufnummer|telefonnummer|nummer der telefonseelsorge|nummer der polizei|nummer der feuerwehr|krisendienst',
    direct: 'titled',
    isOfCompounds: true,
  },
  emergency: {
    names: 'emergencia|urgence|emergenza|emergência|urgență|notfall',
    direct: 'titled',
    isOfWhat: true,
  },
  el: { names: 'γραμμή|αριθμός έκτακτης|αριθμός κλήσης|τηλεφωνική γραμμή', direct: 'titled' },
  en: {
    names:
      'helpline|hotline|lifeline|childline|warmline|textline|crisis line|support line|help line|hot line|phone line|telephone line|text line|advice line|information line|emergency line|suicide line|toll-free line|emergency number|crisis number|phone number|telephone number|toll-free number|number to call|number to dial|number to text',
    direct: 'titled',
    isOfCompounds: true,
  },
  // Of several that stand in a row.
  'en-many': { names: 'emergency numbers|crisis numbers|phone numbers|telephone numbers' },
  es: {
    names:
      'línea|teléfono|número de emergencia|número de emergencias|número de teléfono|número gratuito|número nacional|número único',
    direct: 'titled',
  },
  fa: { names: 'خط کمک|خط اضطراری|خط مشاوره|خط امداد|شماره اضطراری|شماره تلفن' },
  fil: { names: 'hotline|helpline|linya ng tulong|numero ng telepono', isOfCompounds: true },
  fr: {
    names:
      'ligne|numéro d’urgence|numéro vert|numéro national|numéro gratuit|numéro d’écoute|numéro d’appel|numéro unique|numéro européen',
    direct: 'titled',
  },
  gu: { names: 'હેલ્પલાઇન|હેલ્પલાઈન|હોટલાઇન|ઇમરજન્સી નંબર' },
  he: {
    names: 'קו סיוע|קו הסיוע|קו חם|הקו החם|קו חירום|קו החירום|מוקד|מספר חירום|מספר החירום|קו תמיכה',
    direct: 'alone',
  },
  hi: { names: 'हेल्पलाइन|हेल्प लाइन|हॉटलाइन|आपातकालीन नंबर|टोल फ्री नंबर' },
  ht: { names: 'liy èd|liy telefòn|liy dirèk|liy kriz|nimewo ijans|nimewo telefòn' },
  hy: { names: 'թեժ գիծ*|օգնության գիծ*|վստահության գիծ*|հեռախոսահամար*' },
  it: {
    names:
      'linea|telefono|numero verde|numero unico|numero antiviolenza|numero di emergenza|numero di pubblica|numero gratuito|numero nazionale',
    direct: 'titled',
  },
  ja: {
    names: 'ホットライン|ヘルプライン|相談電話|相談ダイヤル|いのちの電話|緊急番号|緊急通報|電話番号',
    direct: 'titled',
  },
  ka: { names: 'ცხელი ხაზი|დახმარების ხაზი|ხაზის ნომერი|ნდობის ტელეფონი' },
  km: { names: 'ខ្សែទូរស័ព្ទ|ខ្សែទូរសព្ទ|ខ្សែជំនួយ|លេខបន្ទាន់|លេខទូរស័ព្ទ|លេខទូរសព្ទ' },
  ko: {
    names: '핫라인|헬프라인|상담전화|상담 전화|긴급전화|긴급 전화|신고전화|긴급번호|생명의전화|전화번호',
    direct: 'titled',
  },
  lo: { names: 'ສາຍດ່ວນ|ເບີສຸກເສີນ|ເບີໂທ', direct: 'alone' },
  my: { names: 'အကူအညီလိုင်း|ဟော့လိုင်း|ဖုန်းလိုင်း|အရေးပေါ်ဖုန်း' },
  ne: { names: 'हेल्पलाइन|हटलाइन|आपतकालीन नम्बर' },
  pa: { names: 'ਹੈਲਪਲਾਈਨ|ਹਾਟਲਾਈਨ|ਐਮਰਜੈਂਸੀ ਨੰਬਰ' },
  pl: {
    names: 'telefon|infolinia|linia wsparcia|linia pomocy|numer alarmowy|numer ratunkowy|numer telefonu',
    direct: 'described',
  },
  ps: { names: 'د مرستې کرښه|د مرستې شمېره|بېړنۍ شمېره' },
  pt: {
    names:
      'linha|telefone|número de emergência|número gratuito|número nacional|número de telefone|central de atendimento',
    direct: 'titled',
  },
  ro: {
    names: 'linia|linie|telefonul|telverde|numărul de urgență|numărul unic|numărul de telefon',
    direct: 'alone',
  },
  ru: {
    names:
      'горячая линия|линия помощи|линия доверия|телефон|телефон доверия|единый номер|номер экстренн*|номер вызова|номер телефона|служба',
    direct: 'described',
  },
  so: { names: 'khadka caawinta|khadka telefoonka|khadka tooska|lambarka gurmadka|lambarka degdega*' },
  sw: { names: 'laini ya*|nambari ya dharura|nambari ya simu|namba ya simu|nambari ya msaada' },
  ta: { names: 'உதவி எண்|அவசர எண்|ஹெல்ப்லைன்|உதவி மையம்' },
  te: { names: 'హెల్ప్‌లైన్|హెల్ప్లైన్|హెల్ప్ లైన్|అత్యవసర నంబర్*' },
  th: { names: 'สายด่วน|เบอร์|หมายเลขฉุกเฉิน', direct: 'alone' },
  // The word itself says so: 394 yardım hattı may be several.
  tr: { names: 'hattıdır|numarasıdır|merkezidir|telefonudur', direct: 'titled' },
  uk: {
    names:
      'гаряча лінія|лінія допомоги|лінія довіри|телефон|єдиний номер|номер екстрен*|номер виклику|номер телефону|служба',
    direct: 'described',
  },
  ur: { names: 'ہیلپ لائن|ہاٹ لائن|ایمرجنسی نمبر' },
  vi: { names: 'đường dây|tổng đài|số điện thoại|số khẩn cấp' },
  zh: {
    names:
      '热线|熱線|专线|專線|求助电话|求助電話|援助电话|援助電話|急救电话|急救電話|报警电话|報警電話|紧急电话|緊急電話|电话号码|電話號碼',
    direct: 'titled',
  },
};

/** What stands in no title: before the name of a line it says that somebody turns to it, “394 nurses called the helpline”. Data. */
export const notInTitles: ReadonlySet<string> = new Set(
  [
    'the a an our their your this that one each every any her his its to via per',
    'der die das dem den des ein eine einer einem einen unser unsere unserer unserem unseren ihre ihrer per über am im zum zur beim',
    'la le l’ un une notre votre leur cette ce au du par el una nuestra nuestro esta al por lo il nostra nostro alla dalla per',
    'o uma um nossa nosso ao à pelo pela para η τη την το στη στην στο μια μία sa ang na',
  ].flatMap((line) => line.split(' ')),
);

/** Words before the name of a line that describe it, in languages without articles: “Единая горячая линия”. */
export const describing = /(?:[ыиоі]й|[ая]я|[оеє]е|ча|на|ька|ова|[yi]|(?<!ł)a)$/;

/** The same in writing without spaces, where words say so that stand beside others: “394位农民拨打了热线”. */
export const unpartedTurns =
  /[をがはにでへも]|[位名个個]|了|拨|撥|打|致[电電]|使用|利用|通过|通過|(?:[이가은는을를]|에서?|에게) /u;

/** What follows the name of a line in writing without spaces where something else is said of it: “394是热线接听的次数”. */
export const unpartedOthers =
  /^(?:の(?!番号|電話)|[にをへがはも]|で(?!す|し|あ)|(?:电话|電話|服务|服務)?的(?!号码|號碼|电话|電話)|接|来电|來電|[件数數次]| ?(?:상담|통화|이용|접수)|에|[이가은는을를] )/u;
/** What is counted, at the end of a label. */
export const unpartedCounts = /(?:[数數]|건수|인원|합계|総計|总计|總計)$/u;

/** What says of a number what it is, right behind it: “394 is”, “394 एक”. Data. */
export const isWords =
  'is|are|es|está|est|è|é|ist|είναι|это|це|to|jest|este|e|هو|هي|הוא|היא|là|ni|waa|ay|ay isang|se|se yon|একটি|একটা|என்பது|ஒரு|ఒక|ఒక్క|એક|ਇੱਕ|एक|एउटा|یک|ایک|یو|არის|adalah';
/** The same in writing without spaces. */
export const unpartedIsWords = '是|为|為|は|는|은|เป็น|คือ|ແມ່ນ|គឺជា|គឺ|သည်';
/** The same behind the name of the line: verbs that stand last. */
export const lastIsWords = 'है|हो|છે|ਹੈ|است|ہے|ده|دی|ነው|է|არის|ဖြစ်သည်';

/** What a line does that a number which counts does not, right behind its number: of one, in small letters. Data. */
export const lineVerbs: ReadonlySet<string> = new Set(
  [
    'answers listens provides offers supports connects operates works has takes',
    'reçoit permet répond écoute propose offre aide oriente accompagne soutient accueille fonctionne',
    'recibe permite ha atiende responde ofrece ayuda brinda orienta escucha acompaña funciona apoya',
    'riceve consente risponde offre aiuta ascolta sostiene accoglie fornisce funziona',
    'recebe permite atende responde oferece ajuda apoia acolhe funciona presta',
    'hilft antwortet berät bietet unterstützt begleitet vermittelt verbindet',
    'работает отвечает помогает оказывает предоставляет доступен доступна бесплатный',
    'працює відповідає допомагає надає доступний доступна безкоштовний',
    'działa odpowiada pomaga oferuje udziela',
    'răspunde oferă ajută funcționează',
    'απαντά προσφέρει λειτουργεί βοηθά παρέχει',
    'ücretsizdir açıktır cevaplar yanıtlar',
    'يعمل يقدم يجيب يستقبل متاح مجاني',
    'فعال رایگان شبانه\u200cروزی شبانهروزی پاسخ',
    'פועל עונה זמין',
  ].flatMap((line) => line.split(' ').map(small)),
);

/** The same in writing without spaces: “12356是免费的”, “109는 무료입니다”. */
export const unpartedAnswers =
  /^ ?(?:是|为|為|は|는|은|เป็น)?.{0,4}?(?:免费|免費|不收费|不收費|無料|무료|ฟรี|ຟຣີ|ឥតគិតថ្លៃ|အခမဲ့)/u;

/** What hours are called, behind “24”: a number right before “24 hours” is called. In small letters. Data. */
export const hourWords =
  'hours?|hrs?|h|std|stunden|heures|horas|ore|godz|часа|год|години|ώρες|saat|ساعة|ساعت|گھنٹے|שעות|घंटे|घण्टा|ঘণ্টা|மணி|గంట|કલાક|ਘੰਟੇ|時間|小时|小時|시간|ชั่วโมง|ຊົ່ວໂມງ|ម៉ោង|နာရီ|giờ|saa|saacadood|ሰዓት|oras|ժամ|საათ';

/** Verbs that ask to call, in languages in which they stand at the end of what they say. In small letters; each a beginning. Data. */
export const lastCalls: readonly string[] = listed(
  'arayın|arayin|çevirin|tuşlayın|कॉल|फ़ोन|फोन|डायल|تماس|زنگ|کال|فون|ਕਾਲ|ਫ਼ੋਨ|ਫੋਨ|કોલ|કૉલ|ફોન|ফোন|কল|அழை|కాల్|ఫోన్|ይደውሉ|ደውሉ|ደውል|დარეკ|전화|電話',
);
