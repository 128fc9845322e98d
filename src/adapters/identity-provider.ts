import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

export type ProviderAccess = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
};
export type Question = { readonly state: string; readonly nonce: string; readonly verifier: string };
/** Who the provider says came back. */
export type Subject = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
};

const configurationByIssuer = new Map<string, Promise<Configuration>>();

/** Read once; asked again when the provider did not answer. Plain HTTP only towards this machine (demo and tests). */
function configurationOf({ issuer, clientId, clientSecret }: ProviderAccess): Promise<Configuration> {
  const known = configurationByIssuer.get(issuer);
  if (known) return known;
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname);
  const found = discovery(new URL(issuer), clientId, clientSecret, undefined, local ? { execute: [allowInsecureRequests] } : {});
  configurationByIssuer.set(issuer, found);
  found.catch(() => configurationByIssuer.delete(issuer));
  return found;
}

/** Where to send the browser, and what must be remembered until it comes back; undefined when the provider does not answer. */
export async function askProvider(access: ProviderAccess): Promise<{ question: Question; url: string } | undefined> {
  const question = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  try {
    const url = buildAuthorizationUrl(await configurationOf(access), {
      redirect_uri: access.redirectUri,
      scope: 'openid profile email',
      state: question.state,
      nonce: question.nonce,
      code_challenge: await calculatePKCECodeChallenge(question.verifier),
      code_challenge_method: 'S256',
    });
    return { question, url: url.href };
  } catch {
    return undefined;
  }
}

/** Whom the provider vouches for in its answer (the query it sent the browser back with); undefined when the answer is not a good one. */
export async function readAnswer(access: ProviderAccess, question: Question, query: string): Promise<Subject | undefined> {
  const answer = new URL(access.redirectUri);
  answer.search = query;
  try {
    const tokens = await authorizationCodeGrant(await configurationOf(access), answer, {
      expectedState: question.state,
      expectedNonce: question.nonce,
      pkceCodeVerifier: question.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    return claims && { issuer: claims.iss, subject: claims.sub, name: textOf(claims['name']), email: textOf(claims['email']) };
  } catch {
    return undefined;
  }
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 100) : undefined;
}
