/** Two numbers that a translation exchanged between its sentences: all is there, and readers in danger call the wrong one. */
import { describe, expect, it } from 'vitest';
import type { DeclaredNumber } from '../../src/content/index.ts';
import { faultOfText } from '../../src/locale/broken.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'emergency', kind: 'number', display: '911', dial: '911' },
  { name: 'crisis', kind: 'number', display: '988', dial: '988' },
];
const fault = (source: string, to: string, tag: string) => faultOfText(source, 'en', to, tag, declared);

const source = 'In danger call [911](tel:911). To talk, call <helpline:main>.';

describe('numbers of two sentences', () => {
  it.each<[tag: string, from: string, to: string, other?: string]>([
    ['es', source, 'En peligro llame a <helpline:main>. Para hablar, llame al [911](tel:911).'],
    ['ja', source, '危険なときは<helpline:main>へ。話したいときは[911](tel:911)へ。'],
    [
      'ar',
      source,
      'في خطر؟ اتصل بـ <helpline:main>. للحديث اتصل بـ [911](tel:911).',
      'In danger? Call [911](tel:911). To talk, call <helpline:main>.',
    ],
    ['es', 'Take 5 mg. Never take 50 mg.', 'Tome 50 mg. Nunca tome 5 mg.'],
    ['hi', 'In danger call 911; to talk call 988.', 'खतरे में 988 पर कॉल करें; बात करने के लिए 911 पर कॉल करें।'],
    [
      'es',
      '**In danger call 911.** It is free. “To talk call 988.” Any time.',
      '**En peligro llame al 988.** Es gratis. «Para hablar llame al 911.» Siempre.',
    ],
  ])('may not be exchanged: %s: %s', (tag, from, to, other?: string) => {
    expect(fault(other ?? from, to, tag)).toMatch(/^has .+ in the sentence in which its source has .+, and /);
  });

  it.each([
    [source, 'En peligro llame al [911](tel:911). Para hablar, llame a <helpline:main>.'],
    // Another number of sentences tells nothing.
    [source, 'Para hablar llame a <helpline:main>, en peligro al [911](tel:911).'],
    ['Call 988 before you call 911.', 'Antes de llamar al 911 llame al 988.'],
    ['Call 911. 911 is free. So is 988.', 'Llame al 911. El 988 es gratis. También el 911.'],
    ['Take 2.5 mg. Wait 4 hours.', 'Tome 2,5 mg. Espere 4 horas.'],
    ['It took 5 days. Then 5 more. Call 988.', 'Tardó 5 días. Llame al 988. Luego 5 más.'],
  ])('may stand so: %s: %s', (from, to) => {
    expect(fault(from, to, 'es')).toBeUndefined();
  });
});
