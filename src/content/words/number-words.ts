/**
 * Words for numbers, by language, as numbers are dictated: in a row each stands for one more than the one before; several for one
 * are parted by a stroke, and `-` is none. Articles (“un”, “ein”) are apart: they count one thing. Read in small letters, without
 * marks. Data.
 */
interface SpokenWords {
  /** From nought. */
  readonly units: string;
  /** From ten on, by ones. */
  readonly teens?: string;
  /** From ten on, by tens. */
  readonly tens?: string;
  /** From a hundred on, by hundreds: in one word. */
  readonly hundreds?: string;
}

// Of Haitian Creole two and seven are French “of” and English “set” too, and say nothing.
export const spokenWords: Readonly<Record<string, SpokenWords>> = {
  am: { units: 'ዜሮ አንድ ሁለት ሦስት/ሶስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ' },
  ar: { units: 'صفر واحد اثنان/اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة' },
  bn: { units: 'শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়' },
  de: {
    units: 'null eins zwei/zwo drei vier funf sechs sieben acht neun',
    teens: 'zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: '- zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
    hundreds: 'hundert/einhundert - - - - - - achthundert neunhundert',
  },
  el: { units: 'μηδέν ένα/μία δύο τρία τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά' },
  en: {
    units: 'zero/oh/nought one two three four five six seven eight nine',
    teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: '- twenty thirty forty fifty sixty seventy eighty ninety',
  },
  es: {
    units: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
    teens:
      'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve - veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
    tens: '- veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundreds:
      'cien/ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
  },
  fa: { units: 'صفر یک دو سه چهار پنج شش هفت هشت نه' },
  fil: { units: 'sero isa dalawa tatlo apat lima anim pito walo siyam' },
  fr: {
    units: 'zero - deux trois quatre cinq six sept huit neuf',
    teens: '- onze douze treize quatorze quinze seize',
    tens: 'dix vingt trente quarante cinquante soixante septante huitante/octante nonante',
    hundreds: 'cent',
  },
  gu: { units: 'શૂન્ય એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ' },
  he: { units: 'אפס אחת/אחד שתיים/שניים שלוש ארבע חמש שש שבע שמונה תשע' },
  hi: { units: 'शून्य एक दो तीन चार पाँच/पांच छह/छः सात आठ नौ' },
  ht: { units: 'zewo youn - twa kat senk sis - uit/wit nèf' },
  hy: { units: 'զրո մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը/ինն' },
  it: {
    units: 'zero - due tre quattro cinque sei sette otto nove',
    teens: 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: '- venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    hundreds: 'cento duecento trecento quattrocento cinquecento seicento settecento ottocento novecento',
  },
  ka: { units: 'ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა' },
  ne: { units: 'शून्य एक दुई तीन चार पाँच छ सात आठ नौ' },
  pa: { units: 'ਸਿਫ਼ਰ/ਸਿਫਰ ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ/ਨੌ' },
  pl: {
    units: 'zero jeden/jedna dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć',
    teens:
      'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
    tens: '- dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    hundreds: 'sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset',
  },
  ps: { units: 'صفر یو دوه درې څلور پنځه شپږ اووه اته نهه' },
  pt: {
    units: 'zero - dois/duas tres quatro cinco seis/meia sete oito nove',
    teens:
      'dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
    tens: '- vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundreds:
      'cem/cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
  },
  ro: { units: 'zero unu/una doi/două trei patru cinci șase șapte opt nouă' },
  ru: {
    units: 'ноль/нуль один/одна два/две три четыре пять шесть семь восемь девять',
    teens:
      'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    tens: '- двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    hundreds: 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот',
  },
  so: { units: 'eber kow/hal laba saddex afar shan lix toddoba siddeed sagaal' },
  sw: { units: 'sifuri moja mbili tatu nne tano sita saba nane tisa' },
  ta: { units: 'பூஜ்ஜியம்/பூஜ்யம் ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது' },
  te: { units: 'సున్నా ఒకటి రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది' },
  tr: { units: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz' },
  uk: {
    units: 'нуль один/одна два/дві три чотири пять шість сім вісім девять',
    teens:
      'десять одинадцять дванадцять тринадцять чотирнадцять пятнадцять шістнадцять сімнадцять вісімнадцять девятнадцять',
    tens: '- двадцять тридцять сорок пятдесят шістдесят сімдесят вісімдесят девяносто',
    hundreds: 'сто двісті триста чотириста пятсот шістсот сімсот вісімсот девятсот',
  },
  ur: { units: 'صفر ایک دو تین چار پانچ چھ سات آٹھ نو' },
  vi: { units: 'không một hai ba bốn năm sáu bảy tám chín' },
};

/** Articles, which are a one between numbers alone: três um cinco. */
export const articles: ReadonlySet<string> = new Set(['um', 'un', 'ein']);
/** Follows a number: eight hundred. */
export const hundredWords: ReadonlySet<string> = new Set(['hundred', 'cent', 'cents', 'hundert']);
/** Stand between a ten and its unit: treinta y uno. */
export const tenJoiners: ReadonlySet<string> = new Set(['y', 'et', 'e']);
/** Stands between a hundred and what is added: one hundred and twelve. */
export const hundredJoiner = 'and';
/** After a four: eighty. */
export const scores: ReadonlySet<string> = new Set(['vingt', 'vingts']);
/** Say a digit more than once. */
export const repeaters: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['doble', 2],
  ['triple', 3],
]);

