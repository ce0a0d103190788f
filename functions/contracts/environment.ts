import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

const table = { TABLE_NAME: text };
const intake = { ...table, ORIGINALS_BUCKET: text, SECRET_ARN: text, PUBLIC_URL: text, MAIL_DOMAIN: text };
const sending = { ...table, SECRET_ARN: text, PUBLIC_URL: text, MAIL_FROM: text, MAIL_DOMAIN: text, CONFIGURATION_SET: text };
const alerting = { ...table, PUBLIC_URL: text };

/** What each function finds in its environment: the shape that it parses. A test holds this against the synthesised template. */
export const environments = {
  'public-pages': intake,
  'status-pages': intake,
  'desk-pages': {
    ...table,
    ORIGINALS_BUCKET: text,
    SECRET_ARN: text,
    PUBLIC_URL: text,
    MAIL_DOMAIN: text,
    SIGN_IN_ISSUER: text,
    SIGN_IN_CLIENT_ID: text,
  },
  'static-files': {},
  'receive-mail': intake,
  'sweep-inbox': intake,
  'transcribe-recording': { ORIGINALS_BUCKET: text, DATA_KEY_ARN: text },
  'receive-voicemail': intake,
  'delete-audio': { ...alerting, ORIGINALS_BUCKET: text },
  'check-files': { ...table, ORIGINALS_BUCKET: text },
  'send-notices': sending,
  'sweep-notices': sending,
  'record-delivery': alerting,
  'plan-alerts': {
    ...alerting,
    SECRET_ARN: text,
    SCHEDULE_GROUP: text,
    SCHEDULE_TARGET_ARN: text,
    SCHEDULE_ROLE_ARN: text,
    SCHEDULE_DEAD_LETTER_ARN: text,
  },
  'speak-alert': alerting,
  'sweep-deadlines': alerting,
} as const;
