/**
 * Words for numbers, by language, as numbers are dictated: each with the digits that it stands for. Articles (“un”, “ein”)
 * are apart: they count one thing. Read in small letters, without marks. Data.
 */
interface Spoken {
  /** From nought. */
  readonly units: readonly string[];
  readonly teens: Readonly<Record<string, number>>;
  /** Twenty and on. */
  readonly tens: Readonly<Record<string, number>>;
  /** Whole hundreds in one word. */
  readonly hundreds?: Readonly<Record<string, number>>;
}

export const spoken: readonly Spoken[] = [
  {
    // English
    units: ['zero oh nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
    teens: {
      ...{ ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16 },
      ...{ seventeen: 17, eighteen: 18, nineteen: 19 },
    },
    tens: { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  },
  {
    // Spanish
    units: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
    teens: {
      ...{ diez: 10, once: 11, doce: 12, trece: 13, catorce: 14, quince: 15, dieciseis: 16, diecisiete: 17 },
      ...{ dieciocho: 18, diecinueve: 19, veintiuno: 21, veintidos: 22, veintitres: 23, veinticuatro: 24 },
      ...{ veinticinco: 25, veintiseis: 26, veintisiete: 27, veintiocho: 28, veintinueve: 29 },
    },
    tens: {
      ...{ veinte: 20, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80 },
      noventa: 90,
    },
    hundreds: {
      ...{ cien: 100, ciento: 100, doscientos: 200, trescientos: 300, cuatrocientos: 400, quinientos: 500 },
      ...{ seiscientos: 600, setecientos: 700, ochocientos: 800, novecientos: 900 },
    },
  },
  {
    // French
    units: ['zero', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
    teens: { onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16 },
    tens: {
      ...{ dix: 10, vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70 },
      ...{ huitante: 80, octante: 80, nonante: 90 },
    },
    hundreds: { cent: 100 },
  },
  {
    // Portuguese
    units: ['zero', '', 'dois duas', 'tres', 'quatro', 'cinco', 'seis meia', 'sete', 'oito', 'nove'],
    teens: {
      ...{ dez: 10, onze: 11, doze: 12, treze: 13, catorze: 14, quatorze: 14, quinze: 15, dezesseis: 16 },
      ...{ dezasseis: 16, dezessete: 17, dezassete: 17, dezoito: 18, dezenove: 19, dezanove: 19 },
    },
    tens: {
      ...{ vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, sessenta: 60, setenta: 70, oitenta: 80 },
      noventa: 90,
    },
    hundreds: {
      ...{ cem: 100, cento: 100, duzentos: 200, trezentos: 300, quatrocentos: 400, quinhentos: 500 },
      ...{ seiscentos: 600, setecentos: 700, oitocentos: 800, novecentos: 900 },
    },
  },
  {
    // German
    units: ['null', 'eins', 'zwei zwo', 'drei', 'vier', 'funf', 'sechs', 'sieben', 'acht', 'neun'],
    teens: {
      ...{ zehn: 10, elf: 11, zwolf: 12, dreizehn: 13, vierzehn: 14, funfzehn: 15, sechzehn: 16 },
      ...{ siebzehn: 17, achtzehn: 18, neunzehn: 19 },
    },
    tens: {
      zwanzig: 20,
      dreissig: 30,
      vierzig: 40,
      funfzig: 50,
      sechzig: 60,
      siebzig: 70,
      achtzig: 80,
      neunzig: 90,
    },
    hundreds: { hundert: 100, einhundert: 100, achthundert: 800, neunhundert: 900 },
  },
  {
    // Italian
    units: ['zero', '', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'],
    teens: {
      ...{ dieci: 10, undici: 11, dodici: 12, tredici: 13, quattordici: 14, quindici: 15, sedici: 16 },
      ...{ diciassette: 17, diciotto: 18, diciannove: 19 },
    },
    tens: {
      venti: 20,
      trenta: 30,
      quaranta: 40,
      cinquanta: 50,
      sessanta: 60,
      settanta: 70,
      ottanta: 80,
      novanta: 90,
    },
    hundreds: {
      ...{ cento: 100, duecento: 200, trecento: 300, quattrocento: 400, cinquecento: 500, seicento: 600 },
      ...{ settecento: 700, ottocento: 800, novecento: 900 },
    },
  },
  {
    // Russian; its units are below
    units: [],
    teens: {
      ...{ десять: 10, одиннадцать: 11, двенадцать: 12, тринадцать: 13, четырнадцать: 14, пятнадцать: 15 },
      ...{ шестнадцать: 16, семнадцать: 17, восемнадцать: 18, девятнадцать: 19 },
    },
    tens: {
      ...{ двадцать: 20, тридцать: 30, сорок: 40, пятьдесят: 50, шестьдесят: 60, семьдесят: 70 },
      ...{ восемьдесят: 80, девяносто: 90 },
    },
    hundreds: {
      ...{ сто: 100, двести: 200, триста: 300, четыреста: 400, пятьсот: 500, шестьсот: 600, семьсот: 700 },
      ...{ восемьсот: 800, девятьсот: 900 },
    },
  },
  {
    // Ukrainian
    units: [],
    teens: {
      ...{
        одинадцять: 11,
        дванадцять: 12,
        тринадцять: 13,
        чотирнадцять: 14,
        пятнадцять: 15,
        шістнадцять: 16,
      },
      ...{ сімнадцять: 17, вісімнадцять: 18, девятнадцять: 19 },
    },
    tens: {
      ...{ двадцять: 20, тридцять: 30, пятдесят: 50, шістдесят: 60, сімдесят: 70, вісімдесят: 80 },
      девяносто: 90,
    },
    hundreds: {
      ...{
        двісті: 200,
        чотириста: 400,
        пятсот: 500,
        шістсот: 600,
        сімсот: 700,
        вісімсот: 800,
        девятсот: 900,
      },
    },
  },
  {
    // Polish
    units: [],
    teens: {
      ...{ dziesięć: 10, jedenaście: 11, dwanaście: 12, trzynaście: 13, czternaście: 14, piętnaście: 15 },
      ...{ szesnaście: 16, siedemnaście: 17, osiemnaście: 18, dziewiętnaście: 19 },
    },
    tens: {
      ...{ dwadzieścia: 20, trzydzieści: 30, czterdzieści: 40, pięćdziesiąt: 50, sześćdziesiąt: 60 },
      ...{ siedemdziesiąt: 70, osiemdziesiąt: 80, dziewięćdziesiąt: 90 },
    },
    hundreds: {
      ...{
        sto: 100,
        dwieście: 200,
        trzysta: 300,
        czterysta: 400,
        pięćset: 500,
        sześćset: 600,
        siedemset: 700,
      },
      ...{ osiemset: 800, dziewięćset: 900 },
    },
  },
];

/** Of other languages the digits alone, from nought, as numbers are dictated there; several words for one parted by spaces. */
const spelled: readonly string[][] = [
  ['ноль нуль', 'один одна', 'два две', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  ['нуль', 'один одна', 'два дві', 'три', 'чотири', 'пять', 'шість', 'сім', 'вісім', 'девять'],
  ['zero', 'jeden jedna', 'dwa dwie', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć'],
  ['zero', 'unu una', 'doi două', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă'],
  ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'],
  ['μηδέν', 'ένα μία', 'δύο', 'τρία', 'τέσσερα', 'πέντε', 'έξι', 'επτά εφτά', 'οκτώ οχτώ', 'εννέα εννιά'],
  ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  ['sifuri', 'moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba', 'nane', 'tisa'],
  ['eber', 'kow hal', 'laba', 'saddex', 'afar', 'shan', 'lix', 'toddoba', 'siddeed', 'sagaal'],
  ['sero', 'isa', 'dalawa', 'tatlo', 'apat', 'lima', 'anim', 'pito', 'walo', 'siyam'],
  ['صفر', 'واحد', 'اثنان اثنين', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة'],
  ['صفر', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه'],
  ['صفر', 'ایک', 'دو', 'تین', 'چار', 'پانچ', 'چھ', 'سات', 'آٹھ', 'نو'],
  ['صفر', 'یو', 'دوه', 'درې', 'څلور', 'پنځه', 'شپږ', 'اووه', 'اته', 'نهه'],
  ['אפס', 'אחת אחד', 'שתיים שניים', 'שלוש', 'ארבע', 'חמש', 'שש', 'שבע', 'שמונה', 'תשע'],
  ['शून्य', 'एक', 'दो', 'तीन', 'चार', 'पाँच पांच', 'छह छः', 'सात', 'आठ', 'नौ'],
  ['शून्य', 'एक', 'दुई', 'तीन', 'चार', 'पाँच', 'छ', 'सात', 'आठ', 'नौ'],
  ['ਸਿਫ਼ਰ ਸਿਫਰ', 'ਇੱਕ ਇਕ', 'ਦੋ', 'ਤਿੰਨ', 'ਚਾਰ', 'ਪੰਜ', 'ਛੇ', 'ਸੱਤ', 'ਅੱਠ', 'ਨੌਂ ਨੌ'],
  ['શૂન્ય', 'એક', 'બે', 'ત્રણ', 'ચાર', 'પાંચ', 'છ', 'સાત', 'આઠ', 'નવ'],
  ['শূন্য', 'এক', 'দুই', 'তিন', 'চার', 'পাঁচ', 'ছয়', 'সাত', 'আট', 'নয়'],
  ['பூஜ்ஜியம் பூஜ்யம்', 'ஒன்று', 'இரண்டு', 'மூன்று', 'நான்கு', 'ஐந்து', 'ஆறு', 'ஏழு', 'எட்டு', 'ஒன்பது'],
  ['సున్నా', 'ఒకటి', 'రెండు', 'మూడు', 'నాలుగు', 'ఐదు', 'ఆరు', 'ఏడు', 'ఎనిమిది', 'తొమ్మిది'],
  ['զրո', 'մեկ', 'երկու', 'երեք', 'չորս', 'հինգ', 'վեց', 'յոթ', 'ութ', 'ինը ինն'],
  ['ნული', 'ერთი', 'ორი', 'სამი', 'ოთხი', 'ხუთი', 'ექვსი', 'შვიდი', 'რვა', 'ცხრა'],
  // Haitian Creole; two and seven are French “of” and English “set” too, and say nothing.
  ['zewo', 'youn', '', 'twa', 'kat', 'senk', 'sis', '', 'uit wit', 'nèf'],
  ['ዜሮ', 'አንድ', 'ሁለት', 'ሦስት ሶስት', 'አራት', 'አምስት', 'ስድስት', 'ሰባት', 'ስምንት', 'ዘጠኝ'],
];

/** Marks that are left out when a word is read: accents, points of Hebrew and Arabic; vowels of other scripts are letters. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670'’ʼ]/g;

/** A word as it is read: without its accents, in small letters; the long s is an s, and the i without a dot an i (SIFIR). */
export function spokenForm(word: string): string {
  return word
    .normalize('NFD')
    .replace(accents, '')
    .replaceAll('ß', 'ss')
    .replaceAll('\u017f', 's')
    .replaceAll('ı', 'i')
    .toLowerCase();
}

/** A word as part of a number. */
export interface SpokenNumber {
  readonly digits: string;
  /** `ten`: a unit after it is its last digit; `hundred`: what follows may be its last digits. */
  readonly kind: 'unit' | 'teen' | 'ten' | 'hundred';
}

const rows = (words: Readonly<Record<string, number>> | undefined, kind: SpokenNumber['kind']) =>
  Object.entries(words ?? {}).map(
    ([word, value]) => [spokenForm(word), { digits: String(value), kind }] as const,
  );

/** Words by how they are read. */
export const spokenNumbers: ReadonlyMap<string, SpokenNumber> = new Map([
  ...spelled.flatMap(unitsOf),
  ...spoken.flatMap(({ units, teens, tens, hundreds }) => [
    ...rows(teens, 'teen'),
    ...rows(tens, 'ten'),
    ...rows(hundreds, 'hundred'),
    ...unitsOf(units),
  ]),
]);

function unitsOf(units: readonly string[]): (readonly [string, SpokenNumber])[] {
  return namedUnits(units).map(([word, value]) => [
    spokenForm(word),
    { digits: String(value), kind: 'unit' },
  ]);
}

/** Each word with the digit that it stands for. */
export function namedUnits(units: readonly string[]): (readonly [word: string, value: number])[] {
  return units.flatMap((words, value) =>
    words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => [word, value] as const),
  );
}

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
