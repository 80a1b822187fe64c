/** Numbers in words, and what they measure: put together, with a half more, and of writing that does not part its words. */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';
import { valuesInWords } from '../../src/locale/quantities/in-words.ts';
import { quantitiesIn } from '../../src/locale/quantities/measured.ts';

const read = (text: string, tag: string) =>
  quantitiesIn(text, tag).map(({ values, unit }) => `${values.join('|')} ${unit ?? '?'}`);

describe('a number in words', () => {
  it.each([
    ['ar', 'خمسة وعشرين يوما', ['25 day']],
    ['tr', 'yirmi beş gün', ['25 day']],
    ['ro', 'treizeci și cinci de zile', ['35 day']],
    ['sw', 'siku kumi na mbili', ['12 day']],
    ['vi', 'hai mươi bốn giờ', ['24 hour']],
    ['vi', 'mười hai ngày', ['12 day']],
    ['vi', 'ba mươi lăm tuần', ['35 week']],
    ['vi', 'bốn mươi phút', ['40 minute']],
    ['vi', 'chín mươi giờ', ['90 hour']],
    ['zh', '三周', ['3 week']],
    ['en', 'twice a day, for a week', ['2 times', '1 day', '1 week']],
    ['en', 'hourly, each day, one month', ['1 hour', '1 day', '1 month']],
    ['en', 'one minute per year', ['1 minute', '1 year']],
    ['es', 'hourly', []],
    ['es', 'dosis', []],
    ['es', 'todos', []],
    ['en', 'someone often', []],
    ['he', 'ושתי טבליות', ['2 pieces']],
    ['ar', 'والخمسة أيام', ['5 day']],
    ['am', 'ለሁለት ቀናት', ['2 day']],
    ['fr', 'douze', ['12 ?']],
    // Of a larger number.
    ['en', '5 twelve', ['5 ?']],
  ])('is read in %s: %s', (tag, text, said) => {
    expect(read(text, tag)).toEqual(said);
  });

  it('is told as often as it is said', () => {
    expect(valuesInWords('Take two, then two, then three.', 'en')).toEqual([2, 2, 3]);
  });

  it.each([
    ['hi', 'साढ़े तीन', 3.5],
    ['hi', 'सवा तीन', 3.25],
    ['hi', 'पौने तीन', 2.75],
    ['ne', 'साढे तीन', 3.5],
    ['ne', 'सवा तीन', 3.25],
    ['ne', 'पौने तीन', 2.75],
    ['ur', 'ساڑھے تین', 3.5],
    ['ur', 'سوا تین', 3.25],
    ['ur', 'پونے تین', 2.75],
    ['bn', 'সাড়ে তিন', 3.5],
    ['bn', 'সোয়া তিন', 3.25],
    ['bn', 'পৌনে তিন', 2.75],
    ['gu', 'સાડા ત્રણ', 3.5],
    ['gu', 'સવા ત્રણ', 3.25],
    ['gu', 'પોણા ત્રણ', 2.75],
    ['pa', 'ਸਾਢੇ ਤਿੰਨ', 3.5],
    ['pa', 'ਸਵਾ ਤਿੰਨ', 3.25],
    ['pa', 'ਪੌਣੇ ਤਿੰਨ', 2.75],
  ])('has what stands before it added, in %s: %s', (tag, text, value) => {
    expect(valuesInWords(text, tag)).toEqual([value]);
  });
});

it.each([
  [
    'Wait two and a half hours.',
    'Warten Sie 30 Minuten.',
    'has the number 30, which its source does not have',
  ],
  ['Wait two and a half hours.', 'Warten Sie 2,5 Stunden.', undefined],
  ['Wait two and a half hours.', 'Warten Sie 150 Minuten.', undefined],
])('a half of more is no half: %s: %s', (from, to, told) => {
  expect(faultOfText(from, 'en', to, 'de', [])).toBe(told);
});

describe('half of one more', () => {
  it.each([
    ['en', 'two and a half hours', 2.5, 'hour'],
    ['en', '2 and one half hours', 2.5, 'hour'],
    ['es', '2 horas y media', 2.5, 'hour'],
    ['fr', '2 heures et demie', 2.5, 'hour'],
    ['de', 'zweieinhalb Stunden', 2.5, 'hour'],
    ['pt', '2 horas e meia', 2.5, 'hour'],
    ['it', '2 ore e mezza', 2.5, 'hour'],
    ['pl', '2 i pół godziny', 2.5, 'hour'],
    ['ru', '2 с половиной часа', 2.5, 'hour'],
    ['uk', '2 з половиною години', 2.5, 'hour'],
    ['ro', '2 ore și jumătate', 2.5, 'hour'],
    ['tr', '2 buçuk saat', 2.5, 'hour'],
    ['vi', '2 giờ rưỡi', 2.5, 'hour'],
    ['ko', '2시간 반', 2.5, 'hour'],
    ['ko', '이틀 반 동안', 2.5, 'day'],
    ['ja', '2日半続きます', 2.5, 'day'],
    ['ar', 'يومين ونصف', 2.5, 'day'],
    ['he', 'יומיים וחצי', 2.5, 'day'],
    ['fil', 'dalawa at kalahating araw', 2.5, 'day'],
    ['zh', '2个半小时', 2.5, 'hour'],
    ['zh', '两天半', 2.5, 'day'],
    ['ja', '2時間半', 2.5, 'hour'],
    ['ar', '3 ساعات ونصف', 3.5, 'hour'],
    ['fa', '2 ساعت و نیم', 2.5, 'hour'],
    ['he', '3 שעות וחצי', 3.5, 'hour'],
    ['th', '2 ชั่วโมงครึ่ง', 2.5, 'hour'],
    ['lo', '2 ຊົ່ວໂມງເຄິ່ງ', 2.5, 'hour'],
    ['km', '2 ម៉ោងកន្លះ', 2.5, 'hour'],
    ['my', '2 နာရီခွဲ', 2.5, 'hour'],
    ['am', '2 ሰዓት ተኩል', 2.5, 'hour'],
    ['el', '2 ώρες και μισή', 2.5, 'hour'],
    ['sw', 'siku 2 na nusu', 2.5, 'day'],
    ['sw', 'siku mbili na nusu', 2.5, 'day'],
    ['so', '2 saac iyo badh', 2.5, 'hour'],
    ['ht', '2 èdtan edmi', 2.5, 'hour'],
    ['fil', '2 oras at kalahati', 2.5, 'hour'],
    ['en', '2 1/2 hours', 2.5, 'hour'],
    ['en', '3/4 hours', 0.75, 'hour'],
    ['en', '1½ hours', 1.5, 'hour'],
  ])('is read in %s: %s', (tag, text, value, unit) => {
    expect(quantitiesIn(text.replace('½', ' 1/2'), tag)).toMatchObject([{ values: [value], unit }]);
  });

  it('is of the next where that is measured', () => {
    expect(read('하루 두 번 반 알', 'ko')).toEqual(['2 times', '0.5 pieces']);
  });
});
