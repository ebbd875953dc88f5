import { curlOf } from './curl.ts';

describe('curlOf', () => {
  it('writes a command that a shell reads back byte for byte', () => {
    const command = curlOf(
      {
        url: 'https://orders.example/hook',
        headers: [
          { name: 'x-hub-signature-256', value: "sha256=<HMAC of the body with the project's secret>" },
        ],
        body: `{"text":"it's $HOME"}`,
      },
      ['Sign it yourself'],
    );
    expect(command).toBe(
      [
        '# Sign it yourself',
        "curl -X POST 'https://orders.example/hook' \\",
        "  -H 'x-hub-signature-256: sha256=<HMAC of the body with the project'\\''s secret>' \\",
        `  --data-binary '{"text":"it'\\''s $HOME"}'`,
      ].join('\n'),
    );
  });
});
