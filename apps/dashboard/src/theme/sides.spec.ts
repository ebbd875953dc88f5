import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const source = join(import.meta.dirname, '..');
// Ids and directions of its picture stay as they are in every language: it stands in `dir="ltr"`.
const exempt = ['features/sign-in/fan-out.tsx'];
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts') && !exempt.includes(name),
);
const styles = readFileSync(join(source, 'theme/theme.css'), 'utf8');

/** Utilities that name a side which lines run from or to; `start` and `end` turn round with the language. */
const physical =
  /^-?(m[lr]|p[lr]|scroll-[mp][lr]|left|right|rounded-([lr]|[tb][lr])|border-[lr])(-|$)|^(text|float|clear|object|origin|justify-self)-(left|right)$|^bg-(linear|gradient)-to-[lr]$/;
const physicalStyle = /^(left|right|(margin|padding|border)(Left|Right)\w*|border(Top|Bottom)(Left|Right)Radius)$/;
/** Signs that point along the line. */
const pointing = /^((Arrow|Chevron|Chevrons|Corner|Move|Circle(Arrow|Chevron))\w*(Left|Right)|(Log(In|Out)|Undo|Redo|Reply|Forward|Send|ExternalLink|Step|Skip|FastForward|Rewind|Indent|Outdent|Panel(Left|Right))\w*)$/;

const bare = (utility: string) => utility.replace(/^.*:(?![^[]*\])/, '').replace(/^!|!$/g, '');

function sidesIn(name: string): string[] {
  const tree = ts.createSourceFile(name, readFileSync(join(source, name), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, what: string) => found.push(`${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
  const utilities = (node: ts.Node, text: string) => {
    const all = text.split(/\s+/);
    for (const utility of all) if (physical.test(bare(utility))) note(node, utility);
    const moved = all.filter((utility) => /^-?translate-x-/.test(bare(utility)));
    if (moved.length > 0 && !moved.some((utility) => utility.includes('rtl:'))) note(node, moved.join(' '));
  };
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) utilities(node, node.text);
    if (ts.isPropertyAssignment(node) && physicalStyle.test(node.name.getText())) note(node, node.name.getText());
    if (ts.isImportSpecifier(node) && node.parent.parent.parent.moduleSpecifier.getText().includes('lucide-react')) {
      const icon = (node.propertyName ?? node.name).text;
      const kebab = icon.replace(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase();
      if (pointing.test(icon) && !new RegExp(`\\.lucide-${kebab}[,)\\s]`).test(styles)) note(node, `${icon} does not turn round in theme.css`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

it('nothing has a left or a right side, but a start and an end', () => {
  expect(files.flatMap(sidesIn)).toEqual([]);
});

it('the styles have neither', () => {
  const lines = styles.split('\n').filter((line) => /(^|[\s;{])((margin|padding|border)-)?(left|right)(-\w+)?\s*:/.test(line) || /text-align:\s*(left|right)/.test(line));
  expect(lines).toEqual([]);
});
