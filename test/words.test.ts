import { expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { modules } from '#main/modules.ts';
import { uiWords } from '#ui/index.ts';

/** What the kernel itself may say to a person, besides the refusals that contracts declare. */
const kernelCodes = [
  'sign_in_needed',
  'forbidden',
  'not_found',
  'stale_version',
  'key_reused',
  'invalid_input',
  'too_many_requests',
  'too_large',
  'unsupported_media_type',
  'bad_request',
  'foreign_origin',
  'kept_for_you',
  'storage_unavailable',
  'unavailable',
  'server_error',
];

test.each(languages)('every refusal that a contract declares has words in %s', (language) => {
  const common: Readonly<Record<string, unknown>> = uiWords(language).refusals;
  const missing = modules.flatMap(({ name: module, contract, refusalWords }) =>
    Object.entries(contract).flatMap(([name, endpoint]) =>
      Object.keys(endpoint.refusals)
        .filter((code) => !(code in refusalWords(language)) && !(code in common))
        .map((code) => `${module}.${name} ${code}`),
    ),
  );
  expect(missing).toEqual([]);
});

test.each(languages)('what the kernel says has words in %s', (language) => {
  const common: Readonly<Record<string, unknown>> = uiWords(language).refusals;
  expect(kernelCodes.filter((code) => !(code in common))).toEqual([]);
});
