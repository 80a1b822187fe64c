/** Each word for a digit of the languages that put no spaces between words. */
import { describe, expect, it } from 'vitest';
import { codesOf, toldAs, wordsOf } from './spelled.ts';

describe('a digit in words without spaces', () => {
  const languages: Readonly<Record<string, string>> = {
    ko: '영/공/령 일/하나 이/둘 삼/셋 사/넷 오/다섯 육/륙/여섯 칠/일곱 팔/여덟 구/아홉',
    th: 'ศูนย์ หนึ่ง/เอ็ด สอง/โท สาม สี่ ห้า หก เจ็ด แปด เก้า',
    lo: 'ສູນ ໜຶ່ງ/ນຶ່ງ/ເອັດ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ',
    km: 'សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ/ប្រាំពីល ប្រាំបី ប្រាំបួន',
    my: 'သုည တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ်/ခုနှစ် ရှစ် ကိုး',
    ja: 'ゼロ/れい/まる いち/イチ に/にい/ニー さん/サン よん/し/ヨン ご/ゴ/ごう ろく/ロク なな/しち/ナナ はち/ハチ きゅう/く/キュウ',
    zh: '〇/零 一/壹 二/貳/贰/弐 三/参/參/叁 四 五/伍 六 七 八 九',
  };

  it.each(wordsOf(languages))('is the one that it says: %s: %s is %i', (language, word, value) => {
    const own = languages[language]!.split(' ').map((words) => words.split('/')[0]!);
    expect(toldAs(word, value, own)).toEqual(['NUMBER_DISGUISED']);
    expect(toldAs(word, (value + 1) % 10, own)).toEqual(['NUMBER_NEAR_MISS']);
    expect(toldAs('人', value, own)).not.toEqual(['NUMBER_DISGUISED']);
  });

  it.each(['幺二〇', '壱二〇', '一两〇', '一兩〇'])(
    'is the one that it says beside signs that are digits: %s',
    (written) => {
      expect(codesOf(`拨打${written}`, '120')).toEqual(['NUMBER_DISGUISED']);
      expect(codesOf(`拨打${written}`, '140')).toEqual(['NUMBER_NEAR_MISS']);
    },
  );

  it.each([
    ['천삼백사십이', '1342'],
    ['หนึ่งพันสามร้อยยี่สิบสาม', '1323'],
    ['หนึ่งร้อยเก้าสิบเอ็ด', '191'],
    ['ໜຶ່ງຮ້ອຍເກົ້າສິບເອັດ', '191'],
    ['ໜຶ່ງພັນສາມຮ້ອຍສອງ', '1302'],
    ['មួយរយដប់ប្រាំបួន', '119'],
    ['មួយពាន់ពីររយដប់', '1210'],
    ['တစ်ရာကိုးဆယ်ကိုး', '199'],
    ['တစ်ထောင်နှစ်ရာသုံး', '1203'],
    ['ひゃくじゅうきゅう', '119'],
    ['ヒャクジュウキュウ', '119'],
    ['せんひゃくじゅうきゅう', '1119'],
    ['百十九', '119'],
    ['百拾九', '119'],
    ['千百十九', '1119'],
    ['백십구', '119'],
  ])('is a part of the amount that is said: %s is %s', (written, dial) => {
    expect(codesOf(`☎${written}`, dial)).toEqual(['NUMBER_DISGUISED']);
    expect(codesOf(`☎${written}`, String(Number(dial) - 1))).toEqual(['NUMBER_NEAR_MISS']);
  });
});
