import { join } from 'node:path';
import { PressError, type Problem, problem, suggest } from '../../diagnostics/index.ts';
import { isThere, type Stock } from '../../files/index.ts';
import { loadLocale } from '../../locale/index.ts';
import { type Folders, qrOf, requireFaces, type Setting } from '../../press/index.ts';
import { inEdition, likesOf, loadProduct, pagesOf } from '../../product/index.ts';
import type { Draft, NamedGuide } from './draft.ts';
import type { Faults } from './faults.ts';
import type { Campaign } from './load-campaign.ts';

/** What a campaign asks the press for: each setting of each guide once, with whether it is handed out. */
export class Asked {
  readonly #of = new Map<
    string,
    { readonly guide: NamedGuide; readonly setting: Setting; isHandedOut: boolean }
  >();
  #last:
    | { readonly setting: Setting; readonly name: string; readonly entry: { isHandedOut: boolean } }
    | undefined;

  add({ guide, guideName: name, setting, impression }: Draft): void {
    const isHandedOut = impression.purpose !== 'screen';
    if (this.#last?.setting !== setting || this.#last.name !== name) {
      const key = JSON.stringify([name, setting]);
      const entry = this.#of.get(key) ?? { guide: { name, guide }, setting, isHandedOut };
      this.#of.set(key, entry);
      this.#last = { setting, name, entry };
    }
    if (isHandedOut) this.#last.entry.isHandedOut = true;
  }

  get settings() {
    return [...this.#of.values()];
  }
}

/** Whether the press makes what is asked of it, in the languages that are asked for; what it does not make is told. */
export function checkMade(
  campaign: Campaign,
  asked: Asked,
  folders: Folders,
  stock: Stock,
  faults: Faults,
): void {
  const { data, source } = campaign;
  const seen = new Set<string>();
  const once = (key: string, check: () => void) => {
    if (seen.has(key)) return;
    seen.add(key);
    check();
  };
  for (const {
    guide: { name, guide },
    setting,
    isHandedOut,
  } of asked.settings) {
    const { product: id, paper, orientation, locale, theme, qr } = setting;
    const product = faults.catching(() => loadProduct(id, folders.templates, stock));
    if (product === undefined) continue;
    once(`paper ${id} ${paper} ${orientation}`, () =>
      faults.catching(
        () => pagesOf(product, paper, orientation),
        ({ message, hint }) =>
          problem(
            'CAMPAIGN_NOT_MADE',
            message,
            source.place(['papers']),
            `${hint ?? ''} Or leave it out: except: [{ product: ${id}, paper: ${paper} }].`,
          ),
      ),
    );
    once(`edition ${id} ${setting.edition}`, () =>
      faults.catching(
        () => inEdition(product, setting.edition, () => []),
        ({ message, hint }) =>
          problem(
            'CAMPAIGN_NOT_MADE',
            message,
            source.place(['editions']),
            `${hint ?? ''} Or leave it out: except: [{ product: ${id}, edition: ${setting.edition} }].`,
          ),
      ),
    );
    once(`theme ${theme}`, () => {
      if (!isThere(folders.templates, join('themes', `${theme}.css`)))
        faults.add(problem('CAMPAIGN_NOT_MADE', `There is no theme "${theme}".`, source.place(['themes'])));
    });
    once(`qr ${name}`, () =>
      faults.catching(
        () => qrOf(qr, guide),
        ({ message, hint }) => problem('CAMPAIGN_INVALID', message, source.place(['qr']), hint),
      ),
    );
    once(`faces ${locale}`, () =>
      faults.catching(
        () => requireFaces(locale),
        (each) => ({
          ...each,
          message: `${locale}: ${each.message}`,
          place: placeOfLocale(locale, campaign),
          hint: `${each.hint}; or leave the language out: except: [{ locale: ${locale} }].`,
        }),
      ),
    );
    once(`locale ${name} ${id} ${locale}`, () => {
      const words = [product.id, ...likesOf(product, folders.templates, stock)].map((of) => ({
        root: folders.templates,
        path: join(of, 'words'),
      }));
      const loaded = faults.catching(
        () => loadLocale(locale, guide, folders.locales, words, stock),
        (each) => missing(each, locale, name, campaign),
      );
      if (loaded === undefined || !isHandedOut || data.allowDrafts) return;
      const { status } = loaded.translation;
      if (status === 'source' || status === 'reviewed') return;
      once(`draft ${name} ${locale}`, () =>
        faults.add(
          problem(
            'TRANSLATION_DRAFT',
            `The translation of ${name} into ${locale} is a ${status.replace('-', ' ')}: no person reviewed it. It is not printed for office.`,
            { ...source.place(['purposes']), locale },
            `Have a qualified translator review it; or say allowDrafts: true; or except: [{ locale: ${locale}, purpose: office }].`,
          ),
        ),
      );
    });
  }
}

/** A file of a translation that is not there is a translation that is missing. */
function missing(each: Problem, locale: string, guide: string, campaign: Campaign): Problem {
  if (each.code !== 'FILE_NOT_FOUND') return each;
  return problem(
    'TRANSLATION_MISSING',
    `The guide ${guide} has no translation into ${locale}.`,
    placeOfLocale(locale, campaign),
    `${each.place.file ?? ''} is not there: helpline-press translations export makes a file for translators.`,
  );
}

/** Where a campaign asks for a locale. */
function placeOfLocale(locale: string, { data, source }: Campaign): Problem['place'] {
  const index = Array.isArray(data.locales) ? data.locales.indexOf(locale) : -1;
  return { ...source.place(index < 0 ? ['locales'] : ['locales', index]), locale };
}

/** @throws PressError where a name of a list is none of those that are known */
export function requireKnown(
  names: readonly string[],
  known: readonly string[],
  what: string,
  at: (index: number) => Problem['place'],
): void {
  const problems = names.flatMap((name, i) =>
    known.includes(name)
      ? []
      : [problem('CAMPAIGN_NOT_MADE', `There is no ${what} "${name}".`, at(i), suggest(name, known))],
  );
  if (problems.length > 0) throw new PressError(problems);
}
