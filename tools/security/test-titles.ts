import ts from 'typescript';

export interface TestTitle {
  title: string;
  /** Itself or what stands around it is not run. */
  skipped: boolean;
}

const makers = new Set(['it', 'test', 'describe']);
const shut = /^(skip|todo|fixme|failing|fail)$/;

/** The titles of all tests in a file, as they are written: of a table the title with its placeholders. */
export function testTitlesOf(text: string): TestTitle[] {
  const found: TestTitle[] = [];
  const visit = (node: ts.Node, skipped: boolean): void => {
    let within = skipped;
    if (ts.isCallExpression(node)) {
      const names = namesOf(node.expression);
      const [maker = '', ...rest] = names;
      if (makers.has(maker.replace(/^[xf]/, ''))) {
        within ||= maker.startsWith('x') || rest.some((name) => shut.test(name));
        const title = textOf(node.arguments[0]);
        if (title !== undefined && !maker.endsWith('describe') && !rest.includes('describe')) found.push({ title, skipped: within });
      }
    }
    const body = bodyOf(node);
    if (body && skipsItself(body)) within = true;
    if (within && body) for (const test of found) if (test.title === ownTitle(node)) test.skipped = true;
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(ts.createSourceFile('spec.ts', text, ts.ScriptTarget.Latest, true), false);
  return found;
}

/** `test.describe.each([])` is test, describe, each. */
function namesOf(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) return [...namesOf(expression.expression), expression.name.text];
  if (ts.isCallExpression(expression)) return namesOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return namesOf(expression.tag);
  return [];
}

function textOf(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : undefined;
}

const ownTitle = (node: ts.Node) => (ts.isCallExpression(node) ? textOf(node.arguments[0]) : undefined);

/** What a test does, when the node is one. */
function bodyOf(node: ts.Node): ts.Block | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const last = node.arguments.find((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument));
  return last && ts.isBlock(last.body) ? last.body : undefined;
}

/** Playwright's `test.skip()` as a statement in the body. */
function skipsItself(body: ts.Block): boolean {
  return body.statements.some((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
    const [maker, how = ''] = namesOf(statement.expression.expression);
    return maker === 'test' && shut.test(how) && textOf(statement.expression.arguments[0]) === undefined;
  });
}
