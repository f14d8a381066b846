/** The few abilities and addresses the shell itself knows; the areas own what is behind them. */
export const abilityTo = { search: 'person.read', consult: 'consultation.write', tasks: 'task.work' } as const

/** Who has it works for people entrusted to their office and for nobody else: the menu holds that work only. */
export const entrustedAbility = 'entrustment.receive'

export const personPath = (id: string): string => `/people/${encodeURIComponent(id)}`

/** The intake, with the person already set when somebody was found first. The id tells nothing by itself. */
export const consultationPath = (personId?: string): string =>
  personId ? `/consultations/new?person=${encodeURIComponent(personId)}` : '/consultations/new'

/** きょう: what is due, to which the bell leads. */
export const todayPath = '/'
