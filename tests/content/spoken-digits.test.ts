/** Each word for a number by itself: which digits it stands for. */
import { describe, expect, it } from 'vitest';
import { toldAs, wordsOf } from './spelled.ts';

const english = 'oh one two three four five six seven eight nine'.split(' ');

describe('a digit in words', () => {
  /** From nought; several words for one with a stroke between. */
  const languages: Readonly<Record<string, string>> = {
    en: 'zero/oh/nought one two three four five six seven eight nine',
    es: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
    fr: 'zéro - deux trois quatre cinq six sept huit neuf',
    pt: 'zero - dois/duas três quatro cinco seis/meia sete oito nove',
    de: 'null eins zwei/zwo drei vier fünf sechs sieben acht neun',
    it: 'zero - due tre quattro cinque sei sette otto nove',
    ru: 'ноль/нуль один/одна два/две три четыре пять шесть семь восемь девять',
    uk: 'нуль один/одна два/дві три чотири п’ять шість сім вісім дев’ять',
    pl: 'zero jeden/jedna dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć',
    ro: 'zero unu/una doi/două trei patru cinci șase șapte opt nouă',
    tr: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
    el: 'μηδέν ένα/μία δύο τρία τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά',
    vi: 'không một hai ba bốn năm sáu bảy tám chín',
    sw: 'sifuri moja mbili tatu nne tano sita saba nane tisa',
    so: 'eber kow/hal laba saddex afar shan lix toddoba siddeed sagaal',
    fil: 'sero isa dalawa tatlo apat lima anim pito walo siyam',
    ar: 'صفر واحد اثنان/اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة',
    fa: 'صفر یک دو سه چهار پنج شش هفت هشت نه',
    ur: 'صفر ایک دو تین چار پانچ چھ سات آٹھ نو',
    ps: 'صفر یو دوه درې څلور پنځه شپږ اووه اته نهه',
    he: 'אפס אחת/אחד שתיים/שניים שלוש ארבע חמש שש שבע שמונה תשע',
    hi: 'शून्य एक दो तीन चार पाँच/पांच छह सात आठ नौ',
    ne: 'शून्य एक दुई तीन चार पाँच छ सात आठ नौ',
    pa: 'ਸਿਫ਼ਰ/ਸਿਫਰ ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ/ਨੌ',
    gu: 'શૂન્ય એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ',
    bn: 'শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়',
    ta: 'பூஜ்ஜியம்/பூஜ்யம் ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது',
    te: 'సున్నా ఒకటి రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది',
    hy: 'զրո մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը/ինն',
    ka: 'ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა',
    ht: 'zewo youn - twa kat senk sis - uit/wit nèf',
    am: 'ዜሮ አንድ ሁለት ሦስት/ሶስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ',
  };

  it.each(wordsOf(languages))('is the one that it says: %s: %s is %i', (_, word, value) => {
    expect(toldAs(word, value, english)).toEqual(['NUMBER_DISGUISED']);
    expect(toldAs(word, (value + 1) % 10, english)).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each([
    ['SIFIR', 0],
    ['İKİ', 2],
    ['ALTI', 6],
  ])('is the one that it says in the capitals of Turkish: %s is %i', (word, value) => {
    expect(toldAs(word, value, english)).toEqual(['NUMBER_DISGUISED']);
  });

  it.each(['fiver', 'fives', 'cincos', 'beşi'])('is none in a word that only begins like one: %s', (word) => {
    expect(toldAs(word, 5, english)).not.toEqual(['NUMBER_DISGUISED']);
  });
});

describe('an amount in one word', () => {
  const amounts: readonly (readonly [from: number, step: number, words: string])[] = [
    [10, 1, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'],
    [20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'],
    [10, 1, 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte'],
    [21, 1, 'veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho'],
    [29, 1, 'veintinueve treinta'],
    [40, 10, 'cuarenta cincuenta sesenta setenta ochenta noventa cien'],
    [100, 100, 'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos'],
    [900, 1, 'novecientos'],
    [10, 1, 'dix onze douze treize quatorze quinze seize'],
    [20, 10, 'vingt trente quarante cinquante soixante septante huitante nonante'],
    [80, 1, 'octante'],
    [10, 1, 'dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte'],
    [14, 1, 'quatorze'],
    [16, 1, 'dezasseis dezassete'],
    [19, 1, 'dezanove'],
    [30, 10, 'trinta quarenta cinquenta sessenta setenta oitenta noventa cem'],
    [
      100,
      100,
      'cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
    ],
    [10, 1, 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig'],
    [30, 10, 'dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'],
    [100, 100, 'einhundert zweihundert dreihundert vierhundert fünfhundert sechshundert siebenhundert'],
    [800, 100, 'achthundert neunhundert'],
    [10, 1, 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti'],
    [30, 10, 'trenta quaranta cinquanta sessanta settanta ottanta novanta cento'],
    [200, 100, 'duecento trecento quattrocento cinquecento seicento settecento ottocento novecento'],
    [10, 1, 'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать'],
    [18, 1, 'восемнадцать девятнадцать двадцать'],
    [30, 10, 'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто'],
    [200, 100, 'двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'],
    [10, 1, 'десять одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять'],
    [18, 1, 'вісімнадцять дев’ятнадцять двадцять'],
    [30, 10, 'тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто сто'],
    [200, 100, 'двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот'],
    [10, 1, 'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście'],
    [18, 1, 'osiemnaście dziewiętnaście dwadzieścia'],
    [
      30,
      10,
      'trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    ],
    [100, 100, 'sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset'],
  ];
  const all = amounts.flatMap(([from, step, words]) =>
    words.split(' ').map((word, i) => [word, from + i * step] as const),
  );

  it.each(all)('is the one that it says: %s is %i', (word, value) => {
    expect(toldAs(word, value, english)).toEqual(['NUMBER_DISGUISED']);
    expect(toldAs(word, value + 1, english)).not.toEqual(['NUMBER_DISGUISED']);
  });
});
