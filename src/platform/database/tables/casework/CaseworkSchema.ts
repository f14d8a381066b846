import type { default as RegistrationTable } from './Registration.ts';
import type { default as ConsultationTable } from './Consultation.ts';
import type { default as PersonEventRowTable } from './PersonEventRow.ts';
import type { default as RegistrationMoveTable } from './RegistrationMove.ts';
import type { default as CareManagementTable } from './CareManagement.ts';
import type { default as PersonKeyTable } from './PersonKey.ts';
import type { default as CoreImportTable } from './CoreImport.ts';
import type { default as ContactTable } from './Contact.ts';
import type { default as AbuseCaseTable } from './AbuseCase.ts';
import type { default as CoreRowTable } from './CoreRow.ts';
import type { default as ReferralTable } from './Referral.ts';
import type { default as CertificationTable } from './Certification.ts';
import type { default as PersonMergeRowTable } from './PersonMergeRow.ts';
import type { default as PersonTable } from './Person.ts';
import type { default as PersonMergeTable } from './PersonMerge.ts';
import type { default as PersonConsentTable } from './PersonConsent.ts';
import type { default as PersonProtectedTable } from './PersonProtected.ts';
import type { default as PersonRestrictionTable } from './PersonRestriction.ts';
import type { default as PersonEventTable } from './PersonEvent.ts';
import type { default as ChecklistTable } from './Checklist.ts';
import type { default as DuplicatePairTable } from './DuplicatePair.ts';
import type { default as MonitoringTable } from './Monitoring.ts';
import type { default as AreaMoveTable } from './AreaMove.ts';
import type { default as EntrustmentTable } from './Entrustment.ts';

export default interface CaseworkSchema {
  registration: RegistrationTable;

  consultation: ConsultationTable;

  person_event_row: PersonEventRowTable;

  registration_move: RegistrationMoveTable;

  care_management: CareManagementTable;

  person_key: PersonKeyTable;

  core_import: CoreImportTable;

  contact: ContactTable;

  abuse_case: AbuseCaseTable;

  core_row: CoreRowTable;

  referral: ReferralTable;

  certification: CertificationTable;

  person_merge_row: PersonMergeRowTable;

  person: PersonTable;

  person_merge: PersonMergeTable;

  person_consent: PersonConsentTable;

  person_protected: PersonProtectedTable;

  person_restriction: PersonRestrictionTable;

  person_event: PersonEventTable;

  checklist: ChecklistTable;

  duplicate_pair: DuplicatePairTable;

  monitoring: MonitoringTable;

  area_move: AreaMoveTable;

  entrustment: EntrustmentTable;
}