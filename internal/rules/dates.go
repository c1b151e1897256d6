package rules

// The functions about dates that rules call.
const (
	AddMonths = "dates.add_months"
	AddDays   = "dates.add_days"
	PeriodEnd = "dates.period_end"
	LastDay   = "dates.last_day"
	CycleEnd  = "dates.cycle_end"
)

// The bounds of what is counted in days, weeks, months or years. Beyond a thousand
// years the year no longer has four digits and days stop comparing as strings.
const MinCount, MaxCount = -12000, 366 * 100
