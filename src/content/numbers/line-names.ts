const words = (list: string) => list.split('|');

/**
 * What a line or its number is called, by language, where that is said behind the number: “394 is the national helpline”, “1522
 * Numero antiviolenza”. One line: what counts several has another form. In small letters; `*` ends the beginning of a word. Data.
 */
interface LineName {
  readonly names: readonly string[];
  /** Right behind a number without a word between: where several have another form, or a word for what is counted. */
  readonly isDirect?: true;
  /** Of a language in which another noun may follow that it belongs to: helpline calls. */
  readonly isOfCompounds?: true;
  /** What it is called for: before a number it may be counted. */
  readonly isOfWhat?: true;
}

export const lineNames: Readonly<Record<string, LineName>> = {
  am: { names: words('የእርዳታ መስመር|የስልክ መስመር|የአደጋ ጊዜ ቁጥር|የአደጋ ጊዜ ስልክ') },
  ar: {
    names: words('خط المساعدة|الخط الساخن|خط النجدة|خط نجدة|رقم الطوارئ|خط الدعم|الرقم المجاني|رقم المساعدة'),
    isDirect: true,
  },
  bn: { names: words('হেল্পলাইন|হটলাইন|জরুরি নম্বর|সহায়তা নম্বর') },
  de: {
    names: words(
      'hotline|helpline|hilfetelefon|krisentelefon|sorgentelefon|kummertelefon|elterntelefon|jugendtelefon|notruf|giftnotruf|notrufnummer|notfallnummer|rufnummer|telefonnummer|nummer der telefonseelsorge|nummer der polizei|nummer der feuerwehr|krisendienst',
    ),
    isDirect: true,
    isOfCompounds: true,
  },
  emergency: {
    names: words('emergencia|urgence|emergenza|emergência|urgență|notfall'),
    isDirect: true,
    isOfWhat: true,
  },
  el: { names: words('γραμμή|αριθμός έκτακτης|αριθμός κλήσης|τηλεφωνική γραμμή'), isDirect: true },
  en: {
    names: words(
      'helpline|hotline|lifeline|childline|warmline|textline|crisis line|support line|help line|hot line|phone line|telephone line|text line|advice line|information line|emergency line|suicide line|toll-free line|emergency number|crisis number|phone number|telephone number|toll-free number|number to call|number to dial|number to text',
    ),
    isDirect: true,
    isOfCompounds: true,
  },
  // Of several that stand in a row.
  'en-many': { names: words('emergency numbers|crisis numbers|phone numbers|telephone numbers') },
  es: {
    names: words(
      'línea|teléfono|número de emergencia|número de emergencias|número de teléfono|número gratuito|número nacional|número único',
    ),
    isDirect: true,
  },
  fa: { names: words('خط کمک|خط اضطراری|خط مشاوره|خط امداد|شماره اضطراری|شماره تلفن') },
  fil: { names: words('hotline|helpline|linya ng tulong|numero ng telepono'), isOfCompounds: true },
  fr: {
    names: words(
      'ligne|numéro d’urgence|numéro vert|numéro national|numéro gratuit|numéro d’écoute|numéro d’appel|numéro unique|numéro européen',
    ),
    isDirect: true,
  },
  gu: { names: words('હેલ્પલાઇન|હેલ્પલાઈન|હોટલાઇન|ઇમરજન્સી નંબર') },
  he: {
    names: words('קו סיוע|קו הסיוע|קו חם|הקו החם|קו חירום|קו החירום|מוקד|מספר חירום|מספר החירום|קו תמיכה'),
    isDirect: true,
  },
  hi: { names: words('हेल्पलाइन|हेल्प लाइन|हॉटलाइन|आपातकालीन नंबर|टोल फ्री नंबर') },
  ht: { names: words('liy èd|liy telefòn|liy dirèk|liy kriz|nimewo ijans|nimewo telefòn') },
  hy: { names: words('թեժ գիծ*|օգնության գիծ*|վստահության գիծ*|հեռախոսահամար*') },
  it: {
    names: words(
      'linea|telefono|numero verde|numero unico|numero antiviolenza|numero di emergenza|numero di pubblica|numero gratuito|numero nazionale',
    ),
    isDirect: true,
  },
  ja: {
    names: words('ホットライン|ヘルプライン|相談電話|相談ダイヤル|いのちの電話|緊急番号|緊急通報|電話番号'),
    isDirect: true,
  },
  ka: { names: words('ცხელი ხაზი|დახმარების ხაზი|ხაზის ნომერი|ნდობის ტელეფონი') },
  km: { names: words('ខ្សែទូរស័ព្ទ|ខ្សែទូរសព្ទ|ខ្សែជំនួយ|លេខបន្ទាន់|លេខទូរស័ព្ទ|លេខទូរសព្ទ') },
  ko: {
    names: words(
      '핫라인|헬프라인|상담전화|상담 전화|긴급전화|긴급 전화|신고전화|긴급번호|생명의전화|전화번호',
    ),
    isDirect: true,
  },
  lo: { names: words('ສາຍດ່ວນ|ເບີສຸກເສີນ|ເບີໂທ'), isDirect: true },
  my: { names: words('အကူအညီလိုင်း|ဟော့လိုင်း|ဖုန်းလိုင်း|အရေးပေါ်ဖုန်း') },
  ne: { names: words('हेल्पलाइन|हटलाइन|आपतकालीन नम्बर') },
  pa: { names: words('ਹੈਲਪਲਾਈਨ|ਹਾਟਲਾਈਨ|ਐਮਰਜੈਂਸੀ ਨੰਬਰ') },
  pl: {
    names: words(
      'telefon|infolinia|linia wsparcia|linia pomocy|numer alarmowy|numer ratunkowy|numer telefonu',
    ),
    isDirect: true,
  },
  ps: { names: words('د مرستې کرښه|د مرستې شمېره|بېړنۍ شمېره') },
  pt: {
    names: words(
      'linha|telefone|número de emergência|número gratuito|número nacional|número de telefone|central de atendimento',
    ),
    isDirect: true,
  },
  ro: {
    names: words('linia|linie|telefonul|telverde|numărul de urgență|numărul unic|numărul de telefon'),
    isDirect: true,
  },
  ru: {
    names: words(
      'горячая линия|линия помощи|линия доверия|телефон|телефон доверия|единый номер|номер экстренн*|номер вызова|номер телефона|служба',
    ),
    isDirect: true,
  },
  so: { names: words('khadka caawinta|khadka telefoonka|khadka tooska|lambarka gurmadka|lambarka degdega*') },
  sw: { names: words('laini ya*|nambari ya dharura|nambari ya simu|namba ya simu|nambari ya msaada') },
  ta: { names: words('உதவி எண்|அவசர எண்|ஹெல்ப்லைன்|உதவி மையம்') },
  te: { names: words('హెల్ప్‌లైన్|హెల్ప్లైన్|హెల్ప్ లైన్|అత్యవసర నంబర్*') },
  th: { names: words('สายด่วน|เบอร์|หมายเลขฉุกเฉิน'), isDirect: true },
  // The word itself says so: 394 yardım hattı may be several.
  tr: { names: words('hattıdır|numarasıdır|merkezidir|telefonudur'), isDirect: true },
  uk: {
    names: words(
      'гаряча лінія|лінія допомоги|лінія довіри|телефон|єдиний номер|номер екстрен*|номер виклику|номер телефону|служба',
    ),
    isDirect: true,
  },
  ur: { names: words('ہیلپ لائن|ہاٹ لائن|ایمرجنسی نمبر') },
  vi: { names: words('đường dây|tổng đài|số điện thoại|số khẩn cấp') },
  zh: {
    names: words(
      '热线|熱線|专线|專線|求助电话|求助電話|援助电话|援助電話|急救电话|急救電話|报警电话|報警電話|紧急电话|緊急電話|电话号码|電話號碼',
    ),
    isDirect: true,
  },
};

