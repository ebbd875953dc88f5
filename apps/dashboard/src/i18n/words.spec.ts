import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { catalogueNames, messagesOf } from './catalogues.ts';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** Attributes whose text a person sees or hears. */
const spoken = /^(title|alt|label|placeholder|note|hint|description|summary|what|message|aria-(label|description|roledescription|valuetext|placeholder))$/;
/** Names and signs that are the same in every language. */
const everywhere = /^(Waypost|Meta|WhatsApp|PostgreSQL|Redis|⌘K|Esc|Enter|URL|ms|[^\p{L}]*|[A-Z?/]|https?:\/\/\S*)$/u;

/** Where a file says something that is not in the catalogue. */
function hardCoded(file: string): string[] {
  const path = join(source, file);
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (everywhere.test(text.trim())) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${relative(source, path)}:${line + 1} "${text.trim()}"`);
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isJsxElement(node.parent) && ts.isStringLiteralLike(node.expression)) {
      note(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && spoken.test(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer)) note(node, initializer.text);
      if (ts.isJsxExpression(initializer) && initializer.expression && ts.isStringLiteralLike(initializer.expression)) {
        note(node, initializer.expression.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

it('every word on screen comes from the catalogue', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(hardCoded)).toEqual([]);
});

it('every catalogue is one that the pages know', () => {
  const known = readFileSync(join(source, 'i18n/messages.ts'), 'utf8');
  for (const name of catalogueNames) expect(known).toContain(`./en/${name}`);
});

/** Every text in the code, and every template as a pattern. */
function texts(): { literals: Set<string>; patterns: RegExp[]; spaces: Set<string> } {
  const [literals, patterns, spaces] = [new Set<string>(), [] as RegExp[], new Set<string>()];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    // Lists whose names are words: `{ unclaimed: { to: … } }`.
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && ts.isObjectLiteralExpression(node.initializer)) literals.add(node.name.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (parts.join('') !== '') patterns.push(new RegExp(`^${parts.map((part) => part.replace(/[^\w ]/g, '\\$&')).join('[^ ]+')}$`));
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'useTranslations') {
      const [space] = node.arguments;
      if (space && ts.isStringLiteralLike(space)) spaces.add(space.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || name.endsWith('.spec.ts')) continue;
    const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    visit(ts.createSourceFile(name, readFileSync(join(source, name), 'utf8'), ts.ScriptTarget.Latest, true, kind));
  }
  return { literals, patterns, spaces };
}

it('every word in the catalogue is said somewhere', () => {
  const { literals, patterns, spaces } = texts();
  const unused = [...messagesOf('en').keys()].filter((key) => {
    const [name = ''] = key.split('.');
    return ![...spaces, `${name}`].some((space) => {
      if (!key.startsWith(`${space}.`)) return false;
      const rest = key.slice(space.length + 1);
      return literals.has(rest) || patterns.some((pattern) => pattern.test(rest));
    });
  });
  expect(unused).toEqual([]);
});
