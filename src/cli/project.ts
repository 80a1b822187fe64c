import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import {
  catalogue,
  type Lint,
  PressError,
  type Problem,
  problem,
  schemaFault,
  suggest,
  valueAt,
  warningCodes,
} from '../diagnostics/index.ts';
import { isThere, readYaml } from '../files/index.ts';

/** What a project's file is called. */
const projectName = 'helpline-press.yaml';

/**
 * `helpline-press.yaml`: what options of the command are where nobody gives them, each by the option's own name. Folders
 * are meant from where the file lies.
 */
export function projectSchema() {
  const folder = z.string().min(1).max(300);
  const names = z.union([
    z.string().min(1).max(300),
    z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(60)
      .transform((list) => list.join(',')),
  ]);

  const weight = z.enum(['error', 'warning']).describe('What the warning of this code weighs').optional();
  const lint = z.strictObject({
    all: weight.describe('What all warnings weigh that are not named').optional(),
    ...Object.fromEntries(warningCodes.map((code) => [code, weight.describe(catalogue[code])])),
  });
  return z.strictObject({
    templates: folder.describe('Own templates, over the shipped ones').optional(),
    locales: folder.describe('Own translations and words, over the shipped ones').optional(),
    fonts: folder.describe('Own faces, over the shipped ones').optional(),
    guides: folder.describe('Where guides of campaigns are that are not below them').optional(),
    out: folder.describe('Where files go').optional(),
    product: names.describe('Products, or all').optional(),
    locale: names.describe('Languages, or all').optional(),
    paper: names.describe('Papers, or all').optional(),
    orientation: z.enum(['landscape', 'portrait']).describe('Lying or standing').optional(),
    edition: names.describe('Editions').optional(),
    for: names.describe('Purposes: screen, office').optional(),
    duplex: z.enum(['short', 'long']).describe('Edge that the printer turns the paper over').optional(),
    theme: z.string().min(1).max(60).describe('Theme of the templates').optional(),
    qr: z.string().max(300).describe('What QR codes open').optional(),
    quiet: z.boolean().describe('Say nothing but what is wrong').optional(),
    lint: lint.describe('Warnings for which print makes no file, by code').optional(),
  });
}

/** Options that are paths. */
const paths: readonly string[] = ['templates', 'locales', 'fonts', 'guides', 'out'];

/** The project's file of a folder: in it, or in the nearest above. */
function projectFile(from: string): string | undefined {
  for (let at = resolve(from); ; at = dirname(at)) {
    const file = join(at, projectName);
    if (isThere(at, projectName)) return file;
    if (dirname(at) === at) return undefined;
  }
}

function parseProject(file: string): z.infer<ReturnType<typeof projectSchema>> {
  const source = readYaml(dirname(file), projectName);
  const parsed = projectSchema().safeParse(source.value ?? {});
  if (parsed.success) return parsed.data;
  throw new PressError(
    parsed.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey(key, issue.path, source.place([...issue.path, key])));
      const message = `${issue.path.map(String).join('.') || projectName}: ${schemaFault(issue, valueAt(issue.path, source.value))}.`;
      const hint = 'docs/project.md says what it may be.';
      return [problem('PROJECT_INVALID', message, source.place(issue.path), hint)];
    }),
  );
}

function unknownKey(key: string, path: readonly PropertyKey[], place: Problem['place']): Problem {
  const isCode = path[0] === 'lint' && Object.hasOwn(catalogue, key);
  return problem(
    'PROJECT_INVALID',
    isCode ? `"${key}" is always an error.` : `"${key}" is nothing that ${projectName} says.`,
    place,
    suggest(key, path[0] === 'lint' ? ['all', ...warningCodes] : Object.keys(projectSchema().shape)),
  );
}

/** What a project's file says: of options, by their names, and what warnings weigh. */
export interface Project {
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly lint: Lint;
}

/** @throws PressError YAML_SYNTAX, PROJECT_INVALID: all that is found */
export function readProject(file: string, from = process.cwd()): Project {
  const root = dirname(file);
  const { lint = {}, ...options } = parseProject(file);
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  const told = said.map(([name, value]) => [
    name,
    paths.includes(name) ? relative(from, resolve(root, String(value))) || '.' : (value as string | boolean),
  ]);
  return { options: Object.fromEntries(told), lint: lint as Lint };
}

/**
 * Gives a command, and those that it is below, what the project's file says of options that nobody gave.
 * @returns what warnings weigh in the project
 * @throws PressError YAML_SYNTAX, PROJECT_INVALID: all that is found
 */
export function applyProject(command: Command, from = process.cwd()): Lint {
  const file = projectFile(from);
  if (file === undefined) return {};
  const { options, lint } = readProject(file, from);
  // A file that is proved alone is held to the record beside it: nothing else is looked at.
  const isAlone = command.name() === 'proof' && command.getOptionValue('guide') === undefined;
  for (let at: Command | null = isAlone ? null : command; at !== null; at = at.parent)
    for (const option of at.options) {
      const name = option.attributeName();
      const source = at.getOptionValueSource(name);
      const isOpen = !option.mandatory && (source === undefined || source === 'default');
      if (isOpen && Object.hasOwn(options, name)) at.setOptionValueWithSource(name, options[name], 'config');
    }
  return lint;
}

/** JSON Schema of `helpline-press.yaml`, for editors. */
export function projectJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(projectSchema(), { io: 'input' }), null, 2)}\n`;
}
