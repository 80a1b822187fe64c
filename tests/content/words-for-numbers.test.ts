import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults, spokenDigits } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const found = (text: string) =>
  dialableFaults(text, declared, {}).map(({ code, message }) => [code, /“(.*?)”/.exec(message)![1]]);

describe('numbers in words', () => {
  it.each([
    ['855 - two - 08 - 4674', 'NUMBER_NEAR_MISS', '855 - two - 08 - 4674'],
    ['It is 855 two zero eight 4673.', 'NUMBER_DISGUISED', '855 two zero eight 4673'],
    ['Call eight five five, two oh eight, four six seven four', 'NUMBER_NEAR_MISS'],
    ['eight-double-five two-oh-eight forty-six seventy-three', 'NUMBER_DISGUISED'],
    ['1 (8) 55 twenty 84674', 'NUMBER_NEAR_MISS'],
    ['٨٥٥ two ٠٨ 4674', 'NUMBER_NEAR_MISS'],
    ['nine hundred 555 01 twenty-three', 'NUMBER_UNDECLARED'],
    ['900 five five five oh one two', 'NUMBER_UNDECLARED'],
    ['ocho cinco cinco, dos cero ocho, cuatro seis siete cuatro', 'NUMBER_NEAR_MISS'],
    ['ochocientos cincuenta y cinco dos cero ocho cuarenta y seis setenta y tres', 'NUMBER_DISGUISED'],
    ['novecientos cinco cinco cinco cero uno dos', 'NUMBER_UNDECLARED'],
    ['acht fünf fünf zwei null acht vier sechs sieben vier', 'NUMBER_NEAR_MISS'],
    ['huit cinq cinq deux zéro huit quatre six sept quatre', 'NUMBER_NEAR_MISS'],
    ['oito cinco cinco dois zero oito quatro seis sete quatro', 'NUMBER_NEAR_MISS'],
    ['otto cinque cinque due zero otto quattro sei sette quattro', 'NUMBER_NEAR_MISS'],
    ['855-208-4673-two', 'NUMBER_NEAR_MISS'],
    ['zero-855-208-4673', 'NUMBER_DISGUISED'],
    ['Call one nine 855-208-4673', 'NUMBER_DISGUISED'],
    ['Llame al uno nueve 855-208-4673', 'NUMBER_DISGUISED'],
    ['855-208-4673 fünf zwei', 'NUMBER_DISGUISED'],
    ['855-208-4673, extension five', 'NUMBER_DISGUISED'],
    ['855-208-4673 (extensión tres)', 'NUMBER_DISGUISED'],
    ['eight five five, two oh eight, four \u017fix \u017feven four', 'NUMBER_NEAR_MISS'],
  ])('that could be dialled are found: %s', (text, code, words?: string) => {
    expect(found(text).map(([each]) => each)).toEqual([code]);
    if (words !== undefined) expect(found(text)[0]![1]).toBe(words);
  });

  it.each([
    'Step one: 855-208-4673',
    'At nine 855-208-4673 opens.',
    'Call one of two: 855-208-4673, or one of three.',
    '855-208-4673 twenty four hours a day',
    '855-208-4673 one day, two days',
    '855-208-4673, extension line',
    'Someone 855-208-4673 tennis.',
    'One, two. 855-208-4673. Three, four.',
    // “Or” in Romanian.
    '16, 32 sau 64',
    '10, 15 sau 20',
  ])('that count something are none of a number beside them: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  /** 855 208 4674, as it is spelled. */
  it.each([
    ['pt', 'oitocentos e cinquenta e cinco dois zero oito quatro seis sete quatro'],
    ['ru', 'Звоните: восемь пять пять, два ноль восемь, четыре шесть семь четыре'],
    ['uk', 'вісім п’ять пять два нуль вісім чотири шість сім чотири'],
    ['pl', 'osiem pięć pięć dwa zero osiem cztery sześć siedem cztery'],
    ['ro', 'opt cinci cinci doi zero opt patru șase șapte patru'],
    ['tr', 'sekiz beş beş iki sıfır sekiz dört altı yedi dört'],
    ['el', 'οκτώ πέντε πέντε δύο μηδέν οκτώ τέσσερα έξι επτά τέσσερα'],
    ['vi', 'tám năm năm hai không tám bốn sáu bảy bốn'],
    ['sw', 'nane tano tano mbili sifuri nane nne sita saba nne'],
    ['so', 'siddeed shan shan laba eber siddeed afar lix toddoba afar'],
    ['fil', 'walo lima lima dalawa sero walo apat anim pito apat'],
    ['ar', 'ثمانية خمسة خمسة اثنان صفر ثمانية أربعة ستة سبعة أربعة'],
    ['fa', 'هشت پنج پنج دو صفر هشت چهار شش هفت چهار'],
    ['ur', 'آٹھ پانچ پانچ دو صفر آٹھ چار چھ سات چار'],
    ['ps', 'اته پنځه پنځه دوه صفر اته څلور شپږ اووه څلور'],
    ['he', 'שמונה חמש חמש שתיים אפס שמונה ארבע שש שבע ארבע'],
    ['hi', 'आठ पाँच पाँच दो शून्य आठ चार छह सात चार पर कॉल करें'],
    ['ne', 'आठ पाँच पाँच दुई शून्य आठ चार छ सात चार'],
    ['pa', 'ਅੱਠ ਪੰਜ ਪੰਜ ਦੋ ਸਿਫ਼ਰ ਅੱਠ ਚਾਰ ਛੇ ਸੱਤ ਚਾਰ'],
    ['gu', 'આઠ પાંચ પાંચ બે શૂન્ય આઠ ચાર છ સાત ચાર'],
    ['bn', 'আট পাঁচ পাঁচ দুই শূন্য আট চার ছয় সাত চার'],
    ['ta', 'எட்டு ஐந்து ஐந்து இரண்டு பூஜ்ஜியம் எட்டு நான்கு ஆறு ஏழு நான்கு'],
    ['te', 'ఎనిమిది ఐదు ఐదు రెండు సున్నా ఎనిమిది నాలుగు ఆరు ఏడు నాలుగు'],
    ['hy', 'ութ հինգ հինգ երկու զրո ութ չորս վեց յոթ չորս'],
    ['ka', 'რვა ხუთი ხუთი ორი ნული რვა ოთხი ექვსი შვიდი ოთხი'],
    ['am', 'ስምንት አምስት አምስት ሁለት ዜሮ ስምንት አራት ስድስት ሰባት አራት'],
  ])('are found digit by digit in %s', (_, text) => {
    expect(found(text).map(([each]) => each)).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each([
    ['an article between them', 'oito cinco cinco um zero oito quatro seis sete três', 'NUMBER_NEAR_MISS'],
    ['a code as it is said', 'Call nine eleven now', 'NUMBER_DISGUISED'],
    ['a code with its hundred', 'Dial nine hundred eleven.', 'NUMBER_DISGUISED'],
  ])('are found with %s', (_, text, code) => {
    expect(found(text).map(([each]) => each)).toEqual([code]);
  });

  it.each([
    ['nine one two', 'NUMBER_NEAR_MISS'],
    ['nine-one-one', 'NUMBER_DISGUISED'],
    ['9 one 1', 'NUMBER_DISGUISED'],
    ['nueve uno dos', 'NUMBER_NEAR_MISS'],
    ['one one two', 'NUMBER_UNDECLARED'],
    ['Dial three two two.', 'NUMBER_UNDECLARED'],
    ['triple nine', 'NUMBER_UNDECLARED'],
    ['double nine one', 'NUMBER_NEAR_MISS'],
    ['nine double one', 'NUMBER_DISGUISED'],
  ])('that are codes are found: %s', (text, code) => {
    expect(found(text).map(([each]) => each)).toEqual([code]);
  });

  it.each([
    'Call 855-208-4673 seven days a week.',
    'Call 911 two times.',
    'three two two',
    'triple three',
    'A double two, a triple ten.',
    'One in three people, two of ten.',
    'In 2019, three 24-hour centers opened.',
    'Count: one, two, three, four, five, six, seven, eight.',
    'two hundred fifty thousand people',
    'Take two 200 mg tablets every six hours for ten days.',
    'Between nine and eleven at night.',
    'Call one of three people.',
    'Dial one hundred times.',
    'Twenty-four seven.',
    'the nineteen eighties',
    'Uno de cada diez; dos de tres.',
    'de tres a siete días; dos o tres semanas',
    'Neuf personnes sur dix. Six mois.',
    'One. Two. Three. Four. Five. Six. Nine.',
    'six months, twelve weeks, 90 days',
    'Count to ten: one, two, three, four, five, six, seven, eight, nine, ten.',
    'Ten, nine, eight, seven, six, five, four, three, two, one.',
    'On nine eleven we were there.',
    'Call at nine fifteen.',
    'Dois dias, um mês. Três, um. Cinco, um dia.',
    'Один раз в день, два или три дня, семь из десяти',
    'Một ngày, hai hoặc ba ngày, năm người',
    'एक दिन में दो या तीन बार',
    'Bir gün, iki ya da üç gün',
  ])('that count things are none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(
    Object.entries({
      10: 'ten diez dix dez zehn dieci',
      11: 'eleven once onze elf undici',
      12: 'twelve doce douze doze zwölf dodici',
      13: 'thirteen trece treize treze dreizehn tredici',
      14: 'fourteen catorce quatorze catorze vierzehn quattordici',
      15: 'fifteen quince quinze fünfzehn quindici',
      16: 'sixteen dieciséis seize dezesseis sechzehn sedici',
      20: 'twenty veinte vingt vinte zwanzig venti',
      30: 'thirty treinta trente trinta dreißig trenta',
      40: 'forty cuarenta quarante quarenta vierzig quaranta',
      50: 'fifty cincuenta cinquante cinquenta fünfzig cinquanta',
      60: 'sixty sesenta soixante sessenta sechzig sessanta',
      70: 'seventy setenta siebzig settanta',
      80: 'eighty ochenta oitenta achtzig ottanta',
      90: 'ninety noventa',
    }).flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
  )('are read with the value that they have: %s is %s', (word, value) => {
    const own: DeclaredNumber = {
      name: 'main',
      kind: 'helpline',
      display: `855-208-55${value}`,
      dial: `+185520855${value}`,
    };
    const text = `eight five five two oh eight five five ${word}`;
    expect(dialableFaults(text, [own], {}).map(({ code }) => code)).toEqual(['NUMBER_DISGUISED']);
  });

  const codes = (text: string, ...dials: string[]) =>
    dialableFaults(
      text,
      dials.map((dial, i) => ({ name: `n${i}`, kind: i === 0 ? 'helpline' : 'number', display: dial, dial })),
      {},
    ).map(({ code }) => code.replace('NUMBER_', ''));

  it.each([
    ['988', 'Call nine hundred eighty-nine.'],
    ['988', 'Call nine hundred and eighty-nine.'],
    ['988', 'Call nine eighty-nine.'],
    ['988', '988 or nine hundred eighty-nine'],
    ['988', 'Call 988 (nine hundred eighty-nine).'],
    ['188', 'Ligue cento e oitenta e nove.'],
    ['188', 'Ligue um oito nove.'],
    ['911', 'Llame al novecientos doce.'],
    ['112', 'Appelez le cent treize.'],
    ['988', 'Composez le neuf cent quatre-vingt-neuf.'],
    ['3114', 'Appelez le trente et un quinze.'],
    ['172', 'Appelez le cent soixante-treize.'],
    ['143', 'Rufen Sie hundertfünfundvierzig an.'],
    ['143', 'einhundertvierundvierzig wählen'],
    ['143', 'Chiamate il centoquarantacinque.'],
    ['103', 'Телефонуйте сто чотири.'],
    ['103', 'Звоните сто четыре.'],
    ['112', 'Zadzwoń sto trzynaście.'],
    ['50808', 'Text HELLO to fifty eight oh nine.'],
    ['119', '일일팔에 전화하세요.'],
    ['119', '일 일 팔에 전화하세요.'],
    ['119', '백십팔번으로 전화하세요.'],
    ['109', '백팔번으로 전화하세요.'],
    ['1342', '1343으로 전화하세요.'],
    ['119', 'いちいちはちに電話してください。'],
    ['119', '百十八番に電話してください。'],
    ['119', '110番または118番'],
    ['120', '拨打幺二一'],
    ['1323', 'โทร หนึ่งสามสองสี่'],
    ['191', 'โทร หนึ่งร้อยเก้าสิบสอง'],
    ['119', 'ទូរស័ព្ទទៅ មួយមួយប្រាំបី'],
    ['191', 'ໂທ ໜຶ່ງເກົ້າສອງ'],
    ['199', 'တစ်ကိုးရှစ်ကို ဖုန်း'],
  ])('that are nearly %s are found: %s', (dial, text) => {
    expect(codes(text, dial, '110').slice(0, 1)).toEqual(['NEAR_MISS']);
  });

  it.each([
    ['119', '일일구에 전화하세요.'],
    ['1323', 'โทร หนึ่งสามสองสาม'],
    ['119', '百十九番に電話してください。'],
    ['143', 'Rufen Sie hundertdreiundvierzig an.'],
    ['112', 'Appelez le cent douze.'],
  ])('that are %s in another dress are found: %s', (dial, text) => {
    expect(codes(text, dial)).toEqual(['DISGUISED']);
  });

  it.each([
    ['000', 'Call triple zero (000).'],
    ['000', 'Call triple zero, 000.'],
    ['000', 'Call triple zero – 000.'],
    ['000', 'Call 000 (triple zero).'],
    ['988', 'Call 988 (nine eight eight).'],
  ])('that say %s right beside it are right: %s', (dial, text) => {
    expect(codes(text, dial)).toEqual([]);
  });

  it.each(['nine1two', 'one1two', 'one2two'])('that are one word with a digit are found: %s', (text) => {
    expect(codes(text, text === 'nine1two' ? '911' : '112')).not.toEqual([]);
  });

  it.each(['one2one', 'Call One2One on 1190', 'Talk one2one.'])('are none in such a name: %s', (text) => {
    expect(codes(text, '112', '1190')).toEqual([]);
  });

  it.each([
    'Call triple oh one.',
    'Call 000 (double oh one).',
    'Call triple zero.',
    'Call triple zero or (000).',
  ])('are no echo of another number: %s', (text) => {
    expect(codes(text, '000')).not.toEqual([]);
  });

  it.each([
    ['112', 'Call one hundred and twelve people.'],
    ['112', 'one hundred and twelve steps'],
    ['912', 'Call at nine fifteen.'],
    ['123', 'One, two, three: breathe.'],
    ['188', 'Ligue para um dos oito centros.'],
    ['188', 'um em cada oito'],
    ['112', 'cent douze personnes'],
    ['112', 'hundertzwölf Menschen'],
    ['112', '일일이 전화하지 않아도 됩니다.'],
    ['119', '백이십 명'],
    ['119', 'お医者さんに電話してください。'],
    ['120', '打电话一百次'],
    ['123', 'นับ หนึ่ง สอง สาม สี่'],
    ['119', '十人に一人'],
  ])('that count are not taken for %s: %s', (dial, text) => {
    expect(codes(text, dial)).toEqual([]);
  });

  it.each([
    ['일일구', 3],
    ['幺二一, 幺二二', 6],
    ['幺二一 or one two', 5],
    ['eight hundred three', 4],
    ['855 one', 4],
    ['855', 0],
    ['Someone.', 0],
  ])('have the digits that are to be told, at most: %s has %i', (text, digits) => {
    expect(spokenDigits(text)).toBe(digits);
  });

  it('are as long as a telephone number from seven digits on', () => {
    expect(found('four two seven 0 1 nine')).toEqual([]);
    expect(found('four two seven 0 1 nine 3').map(([code]) => code)).toEqual(['NUMBER_UNDECLARED']);
  });
});

describe('a code beside the name of an emergency', () => {
  it.each([
    'Emergency: 113',
    'Emergency? 193',
    'In an emergency: 115',
    'Police 117',
    'Fire brigade 118',
    'Emergency services number: 192',
    'The police can be reached at 102.',
    '113 is the emergency number.',
    '108 for an ambulance',
    'En caso de emergencia: 123',
    'Bomberos 132',
    'Urgences : 15 et 118',
    'Notruf 144',
    'скорая помощь 103',
    'الطوارئ 997',
    'आपातकाल 108',
  ])('is one that could be dialled: %s', (text) => {
    expect(found(text).map(([code]) => code)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    'Emergency: 911',
    'In an emergency, 300 people were asked.',
    '300 emergency visits',
    'In 450 emergency rooms',
    'Police reported 250.',
    'Police found 120 grams.',
    'Emergency rooms saw 450 visits.',
    'Emergency care since 1973',
    'The emergency room is on page 118.',
    'Call 911 in an emergency. About 150 people die each day.',
    'Poison is 100 times stronger.',
    'Rescue. 113 people came.',
  ])('is none where it counts something: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
