import type { PageRequest } from './page.ts';

/**
 * The form that a browser sent: urlencoded, or in parts where a page uploads a file. What is neither, or is broken, is an empty form, which no page takes
 * for one of its own.
 */
export async function formIn(body: Uint8Array<ArrayBuffer>, contentType = ''): Promise<Pick<PageRequest, 'form' | 'files'>> {
  if (!/^multipart\/form-data\b/i.test(contentType)) return { form: new URLSearchParams(new TextDecoder().decode(body)) };
  const form = new URLSearchParams();
  const files = [];
  try {
    for (const [field, value] of await new Response(body, { headers: { 'content-type': contentType } }).formData()) {
      if (typeof value === 'string') form.append(field, value);
      else files.push({ field, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  } catch {
    return { form: new URLSearchParams() };
  }
  return { form, files };
}
