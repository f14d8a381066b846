export interface fold_alias_params {
}