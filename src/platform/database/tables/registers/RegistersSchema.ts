import type { default as FacilityListTable } from './FacilityList.ts';
import type { default as MemberMunicipalityTable } from './MemberMunicipality.ts';
import type { default as AccessResetTable } from './AccessReset.ts';
import type { default as CareOfficeTable } from './CareOffice.ts';
import type { default as SettingProposalTable } from './SettingProposal.ts';
import type { default as BoundarySetTable } from './BoundarySet.ts';
import type { default as CareOfficeDifferenceTable } from './CareOfficeDifference.ts';
import type { default as PostRequestTable } from './PostRequest.ts';
import type { default as OrganisationTable } from './Organisation.ts';
import type { default as MappingProfileTable } from './MappingProfile.ts';
import type { default as CareOfficeDecisionTable } from './CareOfficeDecision.ts';
import type { default as CentreTable } from './Centre.ts';
import type { default as CentreAreaTable } from './CentreArea.ts';
import type { default as BoundaryTable } from './Boundary.ts';
import type { default as MunicipalityTable } from './Municipality.ts';
import type { default as FacilityTable } from './Facility.ts';
import type { default as TwoPersonSettingTable } from './TwoPersonSetting.ts';
import type { default as InsurerMemberTable } from './InsurerMember.ts';
import type { default as DailyLifeAreaTable } from './DailyLifeArea.ts';
import type { default as CareOfficeLoadTable } from './CareOfficeLoad.ts';
import type { default as LocalSettingTable } from './LocalSetting.ts';
import type { default as PostTable } from './Post.ts';
import type { default as InsurerTable } from './Insurer.ts';
import type { default as StaffTable } from './Staff.ts';
import type { default as AreaTownTable } from './AreaTown.ts';
import type { default as TownTable } from './Town.ts';
import type { default as CareOfficeServiceTable } from './CareOfficeService.ts';
import type { default as LawConfirmationTable } from './LawConfirmation.ts';

export default interface RegistersSchema {
  facility_list: FacilityListTable;

  member_municipality: MemberMunicipalityTable;

  access_reset: AccessResetTable;

  care_office: CareOfficeTable;

  setting_proposal: SettingProposalTable;

  boundary_set: BoundarySetTable;

  care_office_difference: CareOfficeDifferenceTable;

  post_request: PostRequestTable;

  organisation: OrganisationTable;

  mapping_profile: MappingProfileTable;

  care_office_decision: CareOfficeDecisionTable;

  centre: CentreTable;

  centre_area: CentreAreaTable;

  boundary: BoundaryTable;

  municipality: MunicipalityTable;

  facility: FacilityTable;

  two_person_setting: TwoPersonSettingTable;

  insurer_member: InsurerMemberTable;

  daily_life_area: DailyLifeAreaTable;

  care_office_load: CareOfficeLoadTable;

  local_setting: LocalSettingTable;

  post: PostTable;

  insurer: InsurerTable;

  staff: StaffTable;

  area_town: AreaTownTable;

  town: TownTable;

  care_office_service: CareOfficeServiceTable;

  law_confirmation: LawConfirmationTable;
}