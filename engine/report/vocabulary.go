package report

// Kind is the part that a provision plays.
type Kind string

// The kinds of provisions. Only the first four can be breached.
const (
	Duty               Kind = "duty"
	Prohibition        Kind = "prohibition"
	ConditionalDuty    Kind = "conditional_duty"
	Procedural         Kind = "procedural"
	Indicator          Kind = "indicator"
	MitigationOption   Kind = "mitigation_option"
	Voluntary          Kind = "voluntary"
	LegalEffect        Kind = "legal_effect"
	LiabilityCondition Kind = "liability_condition"
	Charge             Kind = "charge"
)

// Kinds returns the kinds of provisions.
func Kinds() []Kind {
	return []Kind{Duty, Prohibition, ConditionalDuty, Procedural, Indicator, MitigationOption, Voluntary, LegalEffect, LiabilityCondition, Charge}
}

// Breachable reports whether a provision of this kind can be breached.
func (k Kind) Breachable() bool {
	return k == Duty || k == Prohibition || k == ConditionalDuty || k == Procedural
}

// Addressee is a kind of service in the tiers of Art. 3 and Art. 33.
type Addressee string

// The addressees, from the widest to the narrowest.
const (
	Intermediary   Addressee = "intermediary"
	Hosting        Addressee = "hosting"
	OnlinePlatform Addressee = "online_platform"
	Marketplace    Addressee = "marketplace"
	SearchEngine   Addressee = "online_search_engine"
	VLOPVLOSE      Addressee = "vlop_vlose"
)

// Addressees returns the addressees, from the widest to the narrowest.
func Addressees() []Addressee {
	return []Addressee{Intermediary, Hosting, OnlinePlatform, Marketplace, SearchEngine, VLOPVLOSE}
}

// Penalty is a class of cap.
type Penalty string

// The classes of caps, by their provisions.
const (
	NoPenalty     Penalty = "none"
	SixPercent    Penalty = "art52_3_or_74_1_6pct"
	OnePercent    Penalty = "art74_2_1pct"
	FivePercent   Penalty = "art76_5pct_daily"
	DSCOnePercent Penalty = "art52_3_1pct"
	DSCFiveDaily  Penalty = "art52_4_5pct_daily"
)

// Penalties returns the classes of caps.
func Penalties() []Penalty {
	return []Penalty{NoPenalty, SixPercent, OnePercent, FivePercent, DSCOnePercent, DSCFiveDaily}
}
