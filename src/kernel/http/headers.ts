const self = "'self'";

/** Nothing inline, nothing from elsewhere: what a page needs is served by the page's own origin. */
const contentRules = Object.entries({
  'default-src': "'none'",
  'script-src': self,
  'style-src': self,
  'img-src': `${self} blob:`,
  'connect-src': self,
  'form-action': self,
  'font-src': self,
  'manifest-src': self,
  'media-src': self,
  'worker-src': self,
  'frame-src': self,
  'frame-ancestors': self,
  'base-uri': "'none'",
})
  .map((rule) => rule.join(' '))
  .join(';');

/** What every answer says to a browser, written once: the same headers for pages, programs and files, where a route does not know better. */
export function standingHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentRules,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
