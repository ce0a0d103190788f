/** Complaint text is hostile input: a page takes only our own style, script and pictures, and sends forms only to us. */
const contentSecurityPolicy: readonly string[] = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
];

/**
 * Written out, not left to a library's defaults: one of those (`sandbox`) switches every form off. A browser that came by plain http, as on one
 * machine, ignores the transport rule.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy.join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

/** The same for a page that plays audio from one other origin, sends files to one, or has its style in it: it stands in that page's policy and in no other's. */
export function headersFor({
  playsFrom,
  uploadsTo,
  styleHash,
}: {
  readonly playsFrom?: string;
  readonly uploadsTo?: string;
  readonly styleHash?: string;
}): Readonly<Record<string, string>> {
  const policy = contentSecurityPolicy.map((rule) => {
    if (uploadsTo !== undefined && /^(?:connect-src|form-action)/.test(rule)) return `${rule} ${uploadsTo}`;
    return styleHash !== undefined && rule.startsWith('style-src') ? `${rule} '${styleHash}'` : rule;
  });
  const audio = playsFrom === undefined ? [] : [`media-src 'self' ${playsFrom}`];
  return { ...securityHeaders, 'content-security-policy': [...policy, ...audio].join('; ') };
}
