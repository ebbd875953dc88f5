interface Request {
  url: string;
  headers: { name: string; value: string }[];
  body: string;
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The call as a command, below comments; what is secret in it are placeholders already. */
export function curlOf({ url, headers, body }: Request, comments: string[]): string {
  const command = [
    `curl -X POST ${quoted(url)}`,
    ...headers.map(({ name, value }) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-binary ${quoted(body)}`,
  ];
  return [...comments.map((comment) => `# ${comment}`), command.join(' \\\n  ')].join('\n');
}