/** The same where words stand without spaces between: the digits from nought, and what multiplies the one before. */
export const unpartedSpokenWords: Readonly<
  Record<string, { readonly units: string; readonly times: Readonly<Record<string, number>> }>
> = {
  ko: {
    units: '영/공/령 일/하나 이/둘 삼/셋 사/넷 오/다섯 육/륙/여섯 칠/일곱 팔/여덟 구/아홉',
    times: { 십: 10, 백: 100, 천: 1000 },
  },
  th: {
    units: 'ศูนย์ หนึ่ง/เอ็ด สอง/ยี่/โท สาม สี่ ห้า หก เจ็ด แปด เก้า',
    times: { สิบ: 10, ร้อย: 100, พัน: 1000 },
  },
  lo: {
    units: 'ສູນ ໜຶ່ງ/ນຶ່ງ/ເອັດ ສອງ/ຊາວ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ',
    times: { ສິບ: 10, ຮ້ອຍ: 100, ພັນ: 1000 },
  },
  km: {
    units: 'សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ/ប្រាំពីល ប្រាំបី ប្រាំបួន',
    times: { ដប់: 10, រយ: 100, ពាន់: 1000 },
  },
  my: {
    units: 'သုည တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ်/ခုနှစ် ရှစ် ကိုး',
    times: { ဆယ်: 10, ရာ: 100, ထောင်: 1000 },
  },
  ja: {
    units:
      'ゼロ/れい/レイ/まる/マル いち/イチ に/ニ/にい/ニー/にー さん/サン よん/し/ヨン/シ ご/ゴ/ごう/ゴー/ごー ろく/ロク なな/しち/ナナ/シチ はち/ハチ きゅう/く/キュウ/キュー/ク',
    times: { じゅう: 10, ジュウ: 10, ひゃく: 100, ヒャク: 100, せん: 1000 },
  },
  zh: {
    units: '〇/零/○ 一/壱/壹/幺 二/貳/贰/弐/两/兩 三/参/參/叁 四 五/伍 六 七 八 九',
    times: { 十: 10, 拾: 10, 百: 100, 千: 1000 },
  },
};

/** Each word of a row with what it stands for. */
export function valuesOf(
  row: string,
  from = 0,
  step = 1,
): readonly (readonly [word: string, value: number])[] {
  return row
    .split(' ')
    .flatMap((words, i) =>
      words.split('/').flatMap((word) => (word === '-' ? [] : [[word, from + step * i] as const])),
    );
}
