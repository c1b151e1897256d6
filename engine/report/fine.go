package report

// Fine is what is at stake for one document. Amounts are decimal strings in
// the currency of the report; its JSON is described by
// schemas/report.schema.json. Slices are never null.
type Fine struct {
	// Currency and Turnover are the headline base: after conversion, if the user
	// gave a rate; null where no turnover is known.
	Currency *string `json:"currency"`
	Turnover *string `json:"turnover"`
	// TurnoverOf is whose turnover that is, group or entity; null if none.
	TurnoverOf *string `json:"turnover_of"`
	// Stake is what the breaches found put at stake.
	Stake
	// PeriodicPenaltyPerDay is the cap of Arts 52(4) and 76(1) for each day.
	PeriodicPenaltyPerDay *string   `json:"periodic_penalty_per_day"`
	Periodic              *Periodic `json:"periodic"`
	// Bases are all annual figures in the facts with their caps.
	Bases []Base `json:"bases"`
	// IfUndetermined is what would be at stake if the undetermined obligations
	// were breached: of those alone, and never part of the figures above.
	IfUndetermined *Stake `json:"if_undetermined"`
	// IfApplicable is what would be at stake if the obligations applied that do
	// not apply yet: no fine, a stress test.
	IfApplicable *Stake `json:"if_applicable"`
	// Missing are the facts without which no figure can be given.
	Missing []string `json:"missing"`
	// Readings are the choices made where the law is open.
	Readings []FineReading `json:"readings"`
	// Doubts say what may be wrong with the figures: turnover of another year, of
	// the entity alone, of a size that no undertaking has. Every format says them.
	Doubts []string `json:"doubts"`
	Notes  []string `json:"notes"`
}

// Stake is what one set of obligations puts at stake.
type Stake struct {
	// Obligations are all obligations of the set, those merged included.
	Obligations  []string      `json:"obligations"`
	StatutoryCap *StatutoryCap `json:"statutory_cap"`
	// Indicative is the range of the model that was asked for.
	Indicative *Indicative `json:"indicative"`
	// NoRange says why there is no range although there is a cap; null if there
	// is one, or neither.
	NoRange *string `json:"no_range"`
	// Comparisons are the ranges of the other models.
	Comparisons []Indicative `json:"comparisons"`
	// Merged are obligations that are not fined on their own.
	Merged []Merge `json:"merged"`
}

// StatutoryCap is law: Arts 52(3) and 74.
type StatutoryCap struct {
	// PerDecision is the cap if the maximum holds for all fines of a decision.
	PerDecision     string            `json:"per_decision"`
	PerInfringement []InfringementCap `json:"per_infringement"`
	// SumOfInfringements is the cap if the maximum holds for each infringement.
	SumOfInfringements string `json:"sum_of_infringements"`
}

// InfringementCap is the cap of one infringement.
type InfringementCap struct {
	// Obligation is the first of Obligations.
	Obligation string `json:"obligation"`
	// Article is what is fined once, as people cite it: 39, 40(12), or the
	// paragraph under the other reading.
	Article string `json:"article"`
	// Obligations are all that are part of the infringement.
	Obligations []string `json:"obligations"`
	Cap         string   `json:"cap"`
	// Basis is the provision, such as art74.1.
	Basis string `json:"basis"`
	// Percent of the base.
	Percent string `json:"percent"`
	// Base is turnover or, for 1 %, income where no turnover is known.
	Base string `json:"base"`
}

// Periodic is the cap of periodic penalty payments and what it rests on.
type Periodic struct {
	// Basis is the provision, art52.4 or art76.1, or both where the designation is
	// not known.
	Basis string `json:"basis"`
	// FineReading is daily or annual.
	Reading string `json:"reading"`
	// OtherReading is the cap under the reading that was not chosen, nil where the
	// law leaves no choice: Art. 52(4) speaks of average daily turnover.
	OtherReading *string `json:"other_reading"`
	// Days is the length of the financial year.
	Days        int  `json:"days"`
	DaysAssumed bool `json:"days_assumed"`
	// Obligations are the breached ones for which Art. 76(1) or 52(4) names such
	// payments and that still run.
	Obligations []string `json:"obligations"`
}

// Base is an annual figure with the caps that follow from it.
type Base struct {
	Of      string `json:"of"`
	Measure string `json:"measure"`
	Pointer string `json:"pointer"`
	// Headline is set for the base of the figures at the top.
	Headline bool   `json:"headline"`
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
	// FinancialYear is the calendar year in which it ended.
	FinancialYear string      `json:"financial_year"`
	Conversion    *Conversion `json:"conversion"`
	// SixPercent is null for income, of which Arts 52(3) and 74(1) do not speak.
	SixPercent *string `json:"six_percent"`
	OnePercent string  `json:"one_percent"`
	// PeriodicPerDay is null where nothing is breached that the law allows daily
	// payments for.
	PeriodicPerDay *string `json:"periodic_per_day"`
}

// Conversion says how an amount came into its currency.
type Conversion struct {
	// Amount and Currency are before the conversion.
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
	// Rate is as it was given, in units of To for one of From.
	Rate string `json:"rate"`
	From string `json:"from"`
	To   string `json:"to"`
	Date Day    `json:"date"`
	// Source is in the words of the user.
	Source string `json:"source"`
}

// FineReading is a choice where the law is open.
type FineReading struct {
	Question string `json:"question"`
	Chosen   string `json:"chosen"`
	// Other is what else could be held, and Switch how to compute it: an option of the
	// computation, as name or name=value, or in words which facts to state.
	Other  string `json:"other"`
	Switch string `json:"switch"`
}

// Merge says that an obligation is not fined on its own.
type Merge struct {
	Obligation string `json:"obligation"`
	// Into are the obligations that are fined instead.
	Into []string `json:"into"`
	// Because is same_paragraph, same_article, delegated_act, same_conduct or
	// same_evidence.
	Because string `json:"because"`
	// Facts are the shared facts, for same_conduct and same_evidence.
	Facts []string `json:"facts"`
}
