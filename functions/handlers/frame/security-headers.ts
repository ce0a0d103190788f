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

/** The same for a page with a player: our own address of a recording leads to the bucket, and audio comes from nowhere else. */
export function headersToPlayFrom(origin: string): Readonly<Record<string, string>> {
  return { ...securityHeaders, 'content-security-policy': [...contentSecurityPolicy, `media-src 'self' ${origin}`].join('; ') };
}
