/** In writing that does not part words a number touches letters on either side: what is everyday is so there, too. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '0120-279-338', dial: '+81120279338' },
  { name: 'fire', kind: 'number', display: '119', dial: '119' },
  { name: 'life', kind: 'number', display: '988', dial: '988' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const found = (text: string) =>
  dialableFaults(text, declared, {}).map(({ code, message }) => `${code} ${/“([^”]*)”/.exec(message)![1]}`);

describe('in writing without spaces', () => {
  it.each([
    ...[
      '電話は2026年4月から',
      '電話（2026年度）',
      '热线电话1995年开通',
      'ホットラインは1995年に始まりました',
    ],
    ...['สายด่วนเปิดปี2560', 'สายด่วนเปิดตั้งแต่ปี 2560', 'โทรได้ตั้งแต่เวลา08.30-16.30น.', 'โทรได้ตั้งแต่ 8.00น. ถึง 16.30น.'],
    ...[
      '電話受付は平日9:00から17:00まで',
      '電話受付は平日9-17時',
      '電話は365日受付',
      '전화는 365일 운영',
      '拨打电话时间为每天8:00至20:00',
    ],
    ...['致电前请准备身份证号110101199003072316', '郵便番号100-0001東京都', '粤卫广审〔2020〕第0401-119号'],
    ...['血圧140/90mmHg', '改訂2026.11.28', '体温が38.5℃以上', '電話相談は年間1200件', '昭和23年法律第119号'],
    ...[
      '119、988',
      '拨打119、988、911',
      '119・988・911',
      '拨打119，988，911',
      '988は24時間365日',
      '電話911、119',
    ],
  ])('is right that people read: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['拨打3947年', '3947'],
    ['電話1393年', '1393'],
    ['電話12-34時', '12-34'],
    ['電話555-0199時', '555-0199'],
    ['拨打97802-97804', '97802-97804'],
    ['电话100-200', '100-200'],
    ['致电2025', '2025'],
    ['拨打120、119、911', '120'],
    ['拨打119-988', '119-988'],
    ['電話0120、279、339', '0120、279、339'],
  ])('is refused: %s', (text, number) => {
    expect(found(text).join()).toContain(number);
  });
});
