import type { default as ConsultationTable } from './Consultation.ts';
import type { default as PersonKeyTable } from './PersonKey.ts';
import type { default as CoreImportTable } from './CoreImport.ts';
import type { default as ContactTable } from './Contact.ts';
import type { default as AbuseCaseTable } from './AbuseCase.ts';
import type { default as CoreRowTable } from './CoreRow.ts';
import type { default as ReferralTable } from './Referral.ts';
import type { default as PersonTable } from './Person.ts';
import type { default as PersonProtectedTable } from './PersonProtected.ts';

export default interface CaseworkSchema {
  consultation: ConsultationTable;

  person_key: PersonKeyTable;

  core_import: CoreImportTable;

  contact: ContactTable;

  abuse_case: AbuseCaseTable;

  core_row: CoreRowTable;

  referral: ReferralTable;

  person: PersonTable;

  person_protected: PersonProtectedTable;
}