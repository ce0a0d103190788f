/** What stands under a box that is not ticked is closed, and not sent: without this script it counts as ticked (duty D6). */
export function leaveOutWhatIsClosed(): void {
  const form = document.querySelector<HTMLFormElement>('form#answers');
  form?.addEventListener('formdata', ({ formData }) => {
    for (const field of form.querySelectorAll('.govuk-checkboxes__conditional--hidden [name]'))
      formData.delete(field.getAttribute('name') ?? '');
  });
}
