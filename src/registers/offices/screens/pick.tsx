type PickProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A filter of a list: label and choice in one line. */
export function Pick({ label, value, options, onChange }: PickProps) {
  return (
    <label className="flex items-center gap-1 text-sm">
      <span className="text-soft">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 max-w-64 rounded-lg border border-edge bg-paper px-2 text-sm"
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}
