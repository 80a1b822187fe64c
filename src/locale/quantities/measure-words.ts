/**
 * Words by which languages measure, beside those that CLDR has for time, weight and shares: how often, how many tablets, and what CLDR
 * has in one form only. In small letters; `*` ends the beginning of a word. Data.
 */

/** Signs and words that are the same in many languages: they are looked for in all. */
export const signs: Readonly<Record<string, string>> = {
  '%': '% ٪',
  '°': '°',
  '€': '€ euro euros евро євро ευρώ يورو یورو यूरो ইউরো 欧元 歐元 ユーロ 유로 ยูโร ევრო եվրո ዩሮ',
  $: '$ dollar* dólar* долар* доллар* dolar* δολάρι* دولار* دالر ڈالر דולר* डॉलर ডলার ડોલર ਡਾਲਰ டாலர்* డాలర్* ดอลลาร์ ໂດລາ ដុល្លារ ဒေါ်လာ ዶላር դոլար* დოლარ* doolar dola dolyar* đô_la 美元 美金 ドル 달러',
  '£': '£',
  '₹': '₹ रुपये रुपए টাকা',
  mcg: 'mcg מק"ג מק״ג µg μg мкг микрограм* мікрограм* mikrogram* microgram* microgramm* mikwogram* maykaroogaraam* mikrogramu μικρογραμμάρι* microgam mikrogramm* מקג מקגרם מיקרוגרם* مكغ مكج ميكروجرام* มคก ไมโครกรัม մկգ միկրոգրամ* მკგ მიკროგრამ* ማይክሮግራም மைக்ரோகிராம்* మైక్రోగ్రాము* 微克 マイクログラム 마이크로그램 ไมโครกรัม ميكروغرام* میکروگرم माइक्रोग्राम মাইক্রোগ্রাম',
  mg: 'mg mgs मि.ग्रा மி.கி మి.గ్రా মি.গ্রা મિ.ગ્રા ਮਿ.ਗ੍ਰਾ ሚ.ግ מ"ג מ״ג م.غ milligramm* miligramu мг миллиграм* міліграм* milligram* miligram* milligrammi 毫克 ミリグラム 밀리그램 มก มิลลิกรัม ມກ ມິລິກຣາມ ມິນລິກຣາມ មក មីលីក្រាម မီလီဂရမ် ملغ ملجم مجم مغ ملليغرام مليغرام ميليغرام میلیگرم میلی‌گرم ملیگرام मिग्रा मिलीग्राम মিগ্রা মিলিগ্রাম મિગ્રા મિલિગ્રામ ਮਿਲੀਗ੍ਰਾਮ மிகி மில்லிகிராம் మిగ్రా మిల్లీగ్రాము* ሚግ ሚሊግራም մգ միլիգրամ* მგ მილიგრამ* χιλιοστόγραμμ* מג',
  ml: 'ml мл मि.ली मि.लि மி.லி మి.లీ మి.లి মি.লি મિ.લી ሚ.ሊ מ"ל מ״ל millilit* mililit* миллилитр* мілілітр* χιλιοστόλιτρ* 毫升 ミリリットル 밀리리터 มล มิลลิลิตร مل ملل میلیلیتر میلی‌لیتر מל मिली मिलीलीटर মিলি મિલી ਮਿਲੀਲੀਟਰ மிலி మిలీ మిల్లీలీటర్* မီလီလီတာ ሚሊ մլ მლ',
  g: 'g г',
  kg: 'kg кг kilo kilos кило',
  km: 'km км',
  cm: 'cm см',
  mm: 'mm мм',
  hour: 'h hrs hr',
  minute: 'min mins',
};

