/** What stands in a field, or nothing. */
export function textOf(values: FormData, name: string): string | undefined {
  return String(values.get(name) ?? '').trim() || undefined;
}

/** One a line, or however people part them. */
export function listOf(values: FormData, name: string): string[] {
  return [...new Set((textOf(values, name) ?? '').split(/[\s,;]+/).filter((one) => one !== ''))];
}
