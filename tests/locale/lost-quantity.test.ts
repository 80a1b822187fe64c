/** What a source counts or measures is said in its translation, too; what languages say in many ways is not looked for. */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';

const fault = (source: string, translated: string, to = 'es', from = 'en') =>
  faultOfText(source, from, translated, to, []);

describe('a small quantity that is lost', () => {
  it.each([
    ['Wait 2 minutes.', 'Espere.', '2 minutes'],
    ['Wait 12 minutes.', 'Espere.', '12 minutes'],
    ['Wait 11 hours.', 'Espere.', '11 hours'],
    ['Wait 6 days.', 'Espere.', '6 days'],
    ['Wait 8 days.', 'Espere.', '8 days'],
    ['Wait 12 days.', 'Espere.', '12 days'],
    ['Wait 3 weeks.', 'Espere.', '3 weeks'],
    ['Wait 5 weeks.', 'Espere.', '5 weeks'],
    ['Wait 2 months.', 'Espere.', '2 months'],
    ['Wait 4 months.', 'Espere.', '4 months'],
    ['Wait 7 months.', 'Espere.', '7 months'],
    ['Wait 11 months.', 'Espere.', '11 months'],
    ['Wait 9 years.', 'Espere.', '9 years'],
    ['Wait 11 years.', 'Espere.', '11 years'],
    ['Take it 2 times.', 'Tómelo.', '2 times'],
    ['Take 12 pills.', 'Tome pastillas.', '12 pills'],
    ['Take half a pill.', 'Tome una pastilla.', 'half a pill'],
    ['Take 0.5 mg.', 'Tome un poco.', '0.5 mg'],
    ['Take 1 mg.', 'Tome un poco.', '1 mg'],
    ['Take 100 mcg.', 'Tome un poco.', '100 mcg'],
    ['Over 39 °C', 'Más', '39 °'],
    ['Give 5 ml.', 'Dé un poco.', '5 ml'],
    ['Wait 2 weeks.', 'Espere un día.', '2 weeks'],
    ['Wait 6 hours.', 'Espere.', '6 hours'],
    ['Wait 5 weeks.', 'Espere dos meses.', '5 weeks'],
    ['Wait 11 weeks.', 'Espere dos meses.', '11 weeks'],
    ['Wait 8 weeks.', 'Espere dos años.', '8 weeks'],
  ])('is told: %s: %s', (from, to, lost) => {
    expect(fault(from, to)).toBe(`lacks “${lost}”, which its source has`);
  });

  it.each([
    ['Wait 12 hours.', 'Espere medio día.'],
    ['Wait 7 days.', 'Espere.'],
    ['Wait 4 weeks.', 'Espere.'],
    ['Wait 3 months.', 'Espere.'],
    ['Wait 6 months.', 'Espere.'],
    ['Wait 12 months.', 'Espere.'],
    ['Wait 10 years.', 'Espere una década.'],
    ['Wait 1 day.', 'Espere.'],
    ['Take 1 pill.', 'Tome la pastilla.'],
    ['Wait 1.5 days.', 'Espere.'],
    ['Wait 2.5 hours.', 'Espere.'],
    ['It costs $5.', 'Cuesta poco.'],
    ['About 5% of people', 'Pocas personas'],
    ['Walk 3 km.', 'Camine.'],
    ['It is two times more likely.', 'Es mucho más probable.'],
    ['It is twice as likely.', 'Es mucho más probable.'],
    ['Take it twice a day.', 'Tómelo por la mañana y por la noche.'],
    ['Take it every other day.', 'Tómelo un día sí y otro no.'],
    ['Wait 8 weeks.', 'Espere dos meses.'],
    ['Wait 6 weeks.', 'Espere casi dos meses.'],
    ['Wait 10 weeks.', 'Espere dos meses largos.'],
    // The number is there, whatever it measures.
    ['Wait 6 days.', 'Espere seis.'],
    ['Over 39 °C', 'Más de 39 grados'],
  ])('may be said otherwise: %s: %s', (from, to) => {
    expect(fault(from, to)).toBeUndefined();
  });

  it.each([
    ['Wait 6 hours.', 'Subiri.', 'sw'],
    ['Wait 6 hours.', 'ይጠብቁ።', 'am'],
    ['Wait 6 days.', 'انتظار وکړئ.', 'ps'],
    ['Wait 6 days.', 'Hintay.', 'xx'],
    ['Dans 8 jours', 'Within a week', 'en', 'fr'],
    ['Fra 8 giorni', 'Soon', 'en', 'it'],
  ])('is not sure in each language: %s: %s', (source, to, tag, from = 'en') => {
    expect(fault(source, to, tag, from)).toBeUndefined();
  });

  it.each([
    ['Wait 6 days.', 'Subiri.', 'sw', 'en', '6 days'],
    ['Wait 6 days.', 'ይጠብቁ።', 'am', 'en', '6 days'],
    ['Dentro de 8 días', 'Soon', 'en', 'es', '8 días'],
    ['Dans 8 heures', 'Soon', 'en', 'fr', '8 heures'],
    ['Dans 9 jours', 'Soon', 'en', 'fr', '9 jours'],
    ['Take 2 mg.', 'وخورئ.', 'ps', 'en', '2 mg'],
  ])('is told of all else there: %s: %s', (source, to, tag, from, lost) => {
    expect(fault(source, to, tag, from)).toBe(`lacks “${lost}”, which its source has`);
  });
});