/** How often something is done, how many of what is swallowed, and more words for spans of time. */
interface Measures {
  /** Words have endings of many kinds: what CLDR has is the beginning of one. */
  readonly hasEndings?: true;
  readonly times: string;
  readonly pieces: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** By the language of a tag. */
export const measures: Readonly<Record<string, Measures>> = {
  en: { times: 'times time', pieces: 'tablet* pill pills capsule*', more: { week: 'fortnight fortnights' } },
  es: { times: 'veces vez', pieces: 'tableta* pastilla* comprimido* píldora* cápsula*' },
  fr: {
    times: 'fois',
    pieces: 'comprimé* pilule* gélule* cachet* capsule*',
    more: { year: 'année années' },
  },
  de: {
    times: 'mal male',
    pieces: 'tablette* pille* kapsel*',
    more: {
      minute: 'minütig*',
      hour: 'stündig* std',
      day: 'tägig*',
      week: 'wöchig*',
      month: 'monatig*',
      year: 'jährig*',
    },
  },
  pt: { times: 'vezes vez', pieces: 'comprimido* pílula* cápsula*' },
  it: { times: 'volte volta', pieces: 'compress* pillol* capsul* pastigli*' },
  pl: {
    times: 'razy raz',
    pieces: 'tablet* pigułk* kapsuł*',
    more: {
      hour: 'godzinn*',
      day: 'doby dób doba dobę dniow* dniach',
      week: 'tygodniow*',
      month: 'miesiąc* miesięc*',
      year: 'letni*',
    },
  },
  ru: {
    times: 'раза раз кратно',
    pieces: 'таблет* капсул* пилюл* табл',
    more: {
      minute: 'минутн*',
      hour: 'часов* час',
      day: 'сутки суток сутками дневн* дн',
      week: 'недел*',
      month: 'месяц* месячн*',
      year: 'летн* лет',
    },
  },
  uk: {
    times: 'рази раз разів',
    pieces: 'таблет* капсул* пігул* табл',
    more: { hour: 'годинн*', day: 'доби діб добу денн*', week: 'тижн*', month: 'місяч*', year: 'річн*' },
  },
  ro: { times: 'ori', pieces: 'comprimat* tablet* pastil* capsul*' },
  tr: { hasEndings: true, times: 'kez kere defa', pieces: 'tablet* hap* kapsül*' },
  vi: { times: 'lần', pieces: 'viên', more: { hour: 'tiếng' } },
  ko: {
    times: '회 번',
    pieces: '정 알 캡슐',
    more: { week: '주', month: '달', day: '일' },
  },
  zh: {
    times: '次 回',
    pieces: '片 粒 颗 顆',
    more: { day: '日 天', week: '周 週 星期 礼拜 禮拜', month: '个月 個月' },
  },
  ja: {
    times: '回',
    pieces: '錠 粒 カプセル',
    more: { day: '日間 日', week: '週', month: 'ヶ月 カ月 ヵ月 箇月' },
  },
  ar: {
    times: 'مرات مرة',
    pieces: 'أقراص قرص قرصا قرصًا حبات حبة حبوب كبسولات كبسولة',
    more: { year: 'عام عاما عامًا أعوام', day: 'يوما', week: 'أسبوعا', month: 'شهرا' },
  },
  fa: { times: 'بار مرتبه', pieces: 'قرص کپسول' },
  ur: { times: 'بار مرتبہ دفعہ', pieces: 'گولی گولیاں گولیوں کیپسول' },
  ps: {
    times: 'ځله ځل',
    pieces: 'ګولۍ',
    more: { hour: 'ساعته ساعتونه ساعتونو', day: 'ورځو', week: 'اونیو', month: 'میاشتو', year: 'کلونو' },
  },
  he: { times: 'פעמים', pieces: 'כדורים כדור טבליות טבליה כמוסות כמוסה', more: { day: 'יממות' } },
  hi: { hasEndings: true, times: 'बार', pieces: 'गोली गोलियाँ गोलियां टैबलेट कैप्सूल' },
  ne: { hasEndings: true, times: 'पटक चोटि', pieces: 'चक्की ट्याब्लेट गोली' },
  bn: { hasEndings: true, times: 'বার', pieces: 'ট্যাবলেট* ক্যাপসুল* বড়ি*' },
  gu: { hasEndings: true, times: 'વખત વાર', pieces: 'ગોળી* ટેબ્લેટ* કેપ્સ્યુલ*' },
  pa: { hasEndings: true, times: 'ਵਾਰ', pieces: 'ਗੋਲੀ ਗੋਲੀਆਂ ਕੈਪਸੂਲ' },
  ta: {
    hasEndings: true,
    times: 'முறை தடவை',
    pieces: 'மாத்திரை*',
    more: { day: 'நாட்கள* நாட்க*', week: 'வாரங்கள*', month: 'மாதங்கள*' },
  },
  te: { hasEndings: true, times: 'సార్లు', pieces: 'మాత్ర* టాబ్లెట్*' },
  th: { times: 'ครั้ง หน', pieces: 'เม็ด แคปซูล', more: { hour: 'ชม' } },
  lo: { times: 'ຄັ້ງ ເທື່ອ', pieces: 'ເມັດ' },
  km: { times: 'ដង', pieces: 'គ្រាប់', more: { week: 'សប្តាហ៍ អាទិត្យ' } },
  my: { times: 'ကြိမ်', pieces: 'လုံး ပြား', more: { week: 'ပတ်', day: 'ရက် နေ့', hour: 'နာရီ', month: 'လ' } },
  am: { times: 'ጊዜ', pieces: 'ኪኒን* ክኒን* እንክብል', more: { day: 'ቀን ቀናት', hour: 'ሰዓት ሰዓታት' } },
  hy: { hasEndings: true, times: 'անգամ', pieces: 'հաբ* դեղահաբ* պատիճ*' },
  ka: {
    hasEndings: true,
    times: 'ჯერ',
    pieces: 'ტაბლეტ* აბი კაფსულ*',
    more: { day: 'დღ*', week: 'კვირ*', hour: 'საათ*', month: 'თვ*', year: 'წლ*' },
  },
  el: { times: 'φορές', pieces: 'δισκί* χάπι* κάψουλ*', more: { day: '24ωρα μέρες ημερών ήμερη*' } },
  so: {
    times: 'jeer',
    pieces: 'kiniin*',
    more: {
      hour: 'saac saacadood',
      day: 'maalmood maalin',
      week: 'toddobaad',
      month: 'bilood',
      minute: 'daqiiqo daqiiqadood',
    },
  },
  sw: { times: 'mara', pieces: 'vidonge kidonge tembe kapsuli' },
  ht: {
    times: 'fwa',
    pieces: 'grenn konprime kapsil',
    more: { minute: 'minit', hour: 'èdtan', day: 'jou', week: 'semèn', month: 'mwa', year: 'ane an' },
  },
  fil: { times: 'beses ulit', pieces: 'tableta* kapsula*' },
};

/** Spoons, by language: one for soup takes three times what one for tea does, and is named in many ways by the other. */
export const spoons: Readonly<Record<string, { readonly tablespoon: string; readonly teaspoon: string }>> = {
  en: { tablespoon: 'tablespoon tablespoons tbsp', teaspoon: 'teaspoon teaspoons tsp' },
  es: {
    tablespoon: 'cucharada cucharadas',
    teaspoon:
      'cucharadita cucharaditas cucharada_de_té cucharadas_de_té cucharada_pequeña cucharadas_pequeñas cucharada_de_café cucharadas_de_café',
  },
  fr: {
    tablespoon: 'cuillère_à_soupe cuillères_à_soupe cuillerée_à_soupe cuillerées_à_soupe',
    teaspoon:
      'cuillère_à_café cuillères_à_café cuillère_à_thé cuillères_à_thé cuillerée_à_café cuillerées_à_café',
  },
  de: { tablespoon: 'esslöffel el', teaspoon: 'teelöffel tl' },
  pt: {
    tablespoon: 'colher_de_sopa colheres_de_sopa',
    teaspoon: 'colher_de_chá colheres_de_chá',
  },
  it: { tablespoon: 'cucchiaio cucchiai', teaspoon: 'cucchiaino cucchiaini' },
  pl: { tablespoon: 'łyżka łyżki łyżek łyżkę', teaspoon: 'łyżeczka łyżeczki łyżeczek łyżeczkę' },
  ru: {
    tablespoon: 'столовая_ложка столовую_ложку столовые_ложки столовых_ложки столовых_ложек',
    teaspoon: 'чайная_ложка чайную_ложку чайные_ложки чайных_ложки чайных_ложек',
  },
  uk: {
    tablespoon: 'столова_ложка столову_ложку столові_ложки столових_ложок',
    teaspoon: 'чайна_ложка чайну_ложку чайні_ложки чайних_ложок',
  },
  ro: { tablespoon: 'lingură linguri', teaspoon: 'linguriță lingurițe' },
  tr: { tablespoon: 'yemek_kaşığı', teaspoon: 'çay_kaşığı tatlı_kaşığı' },
  vi: {
    tablespoon: 'muỗng_canh thìa_canh muỗng_súp',
    teaspoon: 'muỗng_cà_phê thìa_cà_phê muỗng_trà',
  },
  zh: { tablespoon: '汤匙 湯匙 大匙', teaspoon: '茶匙 小匙' },
  ko: { tablespoon: '큰술 테이블스푼', teaspoon: '작은술 티스푼 찻숟갈' },
  ar: { tablespoon: 'ملعقة_كبيرة ملاعق_كبيرة', teaspoon: 'ملعقة_صغيرة ملاعق_صغيرة' },
};
