const intake = ['TABLE_NAME', 'ORIGINALS_BUCKET', 'SECRET_ARN', 'PUBLIC_URL', 'MAIL_DOMAIN'] as const;
const sending = ['TABLE_NAME', 'SECRET_ARN', 'PUBLIC_URL', 'MAIL_FROM', 'MAIL_DOMAIN', 'CONFIGURATION_SET'] as const;
const alerting = ['TABLE_NAME', 'PUBLIC_URL'] as const;

/** What each function finds in its environment, by name: none of them empty. A test holds this against the synthesised template. */
export const environments = {
  'public-pages': intake,
  'status-pages': intake,
  'desk-pages': [...intake, 'SIGN_IN_ISSUER', 'SIGN_IN_CLIENT_ID'],
  'static-files': [],
  'receive-mail': intake,
  'sweep-inbox': intake,
  'transcribe-recording': ['ORIGINALS_BUCKET', 'DATA_KEY_ARN'],
  'receive-voicemail': intake,
  'delete-audio': [...alerting, 'ORIGINALS_BUCKET'],
  'check-files': ['TABLE_NAME', 'ORIGINALS_BUCKET'],
  'send-notices': sending,
  'sweep-notices': sending,
  'record-delivery': alerting,
  'plan-alerts': [...alerting, 'SECRET_ARN', 'SCHEDULE_GROUP', 'SCHEDULE_TARGET_ARN', 'SCHEDULE_ROLE_ARN', 'SCHEDULE_DEAD_LETTER_ARN'],
  'speak-alert': alerting,
  'sweep-deadlines': alerting,
} as const;