describe('a larger number that is lost', () => {
  it('is none of a time whose hour is in words', () => {
    const from = 'Open 8:30 a.m.–4:30 p.m.';
    expect(fault(from, '上午八点半至下午四点半', 'zh-Hans')).toBeUndefined();
    expect(fault('Open 8:20 a.m.–4:20 p.m.', '上午八点至下午四点', 'zh-Hans')).toBe(
      'lacks the number 20, which its source has',
    );
  });

  it.each([
    ['24', '24 of them'],
    ['50', '50 people'],
    ['100', '100 people'],
    ['365', '365 of them'],
    ['1000', '1000 people'],
    ['12', '12 of them'],
    ['15', '15 minutes'],
    ['30', '30 minutes'],
    ['45', '45 minutes'],
    ['90', '90 minutes'],
    ['14', '14 days'],
    ['15', '15 days'],
    ['30', '30 days'],
    ['18', '18 months'],
    ['1999', 'in 1999'],
    ['2100', 'in 2099'],
    ['18', 'H1N18'],
    ['13:15', 'at 13:15'],
    ['30', 'from 8:30'],
    ['24', 'at 24h'],
    ['23 May', '23 May'],
    ['80s', 'the 80s'],
  ])('may be said otherwise: %s: %s', (_, source) => {
    expect(fault(source, 'Algo')).toBeUndefined();
  });

  it.each([
    ['13', '13 of them'],
    ['23', '23 of them'],
    ['25', '25 of them'],
    ['49', '49 people'],
    ['101', '101 people'],
    ['364', '364 of them'],
    ['999', '999 people'],
    ['14', '14 minutes'],
    ['16', '16 minutes'],
    ['31', '31 minutes'],
    ['46', '46 minutes'],
    ['91', '91 minutes'],
    ['13', '13 days'],
    ['16', '16 days'],
    ['31', '31 days'],
    ['17', '17 months'],
    ['19', '19 months'],
    ['15', '15 hours'],
    ['45', '45 days'],
    ['1899', '1899 people'],
    ['20', 'at 13:20'],
    ['80', '80 people'],
  ])('is told: %s: %s', (number, source) => {
    expect(fault(source, 'Algo')).toBe(`lacks the number ${number}, which its source has`);
  });

  it.each([
    ['The first 120 minutes', 'Las dos primeras horas'],
    ['The first 72 hours', 'Los tres primeros días'],
    ['The first 21 days', 'Las tres primeras semanas'],
    ['The first 36 months', 'Los tres primeros años'],
  ])('may be so many of the next longer span: %s: %s', (source, to) => {
    expect(fault(source, to)).toBeUndefined();
  });

  it.each([
    ['120', 'The first 120 minutes', 'Las tres primeras horas'],
    ['72', 'The first 72 hours', 'Los dos primeros días'],
    ['21', 'The first 21 days', 'Las dos primeras semanas'],
    ['36', 'The first 36 months', 'Los dos primeros años'],
  ])('may not be another one of them: %s: %s: %s', (number, source, to) => {
    expect(fault(source, to)).toBe(`lacks the number ${number}, which its source has`);
  });
});
