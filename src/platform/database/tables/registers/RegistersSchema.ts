import type { default as MemberMunicipalityTable } from './MemberMunicipality.ts';
import type { default as AccessResetTable } from './AccessReset.ts';
import type { default as PostRequestTable } from './PostRequest.ts';
import type { default as OrganisationTable } from './Organisation.ts';
import type { default as CentreTable } from './Centre.ts';
import type { default as CentreAreaTable } from './CentreArea.ts';
import type { default as DailyLifeAreaTable } from './DailyLifeArea.ts';
import type { default as LocalSettingTable } from './LocalSetting.ts';
import type { default as PostTable } from './Post.ts';
import type { default as InsurerTable } from './Insurer.ts';
import type { default as StaffTable } from './Staff.ts';
import type { default as AreaTownTable } from './AreaTown.ts';
import type { default as TownTable } from './Town.ts';

export default interface RegistersSchema {
  member_municipality: MemberMunicipalityTable;

  access_reset: AccessResetTable;

  post_request: PostRequestTable;

  organisation: OrganisationTable;

  centre: CentreTable;

  centre_area: CentreAreaTable;

  daily_life_area: DailyLifeAreaTable;

  local_setting: LocalSettingTable;

  post: PostTable;

  insurer: InsurerTable;

  staff: StaffTable;

  area_town: AreaTownTable;

  town: TownTable;
}