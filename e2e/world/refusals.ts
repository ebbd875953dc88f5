import type { Answer, Json } from './client.ts';

/** The fields that a refusal names, and its words for the first. */
export async function refusal(answer: Promise<Answer<Json>>): Promise<[number, string, string[], string]> {
  const { status, body } = await answer;
  const errors: { field: string; message: string }[] = body.errors ?? [];
  return [status, body.code, errors.map(({ field }) => field), errors[0]?.message ?? body.detail];
}

/** Status and code alone. */
export const conflict = async (answer: Promise<Answer<Json>>) => (await refusal(answer)).slice(0, 2);

/** Rows of a table of wrong fields, each with a short name. */
export const wrongs = (table: [wrong: Json, field: string][]) =>
  table.map(([wrong, field]) => {
    const said = JSON.stringify(wrong) === '{}' ? `no ${field}` : JSON.stringify(wrong);
    return { wrong, field, words: said.length > 60 ? `${said.slice(0, 40)}... (${said.length})` : said };
  });