/** What says of a number what it is, right behind it: “394 is”, “394 एक”. Data. */
export const isWords: readonly string[] = words(
  'is|are|es|está|est|è|é|ist|είναι|это|це|to|jest|este|e|هو|هي|הוא|היא|là|ni|waa|ay|ay isang|se|se yon|একটি|একটা|என்பது|ஒரு|ఒక|ఒక్క|એક|ਇੱਕ|एक|एउटा|یک|ایک|یو|არის|adalah',
);
/** The same in writing without spaces. */
export const unpartedIsWords: readonly string[] = words('是|为|為|は|는|은|เป็น|คือ|ແມ່ນ|គឺជា|គឺ|သည်');
/** The same behind the name of the line: verbs that stand last. */
export const lastIsWords: readonly string[] = words('है|हो|છે|ਹੈ|است|ہے|ده|دی|ነው|է|არის|ဖြစ်သည်');

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
  ].flatMap((line) => line.split(' ')),
);

/** The same in writing without spaces: “12356是免费的”, “109는 무료입니다”. */
export const unpartedAnswers =
  /^ ?(?:是|为|為|は|는|은|เป็น)?.{0,4}?(?:免费|免費|不收费|不收費|無料|무료|ฟรี|ຟຣີ|ឥតគិតថ្លៃ|အခမဲ့)/u;

/** What hours are called, behind “24”: a number right before “24 hours” is called. In small letters. Data. */
export const hourWords =
  'hours?|hrs?|h|std|stunden|heures|horas|ore|godz|часа|год|години|ώρες|saat|ساعة|ساعت|گھنٹے|שעות|घंटे|घण्टा|ঘণ্টা|மணி|గంట|કલાક|ਘੰਟੇ|時間|小时|小時|시간|ชั่วโมง|ຊົ່ວໂມງ|ម៉ោង|နာရီ|giờ|saa|saacadood|ሰዓት|oras|ժամ|საათ';

/** Verbs that ask to call, in languages in which they stand at the end of what they say. In small letters; each a beginning. Data. */
export const lastCalls: readonly string[] = words(
  'arayın|arayin|çevirin|tuşlayın|कॉल|फ़ोन|फोन|डायल|تماس|زنگ|کال|فون|ਕਾਲ|ਫ਼ੋਨ|ਫੋਨ|કોલ|કૉલ|ફોન|ফোন|কল|அழை|కాల్|ఫోన్|ይደውሉ|ደውሉ|ደውል|დარეკ|전화|電話',
);
