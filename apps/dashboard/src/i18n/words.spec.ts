import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

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
  const catalogues = readdirSync(join(source, 'i18n/en'));
  const known = readFileSync(join(source, 'i18n/messages.ts'), 'utf8');
  for (const name of catalogues) expect(known).toContain(`./en/${name}`);
});
