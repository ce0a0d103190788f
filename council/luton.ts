import type { CouncilFacts } from './facts.ts';
import { translations } from './languages.ts';

/**
 * Luton Council, from its corporate complaints policy of October 2024 (sections 1, 4 and 12).
 * Mailboxes of services and the care emergency number are examples until the council supplies its own.
 */
export const luton: CouncilFacts = {
  name: 'Luton Council',
  referencePrefix: 'LBC',
  complaints: {
    teamName: 'Complaints Team',
    email: 'complaints@luton.gov.uk',
    telephone: '01582 546398',
    telephoneNote: 'This is a voicemail service: you will be asked to leave a message.',
    postalAddress: ['Complaints Team', 'Luton Council', 'Town Hall', 'Upper George Street', 'Luton', 'LU1 2BQ'],
    inPerson: 'Customer Service Centre, Town Hall, Luton, LU1 2BQ',
    online: 'feedback.luton.gov.uk/complaint',
    teamMailbox: 'complaints-team@luton.example',
  },
  outOfHours: { email: 'out-of-hours@luton.example', careEmergencyTelephone: '01632 960123' },
  policyUrl: 'https://www.luton.gov.uk/complaints',
  services: {
    housing: { name: 'Housing', mailbox: 'housing-complaints@luton.example' },
    benefits: { name: 'Housing benefit and council tax reduction', mailbox: 'benefits-complaints@luton.example' },
    'council-tax': { name: 'Council tax', mailbox: 'council-tax-complaints@luton.example' },
    waste: { name: 'Waste and recycling', mailbox: 'waste-complaints@luton.example' },
    'street-scene': { name: 'Street cleaning and parks', mailbox: 'street-scene-complaints@luton.example' },
    highways: { name: 'Roads, pavements and street lights', mailbox: 'highways-complaints@luton.example' },
    parking: { name: 'Parking', mailbox: 'parking-complaints@luton.example' },
    planning: { name: 'Planning and building control', mailbox: 'planning-complaints@luton.example' },
    'environmental-health': { name: 'Environmental health', mailbox: 'environmental-health-complaints@luton.example' },
    'adult-social-care': { name: 'Adult social care', mailbox: 'adult-social-care-complaints@luton.example' },
    'children-social-care': { name: "Children's social care", mailbox: 'childrens-social-care-complaints@luton.example' },
    education: { name: 'Education', mailbox: 'education-complaints@luton.example' },
    'customer-services': { name: 'Customer services', mailbox: 'customer-services-complaints@luton.example' },
    'leisure-culture': { name: 'Libraries, leisure and culture', mailbox: 'leisure-complaints@luton.example' },
    elections: { name: 'Elections', mailbox: 'elections-complaints@luton.example' },
    licensing: { name: 'Licensing', mailbox: 'licensing-complaints@luton.example' },
    other: { name: 'Another council service', mailbox: 'complaints-team@luton.example' },
  },
  // Names and mailboxes are examples until the council supplies its own.
  receivingTeams: {
    'adult-social-care': { name: 'the adult social care complaints team', mailbox: 'adult-social-care-complaints@luton.example' },
    'children-social-care': {
      name: 'the children’s social care complaints team',
      mailbox: 'childrens-social-care-complaints@luton.example',
    },
    'public-health': { name: 'the public health team', mailbox: 'public-health@luton.example' },
    'monitoring-officer': { name: 'the Monitoring Officer', mailbox: 'monitoring-officer@luton.example' },
    'human-resources': { name: 'Human Resources', mailbox: 'human-resources@luton.example' },
    'homelessness-review': { name: 'the homelessness reviews team', mailbox: 'homelessness-reviews@luton.example' },
    'housing-benefit-appeal': { name: 'the benefits appeals team', mailbox: 'benefits-appeals@luton.example' },
    'council-tax': { name: 'the council tax team', mailbox: 'council-tax-appeals@luton.example' },
    'parking-representations': { name: 'the parking appeals team', mailbox: 'parking-appeals@luton.example' },
    'school-transport': { name: 'the school transport team', mailbox: 'school-transport@luton.example' },
    'electoral-registration': { name: 'the electoral registration officer', mailbox: 'electoral-registration@luton.example' },
    'subject-access': { name: 'the information governance team', mailbox: 'information-governance@luton.example' },
    'freedom-of-information': { name: 'the information governance team', mailbox: 'information-governance@luton.example' },
    'data-protection-complaint': { name: 'the data protection officer', mailbox: 'data-protection@luton.example' },
    'insurance-claim': { name: 'the insurance team', mailbox: 'insurance@luton.example' },
  },
  ombudsmen: {
    // No postal address: policy version 1.1 changed these details at the LGSCO's own request.
    LGSCO: {
      name: 'Local Government and Social Care Ombudsman',
      mailDomains: ['lgo.org.uk'],
      website: 'www.lgo.org.uk',
      telephone: '0300 061 0614',
      checkedOn: '2026-11-21',
    },
    HOS: {
      name: 'Housing Ombudsman Service',
      mailDomains: ['housing-ombudsman.org.uk'],
      website: 'www.housing-ombudsman.org.uk',
      telephone: '0300 111 3000',
      email: 'info@housing-ombudsman.org.uk',
      postalAddress: ['Housing Ombudsman Service', 'PO Box 1484', 'Unit D', 'Preston', 'PR2 0ET'],
      checkedOn: '2026-11-21',
    },
  },
  // What Microsoft 365 would say if it holds the council's mailboxes: to be confirmed with a message of the council's own (docs/operations.md).
  trustedForwarders: [
    {
      name: 'Microsoft 365 of the council',
      envelopeDomains: ['luton.gov.uk'],
      sealer: 'microsoft.com',
      authservId: 'mx.microsoft.com',
      mailboxes: ['complaints@luton.gov.uk'],
    },
  ],
  socialJusticeUnit: { name: 'Social Justice Unit', mailbox: 'social-justice-unit@luton.example' },
  // 30 to 90 days are usual, and no published schedule of the council's was found: to be confirmed by its information governance team.
  // The sender is an example until the council's telephone system is known.
  voicemail: { mailbox: 'voicemail', senders: ['telephony.example'], audioKeptDays: 60 },
  // An example until the council supplies its own; the privacy notice says so.
  dataProtection: { officer: 'Data Protection Officer', email: 'data-protection@luton.example' },
  // The languages most spoken in Luton besides English. A translator of the council's should read these lines before they are first sent.
  otherLanguages: [
    { language: 'Urdu', inItself: 'اردو', tag: 'ur', tellUs: 'اگر آپ کو یہ پیغام کسی دوسری زبان میں چاہیے تو براہِ کرم ہمیں بتائیں۔' },
    { language: 'Bengali', inItself: 'বাংলা', tag: 'bn', tellUs: 'এই বার্তাটি আপনার অন্য ভাষায় প্রয়োজন হলে অনুগ্রহ করে আমাদের জানান।' },
    {
      language: 'Polish',
      inItself: 'Polski',
      tag: 'pl',
      tellUs: 'Jeśli potrzebują Państwo tej wiadomości w innym języku, prosimy nam o tym powiedzieć.',
    },
    {
      language: 'Romanian',
      inItself: 'Română',
      tag: 'ro',
      tellUs: 'Dacă aveți nevoie de acest mesaj în altă limbă, vă rugăm să ne spuneți.',
    },
    { language: 'Punjabi', inItself: 'ਪੰਜਾਬੀ', tag: 'pa', tellUs: 'ਜੇ ਤੁਹਾਨੂੰ ਇਹ ਸੁਨੇਹਾ ਕਿਸੇ ਹੋਰ ਭਾਸ਼ਾ ਵਿੱਚ ਚਾਹੀਦਾ ਹੈ ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਦੱਸੋ।' },
    { language: 'Gujarati', inItself: 'ગુજરાતી', tag: 'gu', tellUs: 'જો તમને આ સંદેશ બીજી ભાષામાં જોઈતો હોય તો કૃપા કરીને અમને જણાવો.' },
  ],
  translations,
  brand: { colour: '#00507a' },
};
