export interface note_reset_params {
  staff: string;

  what: string;
}