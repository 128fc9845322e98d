declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  /** The little of an OpenID provider that tests use; the package brings no types. */
  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): RequestListener;
  }
}
