/** What a message in ICU syntax asks for, as far as languages have to agree on it. */
export interface Asked {
  /** Names of all values. */
  values: Set<string>;
  /** Names of tags, as in `<b>`. */
  tags: Set<string>;
  plurals: { value: string; forms: Set<string> }[];
  selects: { value: string; options: Set<string> }[];
}

/** @throws Error with the place where the message is not in ICU syntax */
export function askedBy(message: string): Asked {
  const asked: Asked = { values: new Set(), tags: new Set(), plurals: [], selects: [] };
  let at = 0;
  const fail = (expected: string): never => {
    throw new Error(`Expected ${expected} at ${at} of "${message}"`);
  };
  const space = () => {
    while (/\s/.test(message[at] ?? '')) at += 1;
  };
  const word = () => {
    space();
    const [found] = /^[^\s{},]+/.exec(message.slice(at)) ?? [];
    if (!found) return fail('a word');
    at += found.length;
    space();
    return found;
  };
  const take = (sign: string) => {
    if (message[at] !== sign) fail(sign);
    at += 1;
  };
  const value = () => {
    take('{');
    const name = word();
    asked.values.add(name);
    if (message[at] !== '}') {
      take(',');
      const type = word();
      if (message[at] !== '}') {
        take(',');
        const options = new Set<string>();
        for (space(); message[at] !== '}'; space()) {
          const option = word();
          if (type !== 'plural' && type !== 'selectordinal' && type !== 'select') continue;
          options.add(option);
          take('{');
          text();
          take('}');
        }
        if (type === 'plural') asked.plurals.push({ value: name, forms: options });
        if (type === 'select') asked.selects.push({ value: name, options });
      }
    }
    take('}');
  };
  const text = () => {
    while (at < message.length && message[at] !== '}') {
      const [, tag] = /^<\/?(\w+)>/.exec(message.slice(at)) ?? [];
      if (tag) asked.tags.add(tag);
      if (message[at] === '{') value();
      else at += 1;
    }
  };
  text();
  if (at < message.length) fail('the end');
  return asked;
}
