import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

const table = { TABLE_NAME: text };
const intake = { ...table, ORIGINALS_BUCKET: text, SECRET_ARN: text, PUBLIC_URL: text, MAIL_DOMAIN: text };
const sending = { ...table, SECRET_ARN: text, PUBLIC_URL: text, MAIL_FROM: text, MAIL_DOMAIN: text, CONFIGURATION_SET: text };
const alerting = { ...table, PUBLIC_URL: text };

/** What each function finds in its environment. A test holds this against the synthesised template. */
export const environments = {
  'public-pages': z.object({ ...intake }),
  'desk-pages': z.object({
    ...table,
    ORIGINALS_BUCKET: text,
    SECRET_ARN: text,
    PUBLIC_URL: text,
    MAIL_DOMAIN: text,
    SIGN_IN_ISSUER: text,
    SIGN_IN_CLIENT_ID: text,
  }),
  'static-files': z.object({}),
  'receive-mail': z.object(intake),
  'sweep-inbox': z.object(intake),
  'transcribe-recording': z.object({ ORIGINALS_BUCKET: text, DATA_KEY_ARN: text }),
  'receive-voicemail': z.object(intake),
  'delete-audio': z.object({ ...alerting, ORIGINALS_BUCKET: text }),
  'send-notices': z.object(sending),
  'sweep-notices': z.object(sending),
  'record-delivery': z.object(alerting),
  'plan-alerts': z.object({
    ...alerting,
    SCHEDULE_GROUP: text,
    SCHEDULE_TARGET_ARN: text,
    SCHEDULE_ROLE_ARN: text,
    SCHEDULE_DEAD_LETTER_ARN: text,
  }),
  'speak-alert': z.object(alerting),
  'sweep-deadlines': z.object(alerting),
} as const;
